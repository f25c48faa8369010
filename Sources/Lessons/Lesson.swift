public import Autodiff

/// A lesson, read from its file.
public struct Lesson: Hashable, Sendable {
  /// The name by which commands and scripts call it.
  public var name: String
  public var title: String
  public var pages: [Page]
  /// The graphs in the order of the file; a page refers to one by its index.
  public var graphs: [LessonGraph]
  public var tests: [LessonTest]

  public init(
    name: String, title: String, pages: [Page], graphs: [LessonGraph], tests: [LessonTest] = []
  ) {
    self.name = name
    self.title = title
    self.pages = pages
    self.graphs = graphs
    self.tests = tests
  }

  /// The first sentence of the lesson.
  public var summary: String {
    for case .prose(.paragraph(let text)) in pages.flatMap(\.blocks) {
      let sentence = text.plainText
      guard let end = sentence.firstRange(of: ". ") else { return sentence }
      return String(sentence[..<end.upperBound]).trimmingBlanks
    }
    return ""
  }

  /// What is shown at once.
  public struct Page: Hashable, Sendable {
    public var title: String
    public var blocks: [Block]
    /// The graph that holds on this page.
    public var graph: Int?
    /// The inline code of the page's text, which may claim a number: `a = 11`.
    public var codeSpans: [PlacedText]

    public init(title: String, blocks: [Block], graph: Int?, codeSpans: [PlacedText] = []) {
      self.title = title
      self.blocks = blocks
      self.graph = graph
      self.codeSpans = codeSpans
    }

    /// What the page asks to be filled in.
    public var requests: [FillRequest] {
      blocks.flatMap { block -> [FillRequest] in
        if case .fill(let requests) = block { requests } else { [] }
      }
    }
  }

  public enum Block: Hashable, Sendable {
    case prose(Prose)
    /// The place where the page's graph is introduced.
    case graph
    case fill([FillRequest])
  }
}

/// Entries that a page asks for.
public struct FillRequest: Hashable, Sendable {
  public enum Subject: Hashable, Sendable {
    /// All values, left to right.
    case forward
    /// All derivatives of a node with respect to its operands.
    case local
    /// All derivatives of the output, right to left.
    case backward
    /// One entry by its name.
    case entry(String)
  }

  public var subject: Subject
  public var position: TextPosition

  public init(_ subject: Subject, at position: TextPosition) {
    self.subject = subject
    self.position = position
  }

  /// Everything that can be asked of a graph.
  public static let everything = [Subject.forward, .local, .backward].map {
    FillRequest($0, at: TextPosition(line: 1, column: 1))
  }
}

/// A computation graph with the numbers of its inputs.
public struct LessonGraph: Hashable, Sendable {
  public var graph: ComputationGraph
  public var inputs: [String: Double]
  /// The ranges from which fresh numbers may be drawn.
  public var ranges: [String: ClosedRange<Double>]
  /// Remarks that are no errors, such as an input that nothing uses.
  public var notes: [String]
  public var position: TextPosition

  public init(
    graph: ComputationGraph, inputs: [String: Double], ranges: [String: ClosedRange<Double>] = [:],
    notes: [String] = [], position: TextPosition = TextPosition(line: 1, column: 1)
  ) {
    self.graph = graph
    self.inputs = inputs
    self.ranges = ranges
    self.notes = notes
    self.position = position
  }
}

/// A script in a lesson's file that tests it.
public struct LessonTest: Hashable, Sendable {
  public var lines: [PlacedText]
  public var position: TextPosition
}
