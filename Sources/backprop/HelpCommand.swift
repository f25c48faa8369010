/// `backprop help`: the overview, or the help of one command.
enum HelpCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    guard let name = arguments.positional.first else {
      Output.write(Help.overview)
      return .done
    }
    Output.write(Help.text(try CommandName(typed: name)))
    return .done
  }
}
