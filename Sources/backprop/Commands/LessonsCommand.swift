import Glibc

/// `backprop lessons`: the names that `learn` takes; on a terminal with where the learner stands in each.
enum LessonsCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    let library = try LessonLibrary(arguments)
    if let name = arguments.value(Option.printed.flag) {
      let file = try library.file(name)
      Output.write(String(decoding: file.bytes, as: UTF8.self), terminator: "")
      return .done
    }
    guard isatty(STDOUT_FILENO) == 0 else {
      Output.write(try MenuCommand.table(of: library, arguments))
      return .done
    }
    for file in library.files { Output.write(file.name) }
    return .done
  }
}
