import Autodiff
import Expressions
import Lessons
import Phrases
public import Sessions
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
  let voice: Voice
  /// The page on which the conversation began.
  private let firstPage: Int
  /// What is to be said.
  var pending: [String] = []
  /// For each page that was come to, how many of its blocks were told.
  var told: [Int: Int] = [:]
  /// The graph that was told last, with its numbers.
  var toldGraph: ToldGraph?
  /// The page that was announced last.
  var announcedPage: Int?
  /// What was asked last.
  var asked: Assignment?
  /// Whether the learner went to something that is done already, to answer it again.
  var hasChosen = false
  /// The sentences on what runs that were told.
  private var runSentences = 0
  private var wasComputing = false
  /// Whether work was handed in, and it is still to be told what came out.
  var isReportDue = false
  /// Whether somebody types, so that an empty line after the summary opens what follows; what was written before
  /// opens nothing unasked.
  let isTyped: Bool
  /// Whether the lesson was summed up after its last page.
  var hasSummedUp = false
  /// Whether the conversation is over.
  public internal(set) var hasLeft = false

  struct ToldGraph: Hashable {
    var key: GraphKey
  }

  /// Begins a conversation on a session that was opened, or resumed.
  ///
  /// - Parameters:
  ///   - introducing: whether it is said how plain mode works.
  ///   - isTyped: whether somebody types, and does not only send what was written before.
  public init(
    _ session: Session, width: Int, isASCII: Bool = false, introducing: Bool = true,
    isTyped: Bool = true
  ) {
    self.session = session
    self.isTyped = isTyped
    self.width = max(20, width)
    voice = Voice.plain(isASCII: isASCII)
    firstPage = session.progress.pageIndex
    let isUsual = session.remark == session.openingRemark && session.outputNote == nil
    let notice = isUsual ? "" : wording.saying.text
    runSentences = runProgress.count
    say(session.lesson.title.ended)
    if session.lesson.graded != nil { say(wording.terms.ended) }
    if introducing { say("Type an answer and press Enter; ? alone lists the commands.") }
    say(sentence: notice)
  }

  /// The words for what the session has to say.
  var wording: Wording { Wording(session, for: voice) }

  /// What is new since it was called last, and then what is asked.
  public mutating func speech() -> [String] {
    for sentence in runProgress.dropFirst(runSentences) { say(sentence) }
    runSentences = runProgress.count
    if wasComputing, !session.isComputing { sayRemark() }
    wasComputing = session.isComputing
    if isReportDue { tellSummary() }
    isReportDue = false
    if !hasLeft, !session.isComputing {
      tellPage()
      ask()
    }
    defer { pending = [] }
    return pending.map { shown($0) }
  }

  /// A line without characters that a terminal would act on, and in ASCII where nothing else is wanted.
  private func shown(_ line: String) -> String {
    guard voice.isASCII else { return line.printable }
    return line.printable
      .map { ["²": "^2", "³": "^3", "…": "..."][$0] ?? String($0.foldedToASCII) }.joined()
  }

  /// Takes a line that was typed: an answer, a command, or nothing.
  ///
  /// - Returns: what the host has to do before it says what is new.
  public mutating func take(_ line: String) -> [Effect] {
    let typed = line.trimmingBlanks
    if typed.allSatisfy(\.isWhitespace) { return takeNothing() }
    if typed.first == "?" { return takeCommand(typed) }
    if session.focus != nil,
      let request = DescentRequest(typed, hidden: session.worksheet?.list.names ?? [])
    {
      return send(.descend(request))
    }
    guard !isReadyToTurn, let assignment = session.assignment else {
      say(
        session.assignments.isEmpty
          ? "Nothing is asked here; Enter alone goes on."
          : session.isSilent
            ? "All is answered; ?go leads back to an answer, and ?hand-in hands in."
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
    if session.isComputing {
      say("Both methods run now, one after the other; this takes a while.")
    } else if !effects.contains(where: \.isExploring) {
      tellVerdict(on: assignment)
    }
    return effects
  }

  /// Says the verdict's word first, then its reason; of a nudge, what it moved.
  private mutating func tellVerdict(on assignment: Assignment) {
    let text = wording.saying.text.ended
    switch session.remark {
    case .exam, .descended, .noDescent:
      say(sentence: text)
      return
    default: break
    }
    let verdict: Verdict? =
      switch session.remark {
      case .rule(let verdict, _, _): verdict
      // A line may answer another entry than the one in hand.
      case .verdict(let verdict, _, _): verdict
      default: session.progress.lastVerdict(of: assignment)
      }
    if let index = assignment.exercise, verdict?.isAccepted ?? false,
      case .nudging = session.progress.exercises[index]
    {
      say(lines: exercise(index).lastNudge)
      return
    }
    switch verdict {
    case .right, .close:
      let word = verdict?.closeness == nil ? "Right: " : "Close. "
      say(beginsWithVerdict(verdict, on: assignment) ? text.capitalised : word + text)
    case .wrong: say("Wrong, \(text)")
    case .unreadable, nil: say(sentence: text)
    }
  }

  /// Whether the words for an accepted answer say themselves that it is right.
  private func beginsWithVerdict(_ verdict: Verdict?, on assignment: Assignment) -> Bool {
    switch assignment {
    case .entry: verdict?.closeness == nil
    case .exercise(let index):
      if case .question = session.progress.exercises[index] { true } else { false }
    }
  }

  /// An exercise in sentences.
  func exercise(_ index: Int) -> PlainExercise {
    PlainExercise(
      session.lesson.exercises[index], session.progress.exercises[index],
      for: voice, width: width)
  }

  /// An empty line goes on where nothing is to be typed, and else repeats what is asked.
  private mutating func takeNothing() -> [Effect] {
    if isReadyToTurn { return turn() }
    if session.isAtRun, let assignment = session.assignment { return answer("run", to: assignment) }
    if session.page.isDemonstration, session.focus != nil { return reveal() }
    asked = nil
    return []
  }

  /// Turns the page; after the last goes on to what follows, or sums up and leaves.
  mutating func turn() -> [Effect] {
    guard session.isOnLastPage else { return session.update(.nextPage) }
    if session.isSilent {
      say(sentence: wording.text(of: .exam(.handInDue)))
      return []
    }
    if session.continuation?.isImmediate ?? false {
      hasLeft = true
      return session.update(.nextPage)
    }
    if session.goesOnFromSummary, isTyped {
      guard session.hasSummary, !hasSummedUp else { return goOn() }
      hasSummedUp = true
      tellSummary()
      return []
    }
    tellSummary()
    if let next = wording.next { say("Then comes \(next.ended)") }
    return leave()
  }

  /// Leaves for what follows.
  mutating func goOn() -> [Effect] {
    hasLeft = true
    return session.update(.goOn)
  }

  /// Says what the learner made of the lesson, if they did anything.
  mutating func tellSummary() {
    guard !session.isHandedIn else {
      let rows = ExamReportRows(ExamReport(of: session), of: session, for: voice)
      for sentence in rows.sentences { say(sentence) }
      return
    }
    guard session.hasSummary else { return }
    for sentence in LessonSummary(of: session).sentences { say(sentence) }
  }

  mutating func reveal() -> [Effect] {
    let effects = session.update(.reveal)
    let text = wording.saying.text
    say(sentence: effects.isEmpty ? text : "Shown: \(text)")
    return effects
  }

  mutating func leave() -> [Effect] {
    hasLeft = true
    let score = session.wholeScore
    guard !session.isSilent else {
      let asked = session.assignments.count
      let answered = session.assignments.count { !session.progress.state(of: $0).isOpen }
      say(
        "Left with \(answered) of \(asked) answered, and not handed in; it goes on here next time.")
      return session.update(.leave)
    }
    say("Left with \(score.accepted) of \(score.asked) done.")
    return session.update(.leave)
  }

  /// Goes over the pages that ask nothing more, for answers that come one after another out of a file.
  public mutating func runOn() -> [Effect] {
    var effects: [Effect] = []
    if isReadyToTurn, !session.isOnLastPage { say(lines: [""]) }
    while isReadyToTurn, !session.isOnLastPage {
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

  /// Whether nothing is left to do but to leave or to go on to what follows.
  public var isAtItsEnd: Bool { isReadyToTurn && session.isOnLastPage }

  /// Whether nothing is open from the page on which the conversation began to the last.
  ///
  /// A lesson that is handed in as a whole is finished when it was.
  public var isFinished: Bool {
    session.isWorkToHandIn
      ? session.isHandedInWhole : openPages.allSatisfy { $0 < firstPage }
  }

  /// The pages, from 0, on which something is open.
  var openPages: [Int] { session.lesson.pages.indices.filter(session.progress.hasOpen(onPage:)) }

  /// What was told, or is to be told, of what runs on the page.
  private var runProgress: [String] {
    session.page.exercises.flatMap { exercise -> [String] in
      switch session.progress.exercises[exercise] {
      case .race(let race): race.rows.map { PlainPictures.sentence(of: $0) }
      case .training(let training): TrainingTexts(training).sentences
      case .question, .breakUp, .nudging, .exploring: []
      }
    }
  }
}

extension Effect {
  fileprivate var isExploring: Bool {
    if case .explore = self { true } else { false }
  }
}
