import Phrases
import TextScreen

/// The steps of a closer look as far as they are shown.
struct LookPanel {
  private let title: StyledText
  /// The rows of every step that was taken.
  private let steps: [[StyledText]]

  /// Columns behind the title for `   step 10 of 12   Up: more`.
  private static let standing = 27

  init(_ screen: Screen, width: Int) {
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
    steps = sheet.steps.prefix(step + 1).map { step in
      step.lines.flatMap { $0.shown.wrapped(toColumns: width) }
    }
  }

  /// The heading and the last steps that have room; what is left out of them is said.
  ///
  /// - Parameter rows: two at least.
  func lines(rows: Int) -> [StyledText] {
    let room = rows - 1
    let all = steps.joined()
    guard all.count > room, let last = steps.last else { return [title] + all }
    guard last.count > room else {
      return [title + StyledText("   Up: more", Style(.faint))] + all.suffix(room)
    }
    return [title] + last.prefix(room - 1) + [StyledText("  …", Style(.faint))]
  }
}
