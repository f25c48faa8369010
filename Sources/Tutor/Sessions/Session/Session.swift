import Autodiff
import GraphLayout
public import Lessons
public import Teaching
public import TextScreen

/// One learner at work on one lesson, or on formulas of their own.
///
/// A value: `update` changes it by a message and says what the host has to do.
public struct Session: Hashable, Sendable {
  public let source: Source
  public let lesson: Lesson
  /// For each page what it asks, in the order of its blocks.
  let assignmentsByPage: [[Assignment]]
  /// For each page the entries among them.
  let askedByPage: [[Int]]
  private let askedSetByPage: [Set<Int>]
  /// For each graph the entries that any page asks.
  let askedOfGraph: [Set<Int>]

  /// What undo brings back.
  struct Work: Hashable, Sendable {
    /// A worksheet for each graph of the lesson.
    var worksheets: [Worksheet]
    /// The exercises of the lesson, in its order.
    var exercises: [ExerciseWork]
    /// The verdict on what was typed last into each exercise.
    var lastVerdicts: [Int: Verdict] = [:]
    /// The seed of the numbers that are drawn; 0 for the numbers as given.
    var seed: Int
    var page: Int
    var assignment: Assignment?
  }

  var work: Work
  /// What became of each thing asked, from the first attempt on.
  public internal(set) var attempts = Attempts()
  /// Today, in days since 1970.
  public var today = 0
  /// The answers that undo can take back, one after another; more of a long journal would only fill the memory.
  static let historyLimit = 1000
  var past: [Work] = []
  var future: [Work] = []

  public internal(set) var prompt = LineEditor()
  public internal(set) var remark: Remark {
    didSet { if remark != oldValue { remarkScroll = 0 } }
  }
  /// How many lines of what the tutor says are scrolled away, where it has more than there is room for.
  var remarkScroll = 0
  /// The closer look that has the place of the work panel, if there is one.
  var look: CloserLook?
  /// The walk over the graph, if it is open.
  var map: GraphMap?
  /// For each graph of the lesson what is folded in its drawing, where anything is.
  var foldings: [Int: Folding] = [:]
  /// What is practised, if this is a problem made for the learner.
  public internal(set) var practice: Practice?
  /// What the host opens when the last page is turned, as Enter is said to bring it; none where nothing follows.
  public var continuation: String?
  /// Whether the summary has the place of the page.
  public internal(set) var showsSummary = false
  /// Whether the list of all commands lies over the screen.
  public internal(set) var showsCommands = false
  /// How many lines of that list are scrolled away.
  var listScroll = 0
  /// How many lines of a page's prose are scrolled away.
  public internal(set) var scroll = 0
  /// How many columns a graph too wide for a page of text is moved to the left.
  public internal(set) var pan = 0
  /// Why the journal cannot be written, if it cannot.
  public internal(set) var journalFailure: String?
  public internal(set) var size = Size(width: 80, height: 24)
  /// Whether the screen has nothing but ASCII.
  public var isASCII = false
  /// Whether the learner hears or reads line by line, and types commands as words.
  var isPlain = false
  /// Whether somebody looks; without a screen no drawing is made.
  var hasScreen = false
  /// The drawing of the page's graph, made anew when the graph or the size changes.
  var picture: GraphPicture? {
    didSet { overview = nil }
  }
  /// The overview of the picture, kept while the graph is walked over.
  var overview: Overview?
  /// The search for a better drawing than the one that is shown, if it goes on.
  var refinement: PictureRefinement?

  /// Opens a lesson.
  ///
  /// - Parameters:
  ///   - page: the page to open, from 1.
  ///   - seed: the seed of fresh numbers; with 0 only the graphs that are always drawn get some.
  /// - Throws: `LessonFailure` where a page asks for something that is not there.
  public init(
    _ lesson: Lesson, source: Source, page: Int = 1, seed: Int = 0
  ) throws(LessonFailure) {
    let worksheets = try Session.worksheets(of: lesson, seed: seed)
    let assignments = try Session.assignments(of: lesson, on: worksheets)
    self.source = source
    self.lesson = lesson
    assignmentsByPage = assignments
    askedByPage = assignments.map { $0.compactMap(\.entry) }
    askedSetByPage = askedByPage.map { Set($0) }
    askedOfGraph = lesson.graphs.indices.map { graph in
      Set(
        zip(lesson.pages, assignments).filter { $0.0.graph == graph }
          .flatMap { $0.1.compactMap(\.entry) })
    }
    work = Work(
      worksheets: zip(worksheets, askedOfGraph).map { Worksheet($0.key, asking: $1) },
      exercises: Session.exercises(of: lesson, on: worksheets), seed: seed, page: 0, assignment: nil
    )
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

  /// What the page asks, in the order one works.
  public var assignments: [Assignment] { assignmentsByPage[work.page] }

  /// The entries that the page asks.
  public var asked: [Int] { askedByPage[work.page] }

  /// Whether the page asks an entry.
  func asks(_ entry: Int) -> Bool { askedSetByPage[work.page].contains(entry) }

  /// What is in hand: an entry or an exercise.
  public var assignment: Assignment? { work.assignment }

  /// The entry in hand.
  public var focus: Int? { work.assignment?.entry }

  /// The exercise in hand, with its work.
  var exercise: (exercise: Exercise, work: ExerciseWork)? {
    work.assignment?.exercise.map { (lesson.exercises[$0], work.exercises[$0]) }
  }

  /// The seeds that can be asked for; 0 are the numbers in the file.
  public static let seeds = 0...1_000_000_000

  /// The seed of the numbers on the page's graph, if they were drawn.
  public var seed: Int? {
    guard let graph = page.graph, lesson.isDrawn(graph, seed: work.seed), shows(graphOn: work.page)
    else { return nil }
    return max(1, work.seed)
  }

  /// Whether a page's graph is to be seen there.
  func shows(graphOn page: Int) -> Bool {
    lesson.pages[page].blocks.contains(.graph) || !askedByPage[page].isEmpty
  }

  public var focusedEntry: Entry? {
    guard let worksheet, let focus else { return nil }
    return worksheet.entries[focus]
  }

  /// How something that the page asks stands.
  func state(of assignment: Assignment) -> EntryState {
    switch assignment {
    case .entry(let entry): worksheet?.states[entry] ?? .empty
    case .exercise(let exercise): work.exercises[exercise].state
    }
  }

  /// The verdict on what was typed last into something that the page asks.
  func lastVerdict(of assignment: Assignment) -> Verdict? {
    switch assignment {
    case .entry(let entry): worksheet?.lastVerdicts[entry]
    case .exercise(let exercise): work.lastVerdicts[exercise]
    }
  }

  /// What this page asks and is right or close, and how much it asks.
  public var score: (accepted: Int, asked: Int) {
    (assignments.count { state(of: $0).isAccepted }, assignments.count)
  }

  /// What all pages ask and is right or close, and how much the lesson asks; what is only shown does not count.
  public var wholeScore: (accepted: Int, asked: Int) {
    var whole = (accepted: 0, asked: 0)
    for (graph, asked) in askedOfGraph.enumerated() where !isDemonstrated(graph) {
      whole.accepted += work.worksheets[graph].score(of: Array(asked))
      whole.asked += asked.count
    }
    whole.accepted += work.exercises.count { $0.state.isAccepted }
    whole.asked += work.exercises.count
    return whole
  }

  private func isDemonstrated(_ graph: Int) -> Bool {
    lesson.pages.contains { $0.graph == graph && $0.isDemonstration }
  }

  /// Whether nothing that the page asks is open; never on a page that asks nothing.
  public var isDone: Bool {
    guard !assignments.isEmpty, (worksheet?.states.filled.count ?? 0) >= asked.count else {
      return false
    }
    return !assignments.contains { state(of: $0).isOpen }
  }

  /// The values, or the derivatives, that the page asks: how many there are, and how many are done.
  ///
  /// What is only shown is done when it was shown.
  ///
  /// - Complexity: O(k + log n) in the entries that are not empty and in those that are asked.
  func progress(ofValues isForward: Bool) -> (done: Int, asked: Int) {
    guard let worksheet else { return (0, 0) }
    // In the order of the entries all values come first.
    let values = asked.firstPlace { worksheet.entries[$0].kind != .forward }
    let done = worksheet.states.filled.count { entry, state in
      (page.isDemonstration ? !state.isOpen : state.isAccepted) && asks(entry)
        && (worksheet.entries[entry].kind == .forward) == isForward
    }
    return (done, isForward ? values : asked.count - values)
  }

  /// Whether any page of the lesson asks for an entry of the page's graph.
  func isAskedAnywhere(_ entry: Int) -> Bool {
    page.graph.map { askedOfGraph[$0].contains(entry) } ?? false
  }

  /// Whether an entry's number may be shown: it was found or shown before, or no page asks it.
  ///
  /// A page of text does not tell what a page with the same graph asks.
  func isKnown(_ entry: Int, on worksheet: Worksheet) -> Bool {
    guard worksheet.states[entry].isOpen else { return true }
    guard asked.isEmpty else { return !isAskedAnywhere(entry) }
    return !work.worksheets.indices.contains { other in
      askedOfGraph[other].contains(entry) && work.worksheets[other].states[entry].isOpen
        && work.worksheets[other].key.graph == worksheet.key.graph
        && work.worksheets[other].key.forward.values == worksheet.key.forward.values
    }
  }

  mutating func open(page index: Int) {
    work.page = index
    look = nil
    map = nil
    showsSummary = false
    work.assignment = nextOpen(after: nil) ?? assignments.first
    prompt.clear()
    scroll = 0
    pan = 0
    remark = Wording.opening(of: self)
    showExercise()
  }

  /// The first thing after another one that is still open, from the start again after the last.
  func nextOpen(after assignment: Assignment?) -> Assignment? {
    let next = assignment.flatMap { place(of: $0) }.map { $0 + 1 } ?? 0
    return assignments.suffix(from: next).first { state(of: $0).isOpen }
      ?? assignments.prefix(next).first { state(of: $0).isOpen }
  }

  /// Where something stands among what the page asks.
  ///
  /// - Complexity: O(log n) in what is asked, for an entry.
  func place(of assignment: Assignment) -> Int? {
    guard let entry = assignment.entry else { return assignments.firstIndex(of: assignment) }
    let place = asked.firstPlace { $0 >= entry }
    guard place < asked.count, asked[place] == entry else { return nil }
    return firstEntryPlace + place
  }

  /// The place of the first entry among what the page asks; the others follow it, in their order.
  var firstEntryPlace: Int { assignments.firstIndex { $0.entry != nil } ?? 0 }

  /// Draws the page's graph anew.
  ///
  /// A large graph gets a draft, which is refined while nobody types.
  ///
  /// - Parameter earlier: the drawing before something was folded, near which most boxes stay.
  mutating func refreshPicture(near earlier: GraphPicture? = nil) {
    refinement = nil
    guard hasScreen else {
      picture = nil
      return
    }
    var begun: LayoutRefinement?
    let drawn = worksheet.map { folding(of: $0.key.graph) ?? Folding($0.key.graph) }
    picture = self.drawn { graph in
      let isLarge = graph.nodes.count > GraphPicture.fewVertices
      if let earlier, let matching = drawn?.matching(earlier.folding) {
        guard isLarge else { return GraphLayout(graph, near: earlier.layout, matching: matching) }
        begun = LayoutRefinement(graph, near: earlier.layout, matching: matching)
      } else {
        guard isLarge else { return GraphLayout(graph) }
        begun = LayoutRefinement(graph)
      }
      return begun?.layout ?? GraphLayout(graph)
    }
    if let begun, !begun.isFinished { refinement = PictureRefinement(begun) }
  }

  /// Does a slice of the search for a better drawing, and shows what it found when it ends.
  mutating func refinePicture() {
    refinement?.layout.improve()
    guard let layout = refinement?.layout, layout.isFinished else { return }
    refinement = nil
    picture = drawn { _ in layout.layout }
  }

  /// Whether the page's graph is drawn without any entry, since nothing is asked or filled in.
  var isBare: Bool { asked.isEmpty && worksheet?.states.filled.isEmpty ?? true }

  /// The drawing of the page's graph for the size of the screen.
  func drawn(layingOut layOut: GraphPicture.LayingOut = { GraphLayout($0) }) -> GraphPicture? {
    guard let worksheet else { return nil }
    return GraphPicture(
      worksheet.key.list, values: worksheet.key.shownValue, columns: numberColumns,
      width: size.width, isBare: isBare,
      isASCII: isASCII, folding: folding(of: worksheet.key.graph), layingOut: layOut)
  }

  /// What is folded in the drawing: what the learner folded, or in a graph that is too large for one drawing all but
  /// the neighbours of what is in hand.
  private func folding(of graph: ComputationGraph) -> Folding? {
    if let folding = page.graph.flatMap({ foldings[$0] }) { return folding }
    guard graph.nodes.count > Folding.mostVertices else { return nil }
    return Folding(graph, runs: 400, around: map?.node ?? focusedEntry?.node ?? 0)
  }

  /// The columns that the numbers need which are known, and stand on the drawing; an open one's tell nothing of it.
  var numberColumns: Int {
    guard let worksheet, !isBare else { return 0 }
    guard worksheet.key.graph.nodes.count <= GraphPicture.fewVertices else {
      return GraphDensity.largeField
    }
    return worksheet.key.leastColumns(
      of: worksheet.entries.indices.filter {
        !worksheet.states[$0].isOpen || !isAskedAnywhere($0)
      })
  }

  /// Draws the graph anew where a number came to it, or left it, that needs more room.
  mutating func fitNumbers() {
    if let picture, picture.columns != numberColumns { refreshPicture() }
  }

  /// Draws the graph anew where what is in hand is hidden in a run that nobody folded.
  mutating func showWhatIsInHand() {
    guard let graph = page.graph, foldings[graph] == nil, let folding = picture?.folding,
      let node = map?.node ?? focusedEntry?.node,
      folding.group(ofVertex: folding.vertices[node]) != nil
    else { return }
    refreshPicture()
  }
}
