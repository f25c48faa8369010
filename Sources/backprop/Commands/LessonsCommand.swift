/// `backprop lessons`: the names that `learn` takes.
enum LessonsCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    for file in try LessonLibrary(arguments).files { Output.write(file.name) }
    return .done
  }
}
