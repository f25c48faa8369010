import TextScreen

/// The steps of a closer look as far as they are shown.
struct LookPanel {
  private let title: StyledText
  private let steps: [StyledText]

  init(_ session: Session, width: Int) {
    guard let sheet = session.lookSheet, let step = session.look?.step else {
      (title, steps) = (StyledText(), [])
      return
    }
    var title = StyledText(sheet.title, Style(.strong))
    if sheet.steps.count > 1 {
      title.append("   step \(step + 1) of \(sheet.steps.count)", Style(.faint))
    }
    self.title = title
    steps = sheet.steps.prefix(step + 1).flatMap(\.lines)
      .flatMap { $0.wrapped(toColumns: width) }
  }

  /// The heading and the last steps that have room.
  func lines(rows: Int) -> [StyledText] {
    [title] + steps.suffix(max(0, rows - 1))
  }
}
