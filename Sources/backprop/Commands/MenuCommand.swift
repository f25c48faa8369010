import BuiltInLessons
import Journals
import Lessons
import Phrases
import Sessions
import Teaching

/// `backprop` alone: the road through the lessons.
enum MenuCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    let course = Course(try LessonLibrary(arguments), arguments)
    let open = { (index: Int) throws(Failure) -> Course.Step in
      course.library.files.indices.contains(index) ? try course.step(index) : .practice
    }
    guard !PlainHost.isAskedFor(by: arguments) else {
      var host = PlainHost(arguments)
      return try host.runMenu(
        road: { () throws(Failure) in try road(in: course.library, arguments) }, opening: open,
        of: course, arguments)
    }
    guard FullScreenHost.isInTerminal else {
      Output.write("Lessons; backprop learn NAME opens one:")
      Output.write(try table(of: course.library, arguments))
      return .done
    }
    var host = try FullScreenHost(arguments)
    try host.runMenu(
      road: { () throws(Failure) in try road(in: course.library, arguments) },
      opening: { index, host throws(Failure) in
        try host.run(try open(index), of: course, arguments)
      })
    return .done
  }

  /// The lessons with where the learner stands in each, and how far they are.
  static func table(
    of library: LessonLibrary, _ arguments: Arguments
  ) throws(Failure) -> String {
    let road = try road(in: library, arguments)
    let rows = road.items.map { item in
      let time = item.isDone ? nil : item.minutes.map { "\($0) min" }
      return ["  \(item.name)", item.title, item.standing, time ?? ""]
    }
    let lines = [Output.table(rows), road.progress, road.today ?? ""]
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The lessons, with where the learner stands in each, then practice.
  private static func road(
    in library: LessonLibrary, _ arguments: Arguments
  ) throws(Failure) -> Road {
    let learner = Journal.learner(arguments)
    let records = arguments.has("--no-journal") ? [] : try SavedState(learner: learner).records
    var items: [MenuItem] = []
    var resumed: [(item: Int, session: Session)] = []
    let begun = Set(records.compactMap(\.lesson))
    let hashes = Set(records.compactMap(\.lessonHash))
    for file in library.files {
      // Of a lesson that the program brings along, and in which nothing was done, its beginning tells all.
      if file.isBuiltIn, !begun.contains(file.name), let size = BuiltInLessons.sizes[file.name],
        let outline = LessonOutline(utf8: file.bytes)
      {
        items.append(
          MenuItem(
            name: file.name, title: outline.title, summary: outline.summary, asked: size.asked,
            minutes: size.minutes))
        continue
      }
      var session: Session
      do {
        let isBegun = begun.contains(file.name) || !hashes.isDisjoint(with: file.copies)
        session = try LessonLibrary.session(file, learner: learner, drawing: isBegun)
      } catch {
        let why = "backprop check tells what is wrong with \(file.path)"
        items.append(MenuItem(broken: file.name, because: why))
        continue
      }
      session.resume(records)
      resumed.append((items.count, session))
      let score = session.wholeScore
      items.append(
        MenuItem(
          name: file.name, title: session.lesson.title, summary: session.lesson.summary,
          accepted: score.accepted, asked: score.asked, shown: session.shownCount,
          isBegun: session.isBegun, minutes: session.minutesLeft))
    }
    let history = LearnerHistory(records, resumed: resumed.map(\.session))
    let mastery = Mastery(history.observations)
    let today = Journal.today
    let due = Set(mastery.practisedSkills.filter { mastery[$0].isDue(on: today) })
    if !due.isEmpty {
      for (item, session) in resumed where session.isBegun {
        items[item].dueCount = session.skills.intersection(due).count
      }
    }
    items.append(MenuItem(practice: mastery, on: today))
    return Road(items, lastLesson: records.last { $0.lesson != nil }?.lesson)
  }
}
