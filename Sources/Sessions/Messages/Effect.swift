public import Journals

/// What a session asks of its host.
public enum Effect: Hashable, Sendable {
  /// Write an event to the journal, before anything is shown.
  case record(JournalEvent)
  case leave
  /// Show what the learner made of the lesson.
  case sumUp
  /// Close this session and open what follows it.
  case goOn
  /// Open the tutor on formulas of the learner's own, and come back here when it is left.
  case explore([String])
}
