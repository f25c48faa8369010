/// What a session asks of its host.
public enum Effect: Hashable, Sendable {
  /// Write an event to the journal, before anything is shown.
  case record(JournalEvent)
  case leave
}
