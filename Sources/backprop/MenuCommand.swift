import Lessons
import Tutor

/// `backprop` alone: the menu of lessons.
enum MenuCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    let library = try LessonLibrary(arguments)
    var items: [Menu.Item] = []
    for file in library.files {
      items.append(Menu.Item(name: file.name, title: try LessonLibrary.lesson(file).title))
    }
    guard FullScreenHost.isInTerminal, !arguments.has("--plain") else {
      Output.write("Lessons; backprop learn NAME opens one:")
      Output.write(Output.table(items.map { ["  \($0.name)", $0.title] }))
      return .done
    }
    let host = try FullScreenHost(arguments)
    try host.run(Menu(items)) { index throws(Failure) in
      try LessonLibrary.session(library.files[index])
    }
    return .done
  }
}
