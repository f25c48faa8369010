import Grading
import Journals

/// `backprop grade`: the work of a class, marked afresh.
enum GradeCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    guard !arguments.positional.isEmpty else {
      throw Failure("grade what? name journals, hand-ins or folders of them", .usage)
    }
    let options = try GradeOptions(arguments)
    let folder = try options.feedback.map(FeedbackFolder.init)
    let files = try JournalFiles(arguments.positional)
    var run = GradingRun(
      files.paths, by: options.library, on: options.terms, by: options.identity)
    run.run()
    report(files)
    report(run, options)
    let book = try book(of: run, options)
    report(book, options.identity)
    GradeReport(book, options).write()
    try folder?.write(book)
    let isMissed = reportMissed(in: book, options.least)
    return files.lacksSome || run.lacksFiles || isMissed ? .found : .done
  }

  /// Those who are wanted, as those see them who keep marks.
  private static func book(
    of run: GradingRun, _ options: GradeOptions
  ) throws(Failure) -> Gradebook {
    var wanted: [Int]?
    if let name = options.learner {
      let key = LearnerKey(name)
      let learners = run.marks.learners
      wanted = learners.indices.filter { place in
        let learner = learners[place]
        return ([learner.learner] + learner.names).contains { LearnerKey($0) == key }
      }
      guard wanted?.isEmpty == false else {
        throw Failure("there is no work of '\(name)' in these files; check the name", .usage)
      }
    }
    // Gradescope wants a mark whatever was handed in.
    guard !run.marks.learners.isEmpty || options.roster != nil || options.form == .gradescope else {
      throw Failure("there is no work in these files; name journals or hand-ins", .unreadable)
    }
    return Gradebook(run.marks, only: wanted, roster: options.roster, lessons: options.lessons)
  }

  private static func report(_ files: JournalFiles) {
    for (path, reason) in files.leftOut { Output.error("note: \(path) \(reason)") }
  }

  private static func report(_ run: GradingRun, _ options: GradeOptions) {
    for problem in run.problems { Output.error(run.report(problem)) }
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

  /// What is worth knowing of the learners themselves.
  private static func report(_ book: Gradebook, _ identity: LearnerIdentity) {
    for row in book.rows {
      guard let work = row.work else { continue }
      if work.names.count > 1 {
        let names = work.names.map { "'\($0)'" }.joined(separator: ", ")
        Output.error(
          identity == .name
            ? "note: \(names) were read as one learner"
            : "note: \(work.files.joined(separator: ", ")) has work of \(names), and was read as one "
              + "learner's")
      }
      for flag in work.flags {
        Output.error("note: '\(work.learner)' handed in \(flag.text), which is worth a look")
      }
      if book.roster != nil, row.student == nil {
        Output.error("note: '\(work.learner)' is not on the roster")
      }
    }
    for (student, names) in book.doubled {
      Output.error(
        "note: \(names.joined(separator: " and ")) are one student of the roster, \(student); the better "
          + "work counts")
    }
  }

  /// Says who has too little.
  ///
  /// - Returns: whether anybody has.
  private static func reportMissed(in book: Gradebook, _ least: GradeOptions.Least?) -> Bool {
    guard let least else { return false }
    var isMissed = false
    for row in book.rows {
      let (points, possible) = book.points(of: row)
      let wanted =
        switch least {
        case .points(let points): points
        case .share(let share): share * possible
        }
      // What is a third of ten points has rounding in it.
      guard points < wanted - 1e-9 || possible == 0 else { continue }
      isMissed = true
      Output.error(
        "'\(row.name)' has \(GradeReport.text(points)) of \(GradeReport.text(possible)) points, and "
          + "\(GradeReport.text(wanted)) are wanted")
    }
    return isMissed || book.rows.isEmpty
  }
}
