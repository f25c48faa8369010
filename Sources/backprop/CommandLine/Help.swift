/// The texts of `--help`, made from the table of commands.
enum Help {
  /// What the program is for.
  static let purpose = "learn back propagation by doing it"
  /// Command lines to begin with, and what they show.
  static let examples = [
    ["backprop", "the menu of lessons"],
    ["backprop learn two-nodes", "a lesson"],
    ["backprop explore 'a = 2 + 3w' 'J = a^2' w=3", "formulas of your own"],
  ]

  static var overview: String {
    """
    backprop: \(purpose)

    examples:
    \(table(examples))

    commands:
    \(table(CommandName.allCases.map { ["backprop \($0.rawValue)", $0.summary] }))

    options of the menu:
    \(table(of: CommandName.options(of: nil)))

    pages to read:
    \(table(HelpTopic.allCases.map { ["backprop help \($0.rawValue)", $0.summary] }))

    backprop help COMMAND explains one command; backprop man is the whole manual.
    """
  }

  static func text(_ command: CommandName) -> String {
    var arguments = table(command.arguments.map { [$0.value.placeholder, $0.value.explanation] })
    if !arguments.isEmpty { arguments = "arguments:\n\(arguments)\n\n" }
    let topics = command.topics.map { ["backprop help \($0.rawValue)", $0.summary] }
    let pages = topics.isEmpty ? "" : "\n\npages to read:\n\(table(topics))"
    return """
      backprop \(command.usage)
      \(command.summary)

      examples:
      \(table(command.examples.map { [$0] }))

      \(arguments)options:
      \(table(of: CommandName.options(of: command)))\(pages)
      """
  }

  private static func table(of options: [Option]) -> String {
    table(options.map { [$0.notation, $0.explanation] })
  }

  /// Rows in columns, set in from the left.
  private static func table(_ rows: [[String]]) -> String {
    Output.table(rows.map { row in row.enumerated().map { $0 == 0 ? "  \($1)" : $1 } })
  }
}
