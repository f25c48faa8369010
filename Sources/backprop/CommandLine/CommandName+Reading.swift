import Expressions

extension CommandName {
  /// Reads the name of a command.
  ///
  /// - Throws: `Failure` for an unknown one, with the command that is nearest, or that was left out.
  init(typed name: String) throws(Failure) {
    if let command = CommandName.allCases.first(where: { $0.rawValue == name }) {
      self = command
      return
    }
    let advice =
      LessonLibrary.isLesson(name)
      ? "write backprop learn \(name)"
      : Spelling.advice(for: name, among: CommandName.allCases.map(\.rawValue))
    throw Failure("unknown command '\(name)'; \(advice)", .usage)
  }
}
