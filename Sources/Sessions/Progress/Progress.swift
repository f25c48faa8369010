import Autodiff
public import Lessons
public import Teaching

/// How far a learner has come in a lesson: what undo brings back.
public struct Progress: Hashable, Sendable {
  package let plan: LessonPlan
  /// A worksheet for each graph of the lesson.
  public internal(set) var worksheets: [Worksheet]
  /// The exercises of the lesson, in its order.
  public internal(set) var exercises: [ExerciseWork]
  /// The verdict on what was typed last into each exercise.
  package var lastVerdicts: [Int: Verdict] = [:]
  /// The panel that the learner chose where the page shows more of the chain rule.
  package internal(set) var chosenPanel: Panel?
  /// The seed of the numbers that are drawn; 0 for the numbers as given.
  public internal(set) var seed: Int
  /// How they are drawn.
  public internal(set) var draw: FreshNumbers.Draw
  /// The pages, from 0, whose work was handed in.
  package internal(set) var handedInPages: Set<Int> = []
  /// The steps that were made with what was found, by graph.
  package internal(set) var descents: [Int: DescentRun] = [:]
  /// What was shown and can only be copied yet, since nothing else was answered since.
  var justShown: Set<Attempts.Item> = []
  /// How many wrong answers were given to each thing, where the lesson counts them.
  var misses: [Attempts.Item: Int] = [:]
  /// The page in view, from 0.
  package var pageIndex = 0
  /// What the learner works at: an entry or an exercise.
  public internal(set) var assignment: Assignment?

  /// Nothing is done.
  ///
  /// - Parameter worksheets: those of the plan's lesson for the seed, drawn in that way.
  package init(
    _ plan: LessonPlan, on worksheets: [Worksheet], seed: Int, draw: FreshNumbers.Draw
  ) {
    self.plan = plan
    self.worksheets = zip(worksheets, plan.askedOfGraph).map { $0.emptied(asking: $1) }
    exercises = plan.exercises(on: worksheets)
    self.seed = seed
    self.draw = draw
  }

  public var lesson: Lesson { plan.lesson }

  public var page: Lesson.Page { plan.lesson.pages[pageIndex] }

  /// The worksheet of the page's graph.
  public var worksheet: Worksheet? { page.graph.map { worksheets[$0] } }

  /// What the page asks, in the order one works.
  public var assignments: [Assignment] { plan.assignmentsByPage[pageIndex] }

  /// The entries that the page asks.
  public var asked: [Int] { plan.askedByPage[pageIndex] }

  /// Whether the page asks an entry.
  package func asks(_ entry: Int) -> Bool { plan.asks(entry, onPage: pageIndex) }

  /// Whether any page of the lesson asks for an entry of the page's graph.
  package func isAskedAnywhere(_ entry: Int) -> Bool {
    page.graph.map { plan.askedOfGraph[$0].contains(entry) } ?? false
  }

  /// How something that the page asks stands.
  public func state(of assignment: Assignment) -> EntryState {
    switch assignment {
    case .entry(let entry): worksheet?.states[entry] ?? .empty
    case .exercise(let exercise): exercises[exercise].state
    }
  }

  /// The verdict on what was typed last into something that the page asks.
  package func lastVerdict(of assignment: Assignment) -> Verdict? {
    switch assignment {
    case .entry(let entry): worksheet?.lastVerdicts[entry]
    case .exercise(let exercise): lastVerdicts[exercise]
    }
  }

  /// What this page asks and is right or close, and how much it asks.
  public var score: (accepted: Int, asked: Int) {
    (assignments.count { state(of: $0).isAccepted }, assignments.count)
  }

  /// What all pages ask and is right or close, and how much the lesson asks; what is only shown does not count.
  public var wholeScore: (accepted: Int, asked: Int) {
    var whole = (accepted: 0, asked: 0)
    for (graph, asked) in plan.askedOfGraph.enumerated() where !plan.isDemonstrated(graph) {
      whole.accepted += worksheets[graph].score(of: Array(asked))
      whole.asked += asked.count
    }
    whole.accepted += exercises.count { $0.state.isAccepted }
    whole.asked += exercises.count
    return whole
  }

  /// Whether nothing that the page asks is open; never on a page that asks nothing.
  public var isDone: Bool {
    if isHandedIn { return true }
    guard !assignments.isEmpty, (worksheet?.states.filled.count ?? 0) >= asked.count else {
      return false
    }
    return !assignments.contains(where: isOpen)
  }

  /// Whether something that a page asks is open.
  package func hasOpen(onPage index: Int) -> Bool {
    if plan.silentPages.contains(index) { return !handedInPages.contains(index) }
    var there = self
    there.pageIndex = index
    return there.assignments.contains(where: there.isOpen)
  }

  /// A part of what the page asks: how much there is, and how much is done.
  ///
  /// What is only shown is done when it was shown.
  ///
  /// - Complexity: O(k + log n) in the entries that are not empty and in those that are asked.
  package func count(of part: Entry.Part) -> (done: Int, asked: Int) {
    guard let worksheet else { return (0, 0) }
    // In the order of the entries all values come first, and what comes after steps last.
    func end(of part: Entry.Part) -> Int {
      asked.firstPlace { worksheet.entries[$0].part.place > part.place }
    }
    let start = part == .values ? 0 : end(of: part == .steps ? .derivatives : .values)
    let done = worksheet.states.filled.count { entry, state in
      (page.isDemonstration || isSilent ? !state.isOpen : state.isAccepted) && asks(entry)
        && worksheet.entries[entry].part == part
    }
    return (done, end(of: part) - start)
  }

  /// Whether an entry's number may be shown: it was found or shown before, or no page asks it and it tells nothing of
  /// what is open.
  ///
  /// A page of text does not tell what a page with the same graph asks.
  package func isKnown(_ entry: Int, on worksheet: Worksheet) -> Bool {
    if worksheet.states[entry].isSettled || isHandedIn { return true }
    guard asked.isEmpty else {
      return !isAskedAnywhere(entry) && !worksheet.concealed.contains(entry)
    }
    return !worksheets.indices.contains { other in
      (plan.askedOfGraph[other].contains(entry) && !worksheets[other].states[entry].isSettled
        || worksheets[other].concealed.contains(entry))
        && worksheets[other].list.graph == worksheet.list.graph
        && worksheets[other].key.hasNumbers(of: worksheet.key)
    }
  }

  /// How many answers were accepted so far, steps of exercises included.
  package var acceptedSteps: Int { score.accepted + exercises.reduce(0) { $0 + $1.typed.count } }
}
