import Glibc

/// `backprop lessons`: the names that `learn` takes; on a terminal with where the learner stands in each.
enum LessonsCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    let library = try LessonLibrary(arguments)
    guard isatty(STDOUT_FILENO) == 0 else {
      Output.write(try MenuCommand.table(of: library, arguments))
      return .done
    }
    for file in library.files { Output.write(file.name) }
    return .done
  }
}
