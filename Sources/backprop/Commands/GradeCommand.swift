import Grading
import Journals

/// `backprop grade`: the work of a class, marked afresh.
enum GradeCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    guard !arguments.positional.isEmpty else {
      throw Failure("grade what? name journals, hand-ins or folders of them", .usage)
    }
    let forms = ["--csv", "--json", "--answers"].filter(arguments.has)
    guard forms.count <= 1 else {
      throw Failure(
        "\(forms.joined(separator: " and ")) contradict each other; give one of them", .usage)
    }
    let library = try LessonLibrary(arguments)
    let showsAnswers = arguments.has("--answers")
    let files = try JournalFiles(arguments.positional)
    var run = GradingRun(files.paths, by: library, keepingAnswers: showsAnswers)
    run.run()
    report(files)
    report(run)
    let marks = run.marks
    var learners = marks.learners
    if let name = arguments.value("--learner") {
      learners = learners.filter { $0.learner == name }
      guard !learners.isEmpty else {
        throw Failure("there is no work of '\(name)' in these files; check the name", .usage)
      }
    }
    guard !learners.isEmpty else {
      throw Failure("there is no work in these files; name journals or hand-ins", .unreadable)
    }
    if arguments.has("--csv") {
      Output.writeRecord(Marks.Class.csvHeading)
      for line in learners.lazy.flatMap(marks.csvLines) { Output.writeRecord(line) }
    } else if arguments.has("--json") {
      writeJSON(marks, learners)
    } else {
      let tables =
        if showsAnswers {
          learners.flatMap(ClassTable.answers)
        } else if arguments.value("--learner") != nil {
          learners.flatMap { ClassTable.tables(of: $0, in: marks) }
        } else {
          ClassTable.tables(of: marks)
        }
      Output.write(
        tables.map { "\($0.title)\n\(Output.table($0.rows))" }.joined(separator: "\n\n"))
    }
    return files.lacksSome || run.lacksFiles ? .found : .done
  }

  /// One object, learner by learner, so that the text of a large class is never whole in memory.
  private static func writeJSON(_ marks: Marks.Class, _ learners: [Marks.Learner]) {
    Output.write(#"{"learners": ["#)
    for (index, learner) in learners.enumerated() {
      Output.write(marks.json(of: learner).text + (index < learners.count - 1 ? "," : ""))
    }
    Output.write(#"], "class": \#(marks.classJSON.text)}"#)
  }

  /// So many lines are said of what does not count.
  private static let reportLimit = 200

  private static func report(_ files: JournalFiles) {
    for (path, reason) in files.leftOut.prefix(reportLimit) {
      Output.error("note: \(path) \(reason)")
    }
    let more = files.leftOut.count - reportLimit
    if more > 0 { Output.error("and \(more) more like these") }
  }

  private static func report(_ run: GradingRun) {
    for problem in run.problems.prefix(reportLimit) { Output.error(run.report(problem)) }
    let more = run.problemCount - min(run.problems.count, reportLimit)
    if more > 0 { Output.error("and \(more) more like these") }
    for (lesson, count) in run.unknownLessons.sorted(by: { $0.key < $1.key }) {
      Output.error(
        "note: '\(lesson)' is not among the lessons here, and \(count == 1 ? "1 line" : "\(count) lines")"
          + " of it left out; --lessons DIR adds a folder")
    }
    for (learner, files) in run.spread {
      let names = files.prefix(3).map { run.paths[$0] }.joined(separator: ", ")
      let rest = files.count > 3 ? " and \(files.count - 3) more" : ""
      Output.error("note: the work of '\(learner)' is in \(names)\(rest), and was read as one")
    }
  }
}
