import Phrases
import TextScreen

/// The steps of a closer look as far as they are shown.
struct LookPanel {
  private let title: StyledText
  /// The steps that were taken.
  private let steps: ArraySlice<LookSheet.Step>
  private let width: Int

  /// Columns behind the title for `   step 10 of 12   Up: more`.
  private static let standing = 27

  init(_ screen: Screen, width: Int) {
    self.width = width
    guard let sheet = screen.sheet, let step = screen.lookStep else {
      (title, steps) = (StyledText(), [])
      return
    }
    var title = StyledText(
      sheet.title.truncated(toColumns: max(0, width - LookPanel.standing)), Style(.strong))
    if sheet.steps.count > 1 {
      title.append("   step \(step + 1) of \(sheet.steps.count)", Style(.faint))
    }
    self.title = title
    steps = sheet.steps.prefix(step + 1)
  }

  private func wrapped(_ step: LookSheet.Step) -> [StyledText] {
    step.lines.flatMap { $0.shown.wrapped(toColumns: width) }
  }

  /// The heading and the last steps that have room; what is left out of them is said.
  ///
  /// - Parameter rows: two at least.
  func lines(rows: Int) -> [StyledText] {
    let room = rows - 1
    let last = steps.last.map { wrapped($0) } ?? []
    var shown: [[StyledText]] = []
    var count = 0
    // What is left out is not wrapped.
    for step in steps.reversed() where count <= room {
      shown.append(shown.isEmpty ? last : wrapped(step))
      count += shown[shown.count - 1].count
    }
    let all = shown.reversed().joined()
    guard count > room else { return [title] + all }
    guard last.count > room else {
      return [title + StyledText("   Up: more", Style(.faint))] + all.suffix(room)
    }
    return [title] + last.prefix(room - 1) + [StyledText("  …", Style(.faint))]
  }
}
