import Phrases
import Sessions
import TextScreen

/// What the tutor says, in the rows above the footer: as many as it needs where the screen has them, else with a sign
/// that tells how to read on.
struct RemarkLines {
  /// The rows of the screen that it has.
  let rows: Range<Int>
  /// The lines in view.
  let shown: [StyledText]
  /// The keys that show the rest; `nil` if all is in view.
  let sign: String?
  /// The most lines that can be scrolled away.
  let scrollLimit: Int

  /// The rows that it has at least.
  private static let fewest = 2
  /// The columns that are kept for the sign.
  private static let signColumns = 13

  init(_ screen: Screen) {
    let size = screen.size
    let style =
      switch screen.saying.tone {
      case .neutral: Style(.plain)
      case .success: Style(.success)
      case .wrong: Style(.wrong)
      case .notice: Style(.notice)
      }
    let text = StyledText(screen.saying.text, style)
    let width = size.width - 2 * ScreenPainter.margin
    let most = RemarkLines.fewest + max(0, (size.height - Screen.smallestSize.height) / 2)
    let whole = text.wrapped(toColumns: width)
    let count = max(RemarkLines.fewest, min(whole.count, most))
    rows = max(0, size.height - 1 - count)..<max(0, size.height - 1)
    guard whole.count > count else {
      (shown, sign, scrollLimit) = (whole, nil, 0)
      return
    }
    let lines = text.wrapped(toColumns: max(1, width - RemarkLines.signColumns))
    scrollLimit = max(0, lines.count - count)
    let start = min(screen.remarkScroll, scrollLimit)
    shown = Array(lines[start..<min(lines.count, start + count)])
    let keys = [start > 0 ? "PgUp" : nil, start < scrollLimit ? "PgDn" : nil].compactMap { $0 }
    sign = "… " + keys.joined(separator: " ")
  }
}
