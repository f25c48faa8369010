import Autodiff

/// How long a lesson is so far, and the first thing of it that is too much.
///
/// Each limit is tens of times what anybody works through in a lesson, and seconds of work.
struct LessonLength {
  /// What a lesson has many of, with its limit.
  enum Measure: Int {
    case pages = 500
    case blocks = 1000
    /// Each graph counts again where it stands again.
    case quantities = 20_000
    /// Each of them outside code is a value of its own once it is read.
    case marks = 100_000

    var name: String {
      switch self {
      case .pages: "pages"
      case .blocks: "blocks"
      case .quantities: "quantities in all its graphs"
      case .marks: "lines and marks such as * outside its blocks"
      }
    }
  }

  private var blocks = 0
  private var quantities = 0
  /// Whether something was too much, so that nothing more is to be read.
  private(set) var isExceeded = false

  /// Refuses what comes after so many things of a kind; nothing where that was said already.
  mutating func excess(of measure: Measure, at position: TextPosition) -> LessonError? {
    guard !isExceeded else { return nil }
    isExceeded = true
    return LessonError(
      "a lesson has at most \(measure.rawValue) \(measure.name); split it into several lessons here",
      at: position)
  }

  /// Takes up a block; an error where that is one live block or page too many.
  ///
  /// - Parameter pages: those that are closed.
  mutating func excess(with block: MarkdownBlock, after pages: [Lesson.Page]) -> LessonError? {
    switch block.content {
    case .fence(let fence) where Lesson.blocks.contains(fence.name.text):
      blocks += 1
      guard blocks > Measure.blocks.rawValue else { return nil }
      return excess(of: .blocks, at: fence.name.position)
    case .prose(.heading(2, _)) where pages.count == Measure.pages.rawValue - 1:
      return excess(of: .pages, at: TextPosition(line: block.line, column: 1))
    case .prose, .fence: return nil
    }
  }

  /// Takes up a graph; an error where its quantities are too many beside those of all graphs before.
  mutating func excess(with graph: ComputationGraph, at position: TextPosition) -> LessonError? {
    quantities += graph.nodes.count
    guard quantities > Measure.quantities.rawValue else { return nil }
    return excess(of: .quantities, at: position)
  }
}
