import Expressions

/// The words of a command line, told apart.
struct Arguments {
  let command: CommandName?
  private(set) var positional: [String] = []
  /// The values of each option given, in order; an empty one for an option that takes none.
  private var values: [String: [String]] = [:]

  /// Tells commands, options and arguments apart.
  ///
  /// A word that begins with `-` and reads as a formula over names given on the line is an argument: `-w^2`.
  init(_ words: [String]) throws(Failure) {
    var rest = words[...]
    if let first = rest.first, !first.hasPrefix("-") {
      command = try CommandName(typed: first)
      rest = rest.dropFirst()
    } else {
      command = nil
    }
    let options = CommandName.options(of: command)
    let readsFormulas =
      command?.arguments.contains { $0.value == .formula || $0.value == .lessonOrFormula } ?? false
    let given = rest
    while let word = rest.popFirst() {
      if word == "--" {
        positional += rest
        break
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map(String.init)
      if let option = options.first(where: { $0.flags.contains(parts[0]) }) {
        values[option.flag, default: []].append(try Arguments.value(of: option, parts, &rest))
      } else if word == "-h" {
        values[Option.help.flag] = [""]
      } else if word.hasPrefix("-"), word.count > 1,
        !(readsFormulas && Arguments.isFormula(word, Arguments.names(in: given)))
      {
        throw Arguments.unknownOption(parts[0], options)
      } else {
        positional.append(word)
      }
    }
    if !has(Option.help.flag) { try checkCount() }
  }

  /// Refuses an argument that the command has no place for.
  private func checkCount() throws(Failure) {
    guard let command else {
      guard let word = positional.first else { return }
      throw Failure(
        "'\(word)' stands after an option; write a command first, then its options", .usage)
    }
    let places = command.arguments
    guard !places.contains(where: \.count.repeats), positional.count > places.count else { return }
    let extra = "take '\(positional[places.count])' away"
    throw Failure(
      places.last.map { "one \($0.value.placeholder) at a time; \(extra)" }
        ?? "\(command.rawValue) takes no argument; \(extra)", .usage)
  }

  /// What to say of an option that is not among those of the command.
  private static func unknownOption(_ flag: String, _ options: [Option]) -> Failure {
    let others = CommandName.allCases.filter { command in
      CommandName.options(of: command).contains { $0.flag == flag }
    }
    let own = options.map(\.flag)
    let advice =
      others.isEmpty || own.contains { $0.hasPrefix(flag) }
      ? Spelling.advice(for: flag, among: own)
      : "it is for \(others.map(\.rawValue).joined(separator: ", "))"
    return Failure("unknown option '\(flag)'; \(advice)", .usage)
  }

  private static func value(
    of option: Option, _ parts: [String], _ rest: inout ArraySlice<String>
  ) throws(Failure) -> String {
    guard option.value != nil else {
      guard parts.count == 1 else {
        throw Failure("\(option.flag) takes no value; write it alone", .usage)
      }
      return ""
    }
    guard let value = parts.count == 2 ? parts[1] : rest.popFirst(), !value.isEmpty else {
      throw Failure(
        "\(parts[0]) needs a value; write \(parts[0]) \(option.value?.placeholder ?? "")", .usage)
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

  /// The value of an option, the last where it was given several times.
  func value(_ flag: String) -> String? { values[flag]?.last }

  /// The same with another value of an option.
  func setting(_ flag: String, to value: String) -> Arguments {
    var arguments = self
    arguments.values[flag] = [value]
    return arguments
  }

  /// All values of an option, in order.
  func values(_ flag: String) -> [String] { values[flag] ?? [] }
}
