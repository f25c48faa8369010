/// Something that a page asks: an entry of its graph, or an exercise of the lesson.
public enum Assignment: Hashable, Sendable {
  /// An entry by its index in the page's worksheet.
  case entry(Int)
  /// An exercise by its index in the lesson.
  case exercise(Int)

  package var entry: Int? {
    if case .entry(let index) = self { index } else { nil }
  }

  package var exercise: Int? {
    if case .exercise(let index) = self { index } else { nil }
  }
}
