import Expressions

/// `backprop completions`: a script that makes a shell complete.
enum CompletionsCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    let names = Shell.allCases.map(\.rawValue)
    guard let name = arguments.positional.first else {
      throw Failure("which shell? there are \(names.joined(separator: ", "))", .usage)
    }
    guard let shell = Shell(rawValue: name) else {
      let advice = Spelling.advice(for: name, among: names)
      throw Failure("unknown shell '\(name)'; \(advice)", .usage)
    }
    Output.write(shell.completions)
    return .done
  }
}
