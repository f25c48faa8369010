import Journals
import Sessions

/// Keeps a session's events, brings back those of earlier sessions, and tells the session where that fails.
struct Recorder {
  private var journal: Journal?
  /// Whether the journal could not be written when it was tried last.
  private var hasFailed = false
  private let arguments: Arguments
  /// The page and the seed that were asked for, until the first session begins.
  private var page: Int?
  private var seed: Int?
  /// Whether it was said that a newer version wrote lines of the journal.
  private var hasToldOfNewer = false
  /// When the session began, in milliseconds.
  private var beginning = Journal.milliseconds

  init(_ arguments: Arguments) {
    self.arguments = arguments
    page = arguments.value("--page").flatMap { Int($0) }
    seed = arguments.value("--seed").flatMap { Int($0) }
  }

  /// Begins a session: brings back what was done before and records that it was opened, or says that nothing can
  /// be kept.
  ///
  /// - Throws: `Failure` where a journal is there and can be neither read nor moved aside.
  mutating func begin(_ session: inout Session) throws(Failure) {
    session.today = Journal.today
    beginning = Journal.milliseconds
    guard !arguments.has("--no-journal") else { return }
    let learner = Journal.learner(arguments)
    let saved = try SavedState(learner: learner)
    session.resume(saved.records, page: page, seed: seed)
    (page, seed) = (nil, nil)
    if let notice = saved.notice { _ = session.update(.notice(notice)) }
    if saved.newerCount > 0, !hasToldOfNewer {
      hasToldOfNewer = true
      _ = session.update(.notice("\(NewerLines.kept(saved.newerCount)) in the journal"))
    }
    journal = Journal(learner: learner)
    _ = carryOut([session.opening]) { _ = session.update($0) }
  }

  /// Keeps nothing until the next session begins.
  mutating func rest() { journal = nil }

  /// What is to be done after a session's events are kept.
  enum Next {
    case stay
    case leave
    /// Run what follows.
    case goOn
    /// Run the tutor on formulas of the learner's own.
    case explore([String])
  }

  /// Keeps a session's events, before it is shown again.
  ///
  /// - Parameter act: tells the session what becomes of the journal.
  mutating func carryOut(_ effects: [Effect], act: (Message) -> Void) -> Next {
    var next = Next.stay
    for effect in effects {
      switch effect {
      case .sumUp: break
      case .leave: next = .leave
      case .goOn: next = .goOn
      case .explore(let formulas): next = .explore(formulas)
      case .record(let event):
        do {
          try journal?.append(event)
          if hasFailed { act(.journalCaughtUp) }
          hasFailed = false
        } catch {
          hasFailed = true
          act(.journalFailed("\(error.reason), in \(Journal.folder)"))
        }
        if case .handIn = event.kind {
          act(.took(seconds: (Journal.milliseconds - beginning) / 1000))
        }
      }
    }
    return next
  }
}
