/// The commands, with what their help says: the one table of them.
enum CommandName: String, CaseIterable {
  case learn, explore, solve, nudge, diff, check, test, new, help

  var usage: String {
    switch self {
    case .learn: "learn LESSON [--seed N] [--page N]"
    case .explore: "explore FORMULA... [NAME=NUMBER...]"
    case .solve: "solve FORMULA... [NAME=NUMBER...]"
    case .nudge: "nudge FORMULA... [NAME=NUMBER...] --name NAME [--by 0.001]"
    case .diff: "diff FORMULA NAME [NAME=NUMBER...]"
    case .check: "check [LESSON...]"
    case .test: "test [FILE-OR-LESSON...]"
    case .new: "new NAME"
    case .help: "help"
    }
  }

  var summary: String {
    switch self {
    case .learn: "a lesson, by its name or a path to its file"
    case .explore: "the tutor on formulas of your own"
    case .solve: "values, local derivatives and derivatives"
    case .nudge: "what moves when one quantity is nudged, and by how much"
    case .diff: "the symbolic derivative, and its value where all is bound"
    case .check: "what is wrong with lessons: every key, claim and test in them"
    case .new: "a small lesson to start from, in NAME.md"
    case .test: "scripted lesson tests; without arguments all of the built-in lessons'"
    case .help: "this overview"
    }
  }

  var examples: [String] {
    switch self {
    case .learn: ["backprop learn two-nodes", "backprop learn my-lesson.md --page 2"]
    case .explore:
      [
        "backprop explore 'a = 2 + 3w' 'J = a^2' w=3", "backprop explore '(2 + 3w)^2' w=3",
        "printf '11\\n121\\n' | backprop explore --plain 'a = 2 + 3w' 'J = a^2' w=3",
      ]
    case .solve:
      [
        "backprop solve 'a = 2 + 3w' 'J = a^2' w=3",
        "backprop solve 'c = w x' 'J = c^2' w=-2 x=2 --data x --json",
      ]
    case .nudge: ["backprop nudge 'a = 2 + 3w' 'J = a^2' w=3 --name w --by 0.001"]
    case .diff: ["backprop diff 'w^3' w w=2"]
    case .check: ["backprop check", "backprop check mine.md"]
    case .new: ["backprop new mine"]
    case .test: ["backprop test", "backprop test two-nodes", "backprop test mine.test"]
    case .help: ["backprop help"]
    }
  }

  var options: [Option] {
    switch self {
    case .learn: [.seed, .page, .lessons, .learner, .noJournal, .plain, .ascii]
    case .explore: [.data, .whole, .split, .learner, .noJournal, .plain, .ascii]
    case .solve: [.json, .data, .whole, .split]
    case .nudge: [.name, .by, .json, .data, .whole, .split]
    case .diff: [.json]
    case .check, .test: [.lessons]
    case .new: []
    case .help: []
    }
  }

  /// The options of the menu, where no command is named.
  static let menuOptions: [Option] = [.lessons, .learner, .noJournal, .plain, .ascii]
}

/// An option of a command.
struct Option: Hashable {
  var flag: String
  /// What its value is called; none for one that is given alone.
  var value: String?
  var explanation: String

  init(_ flag: String, _ value: String? = nil, _ explanation: String) {
    self.flag = flag
    self.value = value
    self.explanation = explanation
  }

  static let json = Option("--json", nil, "print one JSON object")
  static let data = Option("--data", "NAMES", "inputs that are data, separated by commas")
  static let whole = Option("--whole", nil, "keep a single formula whole")
  static let split = Option("--split", nil, "break every formula into elementary operations")
  static let name = Option("--name", "NAME", "the quantity to nudge")
  static let by = Option("--by", "NUMBER", "how far to nudge it; 0.001 unless told")
  static let page = Option("--page", "N", "open the lesson at a page")
  static let seed = Option("--seed", "N", "draw fresh numbers, the same for the same N")
  static let lessons = Option("--lessons", "DIR", "a folder of lessons beside the built-in ones")
  static let learner = Option("--learner", "NAME", "the name in the journal; else the user's")
  static let noJournal = Option("--no-journal", nil, "leave no trace")
  static let plain = Option("--plain", nil, "lines instead of a full screen")
  static let ascii = Option("--ascii", nil, "draw with ASCII characters alone")
  static let help = Option("--help", nil, "print this help")
}
