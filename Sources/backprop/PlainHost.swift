import Lessons
import TextScreen
import Tutor

/// Runs a session as lines: a question, an answer, what the tutor says of it.
struct PlainHost {
  private let recorder: Recorder

  init(_ arguments: Arguments) {
    recorder = Recorder(arguments)
  }

  /// Runs a session until every page is done or the input ends.
  func run(_ opened: Session) -> ExitStatus {
    var session = opened
    recorder.begin(&session)
    Output.write(session.lesson.title)
    while true {
      for line in session.pageText(width: 76) { Output.write(line) }
      while !session.asked.isEmpty, !session.isDone {
        Output.write(session.question)
        guard let answer = readLine() else { return .found }
        _ = recorder.carryOut(session.update(.insert(answer)), of: &session)
        _ = recorder.carryOut(session.update(.submit), of: &session)
        Output.write(session.remark.text)
        _ = session.update(.deleteToStart)
      }
      guard session.pageNumber < session.lesson.pages.count else { return .done }
      _ = recorder.carryOut(session.update(.nextPage), of: &session)
    }
  }
}
