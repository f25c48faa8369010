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

  /// - Parameter isInside: whether another conversation goes on when this one is over.
  private mutating func converse(
    _ opened: Session, isInside: Bool = false
  ) throws(Failure) -> End {
    var session = opened
    try recorder.begin(&session)
    var tutor = PlainTutor(
      session, width: width, isASCII: isASCII, introducing: !hasIntroduced)
    hasIntroduced = true
    speak(&tutor)
    while true {
      let line = nextLine()
      // Answers out of a file come one after another, with or without empty lines between pages.
      if !isTyped, line.map({ !$0.isCommand }) ?? true {
        let effects = tutor.runOn()
        if !effects.isEmpty {
          _ = try carryOut(effects, of: &tutor)
          speak(&tutor)
        }
        if let line, tutor.isAtItsEnd, isInside || tutor.session.continuation != nil {
          heldBack = line
          return End(tutor, .wentOn)
        }
      }
      guard let line else { return End(tutor, .inputIsOver) }
      echo(line)
      let reason = try carryOut(tutor.take(line), of: &tutor)
      if reason != .inputIsOver { speak(&tutor) }
      if let reason { return End(tutor, reason) }
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
    guard isTyped else { return readLine() }
    Output.write("> ", terminator: "")
    let line = readLine()
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
  ///   - items: the items as they stand now; the last is practice.
  ///   - open: opens the lesson with an index; none for practice.
  ///   - practice: the practice of the learner as they stand now.
  mutating func runMenu(
    items: () throws(Failure) -> [MenuItem], opening open: (Int) throws(Failure) -> Session?,
    practising practice: () throws(Failure) -> PracticeRun
  ) throws(Failure) -> ExitStatus {
    var menu = PlainMenu(try items(), width: width)
    write(menu.lines)
    while let line = nextLine() {
      echo(line)
      switch menu.take(line) {
      case .leave: return .done
      case .say(let lines): write(lines)
      case .open(let index):
        let (status, isInputOver): (ExitStatus, Bool)
        if let session = try open(index) {
          let end = try converse(session)
          (status, isInputOver) = (end.status, end.reason == .inputIsOver)
        } else {
          (status, isInputOver) = try practise(try practice())
        }
        if isInputOver { return status }
        menu = PlainMenu(try items(), width: width)
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
