import Lessons
import Teaching
import TextScreen

extension Session {
  /// The text of the page as lines, for a host without a screen.
  public func pageText(width: Int) -> [String] {
    let prose = page.blocks.compactMap { block -> Prose? in
      if case .prose(let prose) = block { prose } else { nil }
    }
    return ProseLines(prose, width: width).lines.map(\.text)
  }

  /// What the entry in hand asks; empty on a page that asks nothing.
  public var question: String {
    guard let worksheet, let focus else { return "" }
    return Wording.question(for: focus, in: worksheet.key)
  }

  /// The node in hand, what enters it, and its chain rule, as lines; none on a page that asks nothing.
  public func workText(width: Int) -> [String] {
    guard let worksheet, let focus else { return [] }
    return WorkPanel(self, worksheet, focus: focus, width: width).lines.map { "  \($0.text)" }
  }
}
