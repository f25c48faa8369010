import Lessons
import TextScreen
import Tutor

/// Runs a session as lines: a question, an answer, what the tutor says of it.
struct PlainHost {
  private var recorder: Recorder
  private var hasWarned = false

  init(_ arguments: Arguments) {
    recorder = Recorder(arguments)
  }

  /// Says once that nothing can be kept.
  private mutating func warn(of session: Session) {
    guard let failure = session.journalFailure, !hasWarned else { return }
    hasWarned = true
    Output.error("your answers are not being kept: \(failure)")
  }

  /// Runs a session until every page is done or the input ends.
  mutating func run(_ session: inout Session) throws(Failure) -> ExitStatus {
    try recorder.begin(&session)
    Output.write(session.lesson.title)
    if let terms = session.terms { Output.write(terms) }
    warn(of: session)
    while true {
      for line in session.pageText(width: 76) { Output.write(line) }
      while !session.assignments.isEmpty, !session.isDone {
        for line in session.workText(width: 76) { Output.write(line) }
        Output.write(session.question)
        guard let answer = readLine() else { return .found }
        _ = recorder.carryOut(PlainHost.submit(answer, to: &session), of: &session)
        Output.write(session.remark.text)
        warn(of: session)
      }
      guard session.pageNumber < session.lesson.pages.count else { return .done }
      _ = recorder.carryOut(session.update(.nextPage), of: &session)
    }
  }

  /// Types a line and presses Enter; a long computation then runs to its end.
  private static func submit(_ answer: String, to session: inout Session) -> [Effect] {
    let isBlank = answer.allSatisfy(\.isWhitespace)
    let effects =
      switch session.assignment {
      case .entry(let entry) where !isBlank: session.update(.fill(entry: entry, answer))
      case .exercise(let exercise) where !isBlank:
        session.update(.answer(exercise: exercise, answer))
      default: session.update(.submit)
      }
    while session.isWorking { LongComputation.doSlice(of: &session) }
    return effects
  }
}
