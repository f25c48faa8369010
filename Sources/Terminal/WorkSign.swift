import CNcurses

/// The sign of work that takes long: after a second a line on standard error, where that is a terminal.
///
/// It is gone before anything else is written there, and when the program ends, by a signal too.
package enum WorkSign {
  /// Begins to watch the time.
  package static func begin() { cn_working_begin() }

  /// Does something that is no work, or writes to the terminal; what is worked after it counts from zero.
  package static func pausing<Result>(_ body: () -> Result) -> Result {
    cn_working_hold()
    defer { cn_working_go_on() }
    return body()
  }

  /// Shows none any more, since the terminal belongs to a full screen.
  static func end() { cn_working_end() }
}
