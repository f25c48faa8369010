import Tutor

/// Keeps a session's events, and tells the session where that fails.
struct Recorder {
  private let journal: Journal?
  private let failure: String?

  init(_ arguments: Arguments) {
    guard !arguments.has("--no-journal") else {
      (journal, failure) = (nil, nil)
      return
    }
    do {
      (journal, failure) = (try Journal(learner: arguments.value("--learner")), nil)
    } catch {
      (journal, failure) = (nil, "\(Journal.folder): \(error.reason)")
    }
  }

  /// Begins a session: records that it was opened, or says that nothing can be kept.
  func begin(_ session: inout Session) {
    if let failure { _ = session.update(.journalFailed(failure)) }
    _ = carryOut([session.opening], of: &session)
  }

  /// Does what a session asks, before it is shown again.
  ///
  /// - Returns: whether the session is to be left.
  func carryOut(_ effects: [Effect], of session: inout Session) -> Bool {
    var isLeft = false
    for effect in effects {
      switch effect {
      case .leave: isLeft = true
      case .record(let event):
        do {
          try journal?.append(event)
        } catch {
          _ = session.update(.journalFailed("\(Journal.folder): \(error.reason)"))
        }
      }
    }
    return isLeft
  }
}
