import TextScreen

/// What the tutor says, in the rows above the footer: as many as it needs where the screen has them, else with a sign
/// that tells how to read on.
struct RemarkLines {
  /// The rows of the screen that it has.
  let rows: Range<Int>
  /// The lines in view.
  let shown: [StyledText]
  /// The keys that show the rest; none where all is in view.
  let sign: String?
  /// The most lines that can be scrolled away.
  let scrollLimit: Int

  /// The rows that it has at least.
  private static let fewest = 2
  /// The columns that are kept for the sign.
  private static let signColumns = 13

  init(_ session: Session) {
    let size = session.size
    let style =
      switch session.remark.tone {
      case .neutral: Style(.plain)
      case .success: Style(.success)
      case .wrong: Style(.wrong)
      case .notice: Style(.notice)
      }
    let text = StyledText(session.remark.text, style)
    let width = size.width - 2 * SessionView.margin
    let most = RemarkLines.fewest + max(0, (size.height - Session.smallestSize.height) / 2)
    let whole = text.wrapped(toColumns: width)
    let count = max(RemarkLines.fewest, min(whole.count, most))
    rows = max(0, size.height - 1 - count)..<max(0, size.height - 1)
    guard whole.count > count else {
      (shown, sign, scrollLimit) = (whole, nil, 0)
      return
    }
    let lines = text.wrapped(toColumns: max(1, width - RemarkLines.signColumns))
    scrollLimit = max(0, lines.count - count)
    let start = min(session.remarkScroll, scrollLimit)
    shown = Array(lines[start..<min(lines.count, start + count)])
    let keys = [start > 0 ? "PgUp" : nil, start < scrollLimit ? "PgDn" : nil].compactMap { $0 }
    sign = "… " + keys.joined(separator: " ")
  }
}

extension Session {
  /// Scrolls what the tutor says by pages, where it goes on there.
  ///
  /// - Returns: whether it did; else the keys scroll the page's text.
  mutating func scrollRemark(by pages: Int) -> Bool {
    let lines = RemarkLines(self)
    let start = min(remarkScroll, lines.scrollLimit)
    let next = min(max(0, start + pages * lines.rows.count), lines.scrollLimit)
    guard next != start else { return false }
    remarkScroll = next
    return true
  }
}
