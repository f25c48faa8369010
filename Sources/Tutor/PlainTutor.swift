import Autodiff
import Lessons
import Teaching
import TextScreen

/// A session as a conversation: a line goes in, lines come out, and nothing that was said is ever drawn over.
///
/// It is made for a screen reader, a pipe or a terminal that can do no more. A value without input or output: `take`
/// changes it by a line and says what the host has to do, `speech` then says what is new.
public struct PlainTutor: Hashable, Sendable {
  /// The session; the host changes it by long computations and what becomes of the journal.
  public var session: Session
  let width: Int
  /// The page on which the conversation began.
  private let firstPage: Int
  /// What is to be said.
  private var pending: [String] = []
  /// For each page that was come to, how many of its blocks were told.
  private var told: [Int: Int] = [:]
  /// The graph that was told last, with its numbers.
  private var toldGraph: ToldGraph?
  /// The page that was announced last.
  private var announcedPage: Int?
  /// What was asked last.
  var asked: Assignment?
  /// Whether the learner went to something that is done already, to answer it again.
  var hasChosen = false
  /// The rows of a race that were told.
  private var raceRows = 0
  private var wasWorking = false
  /// Whether the conversation is over.
  public internal(set) var hasLeft = false

  private struct ToldGraph: Hashable {
    var graph: ComputationGraph
    var values: [Double]
  }

  /// Begins a conversation on a session that was opened, or resumed.
  ///
  /// - Parameter introducing: whether it is said how plain mode works.
  public init(_ session: Session, width: Int, introducing: Bool = true) {
    self.session = session
    self.width = max(20, width)
    firstPage = session.work.page
    let notice = session.remark == Wording.opening(of: session) ? "" : session.remark.text
    self.session.isPlain = true
    raceRows = raceProgress.count
    say(session.lesson.title.ended)
    if let terms = session.terms { say(terms.ended) }
    if introducing { say("Type an answer and press Enter; ? alone lists the commands.") }
    say(sentence: notice)
  }

  /// What is new since it was called last, and then what is asked.
  public mutating func speech() -> [String] {
    for row in raceProgress.dropFirst(raceRows) { say(PlainPictures.sentence(of: row)) }
    raceRows = raceProgress.count
    if wasWorking, !session.isWorking { say(sentence: session.remark.text) }
    wasWorking = session.isWorking
    if !hasLeft, !session.isWorking {
      tellPage()
      ask()
    }
    defer { pending = [] }
    return pending.map { shown($0) }
  }

  /// A line without characters that a terminal would act on, and in ASCII where nothing else is wanted.
  private func shown(_ line: String) -> String {
    let visible = line.map { $0.isControl ? "�" : $0 }
    guard session.isASCII else { return String(visible) }
    return visible.map { ["²": "^2", "³": "^3", "…": "..."][$0] ?? String($0.foldedToASCII) }
      .joined()
  }

  /// Takes a line that was typed: an answer, a command, or nothing.
  ///
  /// - Returns: what the host has to do before it says what is new.
  public mutating func take(_ line: String) -> [Effect] {
    let typed = line.trimmingBlanks
    if typed.allSatisfy(\.isWhitespace) { return takeNothing() }
    if typed.first == "?" { return takeCommand(typed) }
    guard !isReadyToTurn, let assignment = session.assignment else {
      say(
        session.assignments.isEmpty
          ? "Nothing is asked here; Enter alone goes on."
          : "This page is done; Enter alone goes on, and ?go leads back to an answer.")
      return []
    }
    return answer(line, to: assignment)
  }

  private mutating func answer(_ line: String, to assignment: Assignment) -> [Effect] {
    hasChosen = false
    let effects: [Effect]
    switch assignment {
    case .entry(let entry): effects = session.update(.fill(entry: entry, line))
    case .exercise(let exercise): effects = session.update(.answer(exercise: exercise, line))
    }
    if session.isWorking {
      say("Both methods run now, one after the other; this takes a while.")
    } else if !effects.contains(where: \.isExploring) {
      tellVerdict(on: assignment)
    }
    return effects
  }

  /// Says the verdict's word first, then its reason; of a nudge, what it moved.
  private mutating func tellVerdict(on assignment: Assignment) {
    let text = session.remark.text.ended
    let verdict = session.lastVerdict(of: assignment)
    if let index = assignment.exercise, verdict?.isAccepted ?? false,
      case .nudging = session.work.exercises[index]
    {
      let exercise = session.lesson.exercises[index]
      say(
        lines: PlainExercise(exercise, session.work.exercises[index], session, width: width)
          .lastNudge)
      return
    }
    switch verdict {
    case .right, .close:
      let word = verdict?.closeness == nil ? "Right: " : "Close. "
      say(text.hasPrefix("right") ? text.capitalised : word + text)
    case .wrong: say("Wrong, \(text)")
    case .unreadable, nil: say(sentence: text)
    }
  }

  /// An empty line goes on where nothing is to be typed, and else repeats what is asked.
  private mutating func takeNothing() -> [Effect] {
    if isReadyToTurn { return turn() }
    if session.isRace, let assignment = session.assignment { return answer("run", to: assignment) }
    if session.page.isDemonstration, session.focus != nil { return reveal() }
    asked = nil
    return []
  }

  /// Turns the page; after the last goes on to what follows, or sums up and leaves.
  mutating func turn() -> [Effect] {
    guard isOnLastPage else { return session.update(.nextPage) }
    if session.continuation != nil {
      hasLeft = true
      return session.update(.nextPage)
    }
    tellSummary()
    return leave()
  }

  /// Says what the learner made of the lesson, if they did anything.
  mutating func tellSummary() {
    guard session.wayOn != nil else { return }
    for sentence in LessonSummary(of: session).sentences { say(sentence) }
  }

  mutating func reveal() -> [Effect] {
    let effects = session.update(.reveal)
    say(sentence: effects.isEmpty ? session.remark.text : "Shown: \(session.remark.text)")
    return effects
  }

  mutating func leave() -> [Effect] {
    hasLeft = true
    let score = session.wholeScore
    say("Left with \(score.accepted) of \(score.asked) done.")
    return session.update(.leave)
  }

  /// Goes over the pages that ask nothing more, for answers that come one after another out of a file.
  public mutating func runOn() -> [Effect] {
    var effects: [Effect] = []
    if isReadyToTurn, !isOnLastPage { say(lines: [""]) }
    while isReadyToTurn, !isOnLastPage {
      effects += session.update(.nextPage)
      tellPage()
    }
    return effects
  }

  /// Goes on after formulas of the learner's own were explored, or why they could not be.
  public mutating func comeBack(_ failure: String? = nil) {
    say(failure ?? "Back in \(session.lesson.title.ended)")
    announcedPage = nil
  }

  /// Whether all that stands on the page is done, so that an empty line goes on.
  var isReadyToTurn: Bool { (session.assignments.isEmpty || session.isDone) && !hasChosen }

  var isOnLastPage: Bool { session.pageNumber == session.lesson.pages.count }

  /// Whether nothing is left to do but to leave or to go on to what follows.
  public var isAtItsEnd: Bool { isReadyToTurn && isOnLastPage }

  /// Whether nothing is open from the page on which the conversation began to the last.
  public var isFinished: Bool { openPages.allSatisfy { $0 < firstPage } }

  /// The pages, from 0, on which something is open.
  private var openPages: [Int] { session.lesson.pages.indices.filter(session.hasOpen(onPage:)) }

  private var raceProgress: [Race.Row] {
    for exercise in session.page.exercises {
      if case .race(let race) = session.work.exercises[exercise] { return race.rows }
    }
    return []
  }
}

// MARK: Telling

extension PlainTutor {
  /// Says a sentence in lines of the width.
  mutating func say(_ text: String) {
    guard !text.isEmpty else { return }
    pending += text.lines(width: width)
  }

  /// Says what the tutor remarks, as a sentence; a name that it begins with stays as it is.
  mutating func say(sentence text: String) {
    let word = text.prefix { !$0.isWhitespace && !":;,".contains($0) }
    let isWord = word.count > 1 && word.allSatisfy { ("a"..."z").contains($0) }
    let isName = session.worksheet?.key.graph.index(of: String(word)) != nil
    say((isWord && !isName ? text.capitalised : text).ended)
  }

  /// Says lines as they are.
  mutating func say(lines: [String]) { pending += lines }

  /// Leaves a line free between two things that have nothing to do with each other.
  mutating func pause() {
    if let last = pending.last, !last.isEmpty { pending.append("") }
  }

  /// Forgets what was told of a page, so that it is told again; of all where none is named.
  mutating func forget(page: Int? = nil) {
    if let page { told[page] = nil } else { told = [:] }
    announcedPage = nil
    toldGraph = nil
    asked = nil
  }

  private mutating func tellPage() {
    let page = session.work.page
    if announcedPage != page {
      announcedPage = page
      asked = nil
      hasChosen = false
      pause()
      say(heading)
    }
    let isNew = told[page] == nil
    let start = told[page] ?? 0
    var place = start
    let blocks = session.page.blocks
    while place < blocks.count, !isOpen(blocks[place]) {
      tell(blocks[place], wasInHand: place == start && !isNew)
      place += 1
    }
    told[page] = place
    if isNew, place < blocks.count, blocks[place].asksEntries { tellWhatIsThere() }
    if !isNew { tellChangedNumbers() }
  }

  /// `Page 2 of 10. Watch it once.`
  private var heading: String {
    let count = session.lesson.pages.count
    var parts = count == 1 ? [] : ["Page \(session.pageNumber) of \(count)."]
    let title = session.page.title
    if !title.isEmpty, title != session.lesson.title { parts.append(title.ended) }
    if let seed = session.seed { parts.append("Seed \(seed).") }
    let score = session.score
    if score.accepted > 0 { parts.append("\(score.accepted) of \(score.asked) done here.") }
    return parts.joined(separator: " ")
  }

  /// Whether what a block asks is still open, so that the text waits there.
  private func isOpen(_ block: Lesson.Block) -> Bool {
    if case .exercise(let index) = block { return session.state(of: .exercise(index)).isOpen }
    return block.asksEntries
      && session.assignments.contains { $0.entry != nil && session.state(of: $0).isOpen }
  }

  private mutating func tell(_ block: Lesson.Block, wasInHand: Bool) {
    switch block {
    case .prose(let prose):
      pause()
      say(lines: PlainProse([prose], width: width).lines)
    case .graph: tellGraph()
    case .fill, .demonstration: break
    case .exercise(let index):
      guard !wasInHand else { return }
      pause()
      let exercise = session.lesson.exercises[index]
      say(PlainExercise(exercise, session.work.exercises[index], session, width: width).standing)
    case .cascade(let name):
      guard let key = session.worksheet?.key else { return }
      tell(PlainPictures.sentences(ofCascade: name.text, in: key))
    case .plot(let request):
      guard let graph = session.page.graph, let key = session.worksheet?.key else { return }
      let plot = PlotLines(request, session.lesson.graphs[graph], key).plot
      tell(PlainPictures.sentences(of: plot))
    case .stepCount:
      guard let key = session.worksheet?.key else { return }
      tell(PlainPictures.sentences(ofStepsOn: key.graph))
    }
  }

  private mutating func tell(_ sentences: [String]) {
    pause()
    for sentence in sentences { say(sentence) }
  }

  /// Tells what a page has from the start before it asks for the rest: its graph, where it has no place of its own in
  /// the text, and the numbers that are given.
  private mutating func tellWhatIsThere() {
    if !session.page.blocks.contains(.graph) { tellGraph() }
    guard let worksheet = session.worksheet,
      let given = PlainGraph(session, worksheet).given
    else { return }
    tell([given])
  }

  /// Tells the graph of a page that was told before, where it is another one now than what was told last.
  private mutating func tellChangedNumbers() {
    guard let worksheet = session.worksheet,
      !session.asked.isEmpty || session.page.blocks.contains(.graph),
      toldGraph != ToldGraph(graph: worksheet.key.graph, values: worksheet.key.forward.values)
    else { return }
    tellGraph()
    asked = nil
    if let given = PlainGraph(session, worksheet).given { tell([given]) }
  }

  /// Tells the page's graph; of one that was told just before only that it is the same.
  private mutating func tellGraph() {
    guard let worksheet = session.worksheet else { return }
    let graph = PlainGraph(session, worksheet)
    let current = ToldGraph(graph: worksheet.key.graph, values: worksheet.key.forward.values)
    if toldGraph == current {
      tell(["The graph is the one before; ?graph tells it."])
    } else if toldGraph?.graph == current.graph {
      tell(["The same graph with other numbers."] + graph.inputs)
    } else {
      tell(graph.introduction)
    }
    toldGraph = current
  }

  /// Asks what is in hand: in full when it is new, else in short; or says how to go on.
  private mutating func ask() {
    pause()
    guard !isReadyToTurn else {
      say(goingOn)
      return
    }
    let question = PlainQuestion(session, width: width)
    say(lines: asked == session.assignment ? question.short : question.whole)
    asked = session.assignment
  }

  private var goingOn: String {
    let standing = session.assignments.isEmpty ? "" : Wording.standing(session) + " "
    let pages = session.lesson.pages
    guard session.pageNumber < pages.count else {
      let open = openPages.map { String($0 + 1) }
      let rest =
        open.isEmpty
        ? "" : "Something is open on page \(Wording.list(open)); ?page \(open[0]) leads there. "
      let wayOn =
        session.wayOn.map {
          session.continuation == nil ? "\($0) and leaves." : "\($0); ?quit leaves."
        } ?? "Enter leaves."
      return standing + (pages.count > 1 ? "That was the last page. " : "") + rest + wayOn
    }
    let title = pages[session.pageNumber].title
    return standing + "Enter goes on to page \(session.pageNumber + 1) of \(pages.count)"
      + (title.isEmpty ? "." : ", \(title.ended)")
  }
}

extension Lesson.Block {
  fileprivate var asksEntries: Bool {
    switch self {
    case .fill, .demonstration: true
    case .prose, .graph, .exercise, .cascade, .plot, .stepCount: false
    }
  }
}

extension Effect {
  fileprivate var isExploring: Bool {
    if case .explore = self { true } else { false }
  }
}

extension Session {
  /// Whether something that a page asks is open, wherever the learner is.
  fileprivate func hasOpen(onPage index: Int) -> Bool {
    assignmentsByPage[index].contains { assignment in
      switch assignment {
      case .entry(let entry):
        lesson.pages[index].graph.map { work.worksheets[$0].states[entry].isOpen } ?? false
      case .exercise(let exercise): work.exercises[exercise].state.isOpen
      }
    }
  }
}
