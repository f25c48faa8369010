import Glibc
import Phrases
import PlainMode
import Sessions
import Terminal

/// Runs sessions and the menu as lines: what is asked, an answer, what the tutor says of it.
struct PlainHost {
  private var recorder: Recorder
  private let isASCII: Bool
  private var hasWarned = false
  /// Whether it was said how plain mode works.
  private var hasIntroduced = false
  /// A line that is for what follows.
  private var heldBack: String?
  private let width = Terminal.outputColumns ?? 80
  /// Whether somebody types, and does not only send what was written before.
  private let isTyped = isatty(STDIN_FILENO) == 1

  init(_ arguments: Arguments) {
    recorder = Recorder(arguments)
    isASCII = arguments.has("--ascii")
  }

  /// Whether lines are wanted even in a terminal, or it can do no more.
  static func isAskedFor(by arguments: Arguments) -> Bool {
    arguments.has("--plain")
      || (FullScreenHost.isInTerminal && Environment.value("TERM") == "dumb")
  }

  /// Runs a session until it is left or the input ends.
  ///
  /// - Returns: whether all was done, from the page on which it began to the last.
  mutating func run(_ session: Session) throws(Failure) -> ExitStatus {
    try converse(session).status
  }

  /// Runs lessons one after another, as long as the learner goes on, and then practice.
  ///
  /// - Returns: whether all was done in the first, and whether the input is over.
  mutating func run(
    _ first: Course.Step, of course: Course, _ arguments: Arguments
  ) throws(Failure) -> (status: ExitStatus, isInputOver: Bool) {
    var status: ExitStatus?
    var step = first
    while case .lesson(let session, let index) = step {
      let end = try converse(session, followedBy: { course.continuation(after: index) })
      status = status ?? end.status
      guard end.reason == .wentOn else { return (status ?? .done, end.reason == .inputIsOver) }
      step = course.next(after: index)
    }
    let end = try practise(try PracticeCommand.practice(in: course.library, arguments))
    return (status ?? end.status, end.isInputOver)
  }

  /// Runs a session until it is left, the input ends or what follows it is wanted.
  mutating func runOnce(
    _ session: Session
  ) throws(Failure) -> (status: ExitStatus, wentOn: Bool) {
    let end = try converse(session)
    return (end.status, end.reason == .wentOn)
  }

  /// How a conversation ended.
  private struct End {
    enum Reason {
      case left, wentOn, inputIsOver
    }

    var session: Session
    var isFinished: Bool
    var reason: Reason

    init(_ tutor: PlainTutor, _ reason: Reason) {
      session = tutor.session
      isFinished = tutor.isFinished
      self.reason = reason
    }

    var status: ExitStatus { isFinished ? .done : .found }
  }

  /// - Parameters:
  ///   - isInside: whether another conversation goes on when this one is over.
  ///   - next: what follows; asked for on the last page.
  private mutating func converse(
    _ opened: Session, isInside: Bool = false,
    followedBy next: () -> Session.Continuation? = { nil }
  ) throws(Failure) -> End {
    var session = opened
    try recorder.begin(&session)
    var tutor = PlainTutor(
      session, width: width, isASCII: isASCII, introducing: !hasIntroduced, isTyped: isTyped)
    hasIntroduced = true
    var isNextKnown = false
    while true {
      if !isNextKnown, tutor.session.isOnLastPage {
        isNextKnown = true
        if let next = next() { _ = tutor.session.update(.follow(next)) }
      }
      speak(&tutor)
      let line = nextLine()
      // Answers out of a file come one after another, with or without empty lines between pages.
      if !isTyped, line.map({ !$0.isCommand }) ?? true {
        let effects = tutor.runOn()
        if !effects.isEmpty {
          _ = try carryOut(effects, of: &tutor)
          speak(&tutor)
        }
        if let line, tutor.isAtItsEnd, isInside || tutor.session.goesOnByItself {
          heldBack = line
          return End(tutor, .wentOn)
        }
      }
      guard let line else { return End(tutor, .inputIsOver) }
      echo(line)
      if let reason = try carryOut(tutor.take(line), of: &tutor) {
        if reason != .inputIsOver { speak(&tutor) }
        return End(tutor, reason)
      }
    }
  }

  /// Does what a session wants done.
  ///
  /// - Returns: why the conversation is over, if it is.
  private mutating func carryOut(
    _ effects: [Effect], of tutor: inout PlainTutor
  ) throws(Failure) -> End.Reason? {
    let next = recorder.carryOut(effects) { _ = tutor.session.update($0) }
    warn(of: tutor.session)
    while tutor.session.isComputing {
      write(tutor.speech())
      let seconds = LongComputation.seconds { tutor.session.computeSlice() }
      tutor.session.note(seconds: seconds)
    }
    switch next {
    case .stay: return nil
    case .leave: return .left
    case .goOn: return .wentOn
    case .explore(let formulas):
      let before = recorder
      defer { recorder = before }
      do {
        let end = try converse(try ExploreCommand.session(formulas), isInside: true)
        tutor.comeBack()
        return end.reason == .inputIsOver ? .inputIsOver : nil
      } catch {
        tutor.comeBack(error.message)
        return nil
      }
    }
  }

  /// Runs problems one after another, until it is enough, they are left or the input ends.
  mutating func run(_ opened: PracticeRun) throws(Failure) -> ExitStatus {
    try practise(opened).status
  }

  private mutating func practise(
    _ opened: PracticeRun
  ) throws(Failure) -> (status: ExitStatus, isInputOver: Bool) {
    var practice = opened
    tellStanding(of: practice)
    while let session = try PracticeCommand.next(&practice) {
      let end = try converse(session)
      practice.finish(end.session)
      guard end.reason == .wentOn else { return (end.status, end.reason == .inputIsOver) }
      if practice.isOverviewDue { tellStanding(of: practice) }
    }
    return (.done, false)
  }

  /// Says how the learner stands with each skill.
  private func tellStanding(of practice: PracticeRun) {
    write(PlainTutor.overview(of: practice, width: width))
  }

  /// Says once that nothing can be kept.
  private mutating func warn(of session: Session) {
    guard let failure = session.journalFailure, !hasWarned else { return }
    hasWarned = true
    Output.error("your answers are not being saved: \(failure)")
  }

  private mutating func speak(_ tutor: inout PlainTutor) {
    warn(of: tutor.session)
    write(tutor.speech())
  }

  private func write(_ lines: [String]) {
    if !lines.isEmpty { Output.write(lines.joined(separator: "\n")) }
  }

  /// The next line of the input, asked for where somebody types; `nil` at its end.
  private mutating func nextLine() -> String? {
    if let line = heldBack {
      heldBack = nil
      return line
    }
    if isTyped { Output.write("> ", terminator: "") }
    let line = WorkSign.pausing { readLine() }
    guard isTyped else { return line }
    if line == nil { Output.write("") }
    return line
  }

  /// Writes a line that nobody saw being typed, so that what is written reads as a conversation.
  private func echo(_ line: String) {
    if !isTyped { Output.write("> \(line)") }
  }

  /// Runs the menu; what is left leads back to it.
  ///
  /// - Parameters:
  ///   - road: the lessons as they stand now; the last item is practice.
  ///   - open: the lesson with an index, or practice.
  mutating func runMenu(
    road: () throws(Failure) -> Road, opening open: (Int) throws(Failure) -> Course.Step,
    of course: Course, _ arguments: Arguments
  ) throws(Failure) -> ExitStatus {
    var menu = PlainMenu(try road(), width: width)
    write(menu.lines)
    while let line = nextLine() {
      echo(line)
      switch menu.take(line) {
      case .leave: return .done
      case .say(let lines): write(lines)
      case .open(let index):
        let (status, isInputOver) = try run(try open(index), of: course, arguments)
        if isInputOver { return status }
        menu = PlainMenu(try road(), width: width)
        write(menu.reminder)
      }
    }
    return .done
  }
}

extension String {
  /// Whether a line is empty or a command, and no answer.
  fileprivate var isCommand: Bool {
    let first = first { !$0.isWhitespace }
    return first == nil || first == "?"
  }
}
