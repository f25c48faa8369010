/// How the program ends, as scripts see it.
enum ExitStatus: Int32, Error {
  case done = 0
  /// A test or a check found something, or a plain run ended unfinished.
  case found = 1
  /// An unknown command, option or lesson, or a terminal that will not do.
  case usage = 2
  /// A lesson or formula that cannot be read or evaluated.
  case unreadable = 3
}

/// Why a command could not do what was asked.
struct Failure: Error {
  var message: String
  var status: ExitStatus

  init(_ message: String, _ status: ExitStatus) {
    self.message = message
    self.status = status
  }
}
