import Autodiff
public import Lessons
public import Teaching
public import TextScreen

/// One learner at work on one lesson, or on formulas of their own.
///
/// A value: `update` changes it by a message and says what the host has to do.
public struct Session: Hashable, Sendable {
  public let source: Source
  public let lesson: Lesson
  /// For each page the entries it asks, as indices into its graph's worksheet.
  let askedByPage: [[Int]]
  /// For each graph the entries that any page asks.
  let askedOfGraph: [Set<Int>]

  /// What undo brings back.
  struct Work: Hashable, Sendable {
    /// A worksheet for each graph of the lesson.
    var worksheets: [Worksheet]
    var page: Int
    var focus: Int?
  }

  var work: Work
  var past: [Work] = []
  var future: [Work] = []

  public internal(set) var prompt = LineEditor()
  public internal(set) var remark: Remark
  /// Whether the list of all commands lies over the screen.
  public internal(set) var showsCommands = false
  /// How many lines of a page's prose are scrolled away.
  public internal(set) var scroll = 0
  /// How many columns a graph too wide for a page of text is moved to the left.
  public internal(set) var pan = 0
  /// Why the journal cannot be written, if it cannot.
  public internal(set) var journalFailure: String?
  public internal(set) var size = Size(width: 80, height: 24)
  /// Whether the screen has nothing but ASCII.
  public var isASCII = false
  /// Whether somebody looks; without a screen no drawing is made.
  var hasScreen = false
  /// The drawing of the page's graph, made anew when the graph or the size changes.
  var picture: GraphPicture?

  /// Opens a lesson.
  ///
  /// - Throws: `LessonFailure` where a page asks for something that is not there.
  public init(
    _ lesson: Lesson, source: Source, page: Int = 1
  ) throws(LessonFailure) {
    var worksheets: [Worksheet] = []
    for graph in lesson.graphs {
      do {
        worksheets.append(Worksheet(try AnswerKey(graph.graph, at: graph.inputs)))
      } catch {
        throw LessonFailure([LessonError(error.message, at: graph.position)])
      }
    }
    var asked: [[Int]] = []
    var errors: [LessonError] = []
    for page in lesson.pages {
      do {
        let list = page.graph.map { worksheets[$0].key.list }
        asked.append(try list?.indices(of: page.requests) ?? [])
      } catch {
        errors += error.errors
      }
    }
    guard errors.isEmpty else { throw LessonFailure(errors) }
    self.source = source
    self.lesson = lesson
    askedByPage = asked
    askedOfGraph = lesson.graphs.indices.map { graph in
      Set(zip(lesson.pages, asked).filter { $0.0.graph == graph }.flatMap(\.1))
    }
    work = Work(worksheets: worksheets, page: 0, focus: nil)
    remark = Remark("")
    open(page: min(max(1, page), lesson.pages.count) - 1)
    refreshPicture()
  }

  public var canUndo: Bool { !past.isEmpty }

  /// The page in view, from 1.
  public var pageNumber: Int { work.page + 1 }

  public var page: Lesson.Page { lesson.pages[work.page] }

  /// The worksheet of the page's graph.
  public var worksheet: Worksheet? { page.graph.map { work.worksheets[$0] } }

  /// The entries that the page asks.
  public var asked: [Int] { askedByPage[work.page] }

  /// The entry in hand.
  public var focus: Int? { work.focus }

  public var focusedEntry: Entry? {
    guard let worksheet, let focus else { return nil }
    return worksheet.entries[focus]
  }

  /// Entries of this page that are right or close, and how many it asks.
  public var score: (accepted: Int, asked: Int) {
    (worksheet?.score(of: asked) ?? 0, asked.count)
  }

  /// Entries of all pages that are right or close, and how many the lesson asks.
  public var wholeScore: (accepted: Int, asked: Int) {
    var whole = (accepted: 0, asked: 0)
    for (graph, asked) in askedOfGraph.enumerated() {
      whole.accepted += work.worksheets[graph].score(of: Array(asked))
      whole.asked += asked.count
    }
    return whole
  }

  /// Whether all that the page asks is accepted; never on a page that asks nothing.
  public var isDone: Bool { !asked.isEmpty && score.accepted == asked.count }

  /// Whether any page of the lesson asks for an entry of the page's graph.
  func isAskedAnywhere(_ entry: Int) -> Bool {
    page.graph.map { askedOfGraph[$0].contains(entry) } ?? false
  }

  mutating func open(page index: Int) {
    work.page = index
    work.focus = worksheet?.nextOpen(after: nil, among: asked) ?? asked.first
    prompt.clear()
    scroll = 0
    pan = 0
    remark = Wording.opening(of: self)
  }

  mutating func refreshPicture() {
    picture = hasScreen ? drawn() : nil
  }

  /// The drawing of the page's graph for the size of the screen.
  func drawn() -> GraphPicture? {
    guard let worksheet else { return nil }
    let isBare = asked.isEmpty && worksheet.states.allSatisfy { $0 == .empty }
    return GraphPicture(
      worksheet.key.list, values: worksheet.key.forward.values, width: size.width, isBare: isBare,
      isASCII: isASCII)
  }
}
