import Expressions

/// `backprop help`: the overview, or the help of one command or topic.
enum HelpCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    guard let name = arguments.positional.first else {
      Output.write(Help.overview)
      return .done
    }
    if let topic = HelpTopic(rawValue: name) {
      Output.write(topic.text)
      return .done
    }
    let topics = HelpTopic.allCases.map(\.rawValue)
    if CommandName(rawValue: name) == nil, let meant = Spelling.nearest(to: name, among: topics) {
      throw Failure("unknown topic '\(name)'; did you mean '\(meant)'?", .usage)
    }
    Output.write(Help.text(try CommandName(typed: name)))
    return .done
  }
}
