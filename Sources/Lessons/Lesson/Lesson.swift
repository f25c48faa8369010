/// A lesson, read from its file.
public struct Lesson: Hashable, Sendable {
  /// The name by which commands and scripts call it.
  public var name: String
  public var title: String
  public var pages: [Page]
  /// The graphs in the order of the file; a page refers to one by its index.
  public var graphs: [LessonGraph]
  /// What pages ask beside entries, in the order of the file; a page refers to one by its index.
  public var exercises: [Exercise]
  public var tests: [LessonTest]
  /// How it is worked on, where it is handed in for marks.
  public var graded: GradedTerms?
  /// Whether it is an exam, all of which is handed in at once.
  public var isExam = false

  public init(
    name: String, title: String, pages: [Page], graphs: [LessonGraph], exercises: [Exercise] = [],
    tests: [LessonTest] = [], graded: GradedTerms? = nil
  ) {
    self.name = name
    self.title = title
    self.pages = pages
    self.graphs = graphs
    self.exercises = exercises
    self.tests = tests
    self.graded = graded
  }

  /// What is said of an answer as soon as it is given, on pages that say nothing else.
  public var feedback: Feedback { isExam ? .none : graded?.feedback ?? .reason }

  /// The first sentence of the lesson.
  public var summary: String {
    for case .prose(.paragraph(let text)) in pages.flatMap(\.blocks) { return text.firstSentence }
    return ""
  }

  /// How much of the chain rule a page shows: what the page says, else what the terms of a graded lesson say, else all.
  public func panel(on page: Page) -> Panel { page.panel ?? graded?.panel ?? .full }

  /// What is shown at once.
  public struct Page: Hashable, Sendable {
    public var title: String
    public var blocks: [Block]
    /// The graph that holds on this page.
    public var graph: Int?
    /// The inline code of the page's text, which may claim a number: `a = 11`.
    public var codeSpans: [PlacedText]
    /// The inline code in hints and in what is said of answers, which claims as well.
    public var claims: [PlacedText] = []
    /// The formulas of places for numbers in hints and in what is said of answers.
    public internal(set) var placeholders: [PlacedText] = []
    /// Whether its text has places for the learner's own numbers.
    public internal(set) var hasPlaceholders = false
    /// What of it can be read, and is not what its author means.
    public var slips: [LessonError] = []
    /// The author's words on single entries.
    public var advice: [EntryAdvice]
    /// How much of the chain rule the page shows; `nil` where the author does not say.
    public var panel: Panel?
    /// Whether what it asks is written as a program: the values as lines on the left, a derivative a line on the right.
    public var isCode = false
    /// Whether the page is an exam, which says nothing of an answer before it is handed in.
    public var isExam = false

    public init(
      title: String, blocks: [Block], graph: Int?, codeSpans: [PlacedText] = [],
      advice: [EntryAdvice] = [], panel: Panel? = nil
    ) {
      self.title = title
      self.blocks = blocks
      self.graph = graph
      self.codeSpans = codeSpans
      self.advice = advice
      self.panel = panel
    }

    /// What the page asks to be filled in.
    public var requests: [FillRequest] {
      blocks.flatMap { block -> [FillRequest] in
        switch block {
        case .fill(let requests), .demonstration(let requests): requests
        default: []
        }
      }
    }

    /// Whether the page shows its entries one by one, each with its reason.
    public var isDemonstration: Bool {
      blocks.contains { if case .demonstration = $0 { true } else { false } }
    }

    /// The exercises of the page, as indices into the lesson's.
    public var exercises: [Int] {
      blocks.compactMap { if case .exercise(let index) = $0 { index } else { nil } }
    }
  }

  public enum Block: Hashable, Sendable {
    case prose(Prose)
    /// The place where the page's graph is introduced.
    case graph
    case fill([FillRequest])
    /// Entries that are shown one by one, at the learner's pace.
    case demonstration([FillRequest])
    /// An exercise by its index.
    case exercise(Int)
    /// A change of one quantity as it travels to the output.
    case cascade(of: PlacedText)
    case plot(PlotRequest)
    /// How many steps the sweep takes on the page's graph, and how many nudging takes.
    case stepCount

    /// Whether it is made of the graph's numbers, and may tell what is asked of them.
    public var isPicture: Bool {
      switch self {
      case .cascade, .plot, .stepCount: true
      case .prose, .graph, .fill, .demonstration, .exercise: false
      }
    }
  }
}
