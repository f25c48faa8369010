/// The texts of `--help`, made from the table of commands.
enum Help {
  static var overview: String {
    let rows = CommandName.allCases.map { ["  backprop \($0.rawValue)", $0.summary] }
    return """
      backprop: learn back propagation by doing it

      examples:
        backprop                                      the menu of lessons
        backprop learn two-nodes
        backprop explore 'a = 2 + 3w' 'J = a^2' w=3

      commands:
      \(Output.table(rows))

      backprop COMMAND --help tells more of one.
      """
  }

  static func text(_ command: CommandName) -> String {
    let options = (command.options + [.help]).map { option in
      [
        "  " + [option.flag, option.value].compactMap { $0 }.joined(separator: " "),
        option.explanation,
      ]
    }
    return """
      backprop \(command.usage)
      \(command.summary)

      examples:
      \(command.examples.map { "  \($0)" }.joined(separator: "\n"))

      options:
      \(Output.table(options))
      """
  }
}
