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

  /// What the entry or exercise in hand asks, on one line; empty on a page that asks nothing.
  public var question: String {
    if map != nil {
      return "type a name to find it; the arrows go along wires and to the next box"
    }
    if let look { return Wording.question(in: look, of: self) }
    if let worksheet, let focus { return Wording.question(for: focus, in: worksheet.key) }
    return exercise.map { Wording.question(in: $0.exercise, $0.work) } ?? ""
  }

  /// The exercise in hand, or the node with what enters it and its chain rule, as lines; none on a page that asks
  /// nothing.
  public func workText(width: Int) -> [String] {
    if let (_, work) = exercise {
      return ExerciseLines(work, isInHand: true, self, width).lines.map(\.text)
    }
    guard let worksheet, let focus else { return [] }
    return WorkPanel(self, worksheet, focus: focus, width: width).lines.map { "  \($0.text)" }
  }
}
