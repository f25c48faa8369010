import Journals
import Lessons
import Phrases
import Sessions
import Teaching

/// `backprop` alone: the menu of lessons.
enum MenuCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    let library = try LessonLibrary(arguments)
    guard !PlainHost.isAskedFor(by: arguments) else {
      var host = PlainHost(arguments)
      return try host.runMenu(
        items: { () throws(Failure) in try items(of: library, arguments) },
        opening: { index throws(Failure) in
          guard library.files.indices.contains(index) else { return nil }
          return try LessonLibrary.session(
            library.files[index], learner: Journal.learner(arguments))
        },
        practising: { () throws(Failure) in
          try PracticeCommand.practice(in: library, arguments)
        })
    }
    guard FullScreenHost.isInTerminal else {
      let rows = try items(of: library, arguments).map { item in
        ["  \(item.name)", item.title, item.standing]
      }
      Output.write("Lessons; backprop learn NAME opens one:")
      Output.write(Output.table(rows))
      return .done
    }
    var host = try FullScreenHost(arguments)
    try host.runMenu(
      items: { () throws(Failure) in try items(of: library, arguments) },
      opening: { index, host throws(Failure) in
        guard library.files.indices.contains(index) else {
          try host.run(try PracticeCommand.practice(in: library, arguments))
          return
        }
        var session = try LessonLibrary.session(
          library.files[index], learner: Journal.learner(arguments))
        _ = try host.run(&session)
      })
    return .done
  }

  /// The lessons, with where the learner stands in each, then practice.
  private static func items(
    of library: LessonLibrary, _ arguments: Arguments
  ) throws(Failure) -> [MenuItem] {
    let learner = Journal.learner(arguments)
    let records = arguments.has("--no-journal") ? [] : try SavedState(learner: learner).records
    var items: [MenuItem] = []
    var resumed: [Session] = []
    let begun = Set(records.compactMap(\.lesson))
    for file in library.files {
      // Of a lesson that the program brings along, and in which nothing was done, its beginning tells all.
      if file.isBuiltIn, !begun.contains(file.name),
        let outline = LessonOutline(utf8: file.bytes)
      {
        items.append(MenuItem(name: file.name, title: outline.title, summary: outline.summary))
        continue
      }
      var session: Session
      do {
        session = try LessonLibrary.session(
          file, learner: learner, drawing: begun.contains(file.name))
      } catch {
        let why = "backprop check tells what is wrong with \(file.path)"
        items.append(MenuItem(broken: file.name, because: why))
        continue
      }
      session.resume(records)
      resumed.append(session)
      let score = session.wholeScore
      items.append(
        MenuItem(
          name: file.name, title: session.lesson.title, summary: session.lesson.summary,
          accepted: score.accepted, asked: score.asked))
    }
    let history = LearnerHistory(records, resumed: resumed)
    items.append(MenuItem(practice: Mastery(history.observations), on: Journal.today))
    return items
  }
}
