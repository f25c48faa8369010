/// How the program ends, as scripts see it.
enum ExitStatus: Int32, Error, CaseIterable {
  case done = 0
  case found = 1
  case usage = 2
  case unreadable = 3
  case state = 4

  /// What the manual says of it.
  var meaning: String {
    switch self {
    case .done: "done"
    case .found:
      "test or check found something, grade left files out or somebody has too few points, training diverged, or a plain run ended unfinished"
    case .usage: "an unknown command, option or lesson, or a terminal that cannot be used"
    case .unreadable:
      "a lesson or formula that cannot be read or evaluated, or too little memory or stack for it"
    case .state: "saved state that cannot be read or moved aside"
    }
  }
}
