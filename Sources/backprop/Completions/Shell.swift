/// A shell that completes what is typed, when it is told how.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  /// What the shell has to read to complete the words of a `backprop` command line.
  var completions: String {
    switch self {
    case .bash: BashCompletions.text
    case .zsh: ZshCompletions.text
    case .fish: FishCompletions.text
    }
  }

  /// A word as it is typed: in quotes where the shell would take something in it for its own.
  func word(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "-_./".contains($0) }
    return isPlain && !word.isEmpty ? word : quoted(word)
  }

  /// A word in quotes, which the shell takes as it is.
  func quoted(_ word: String) -> String {
    switch self {
    case .bash, .zsh:
      "'" + word.map { $0 == "'" ? #"'\''"# : String($0) }.joined() + "'"
    case .fish:
      "'" + word.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "'"
    }
  }

  /// The flags of all options that take a value, each once.
  static var flagsWithValue: [String] {
    var flags: [String] = []
    for command in [nil] + CommandName.allCases {
      for option in CommandName.options(of: command) where option.value != nil {
        flags += option.flags.filter { !flags.contains($0) }
      }
    }
    return flags
  }
}
