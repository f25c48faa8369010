package import Journals
import Sessions

extension [Effect] {
  /// What a journal keeps of them, read again as it is written.
  package func records(
    time: String = "T", run: String = "S", learner: String = "L"
  ) throws -> [JournalRecord] {
    try compactMap { effect in
      guard case .record(let event) = effect else { return nil }
      return try event.record(time: time, run: run, learner: learner)
    }
  }
}

extension JournalEvent {
  /// The event, read again as a journal keeps it.
  package func record(
    time: String = "T", run: String = "S", learner: String = "L"
  ) throws -> JournalRecord {
    let context = JournalEvent.Context(time: time, session: run, learner: learner)
    return try JournalRecord(line: Array(line(in: context).utf8))
  }
}
