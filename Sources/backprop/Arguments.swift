import Expressions

/// The words of a command line, told apart.
struct Arguments {
  let command: CommandName?
  private(set) var positional: [String] = []
  /// The value of each option given; empty for one that takes none.
  private var values: [String: String] = [:]

  /// Tells commands, options and arguments apart.
  ///
  /// A word that begins with `-` and reads as a formula over names given on the line is an argument: `-w^2`.
  init(_ words: [String]) throws(Failure) {
    var rest = words[...]
    if let first = rest.first, !first.hasPrefix("-") {
      guard let command = CommandName(rawValue: first) else {
        let known = CommandName.allCases.map(\.rawValue)
        let advice = Spelling.nearest(to: first, among: known).map { "did you mean '\($0)'?" }
        throw Failure(
          "unknown command '\(first)'; \(advice ?? "there are \(known.joined(separator: ", "))")",
          .usage)
      }
      self.command = command
      rest = rest.dropFirst()
    } else {
      command = nil
    }
    let options = (command?.options ?? CommandName.menuOptions) + [.help]
    let names = Arguments.names(in: rest)
    while let word = rest.popFirst() {
      if word == "--" {
        positional += rest
        break
      }
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      if let option = options.first(where: { $0.flag == parts.first }) {
        values[option.flag] = try Arguments.value(of: option, parts, &rest)
      } else if word == "-h" {
        values[Option.help.flag] = ""
      } else if word.hasPrefix("-"), word.count > 1, !Arguments.isFormula(word, names) {
        let flags = options.map(\.flag)
        let advice = Spelling.nearest(to: parts.first ?? word, among: flags)
          .map { "did you mean '\($0)'?" }
        throw Failure(
          "unknown option '\(word)'; \(advice ?? "there are \(flags.joined(separator: ", "))")",
          .usage)
      } else {
        positional.append(word)
      }
    }
    if command == nil, let word = positional.first {
      throw Failure("unknown command '\(word)'; see backprop --help", .usage)
    }
  }

  private static func value(
    of option: Option, _ parts: [String], _ rest: inout ArraySlice<String>
  ) throws(Failure) -> String {
    guard let name = option.value else {
      guard parts.count == 1 else {
        throw Failure("\(option.flag) takes no value; write it alone", .usage)
      }
      return ""
    }
    if parts.count == 2 { return parts[1] }
    guard let value = rest.popFirst() else {
      throw Failure("\(option.flag) needs a value; write \(option.flag) \(name)", .usage)
    }
    return value
  }

  private static func names(in words: ArraySlice<String>) -> Set<String> {
    var names: Set<String> = []
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { names.insert(parts[0].filter { !$0.isWhitespace }) }
      if parts.count == 1, (try? Formula(word, known: [word]))?.expression == Expression(name: word)
      {
        names.insert(word)
      }
    }
    return names
  }

  /// Whether a word that begins with `-` reads as a formula; after `--` only if all its names are given.
  private static func isFormula(_ word: String, _ names: Set<String>) -> Bool {
    guard let formula = try? Formula(word, known: names) else { return false }
    return !word.hasPrefix("--") || formula.unknownNames(known: names).isEmpty
  }

  func has(_ flag: String) -> Bool { values[flag] != nil }

  func value(_ flag: String) -> String? { values[flag] }
}
