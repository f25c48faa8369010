import Journals
import Sessions
import Teaching

/// `backprop exam`: an unseen graph, which says nothing before it is handed in.
enum ExamCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    guard !arguments.positional.isEmpty else {
      throw Failure("an exam on what? name sizes such as 2-2-2, or a lesson", .usage)
    }
    guard arguments.has("--print") || !arguments.has("--key") else {
      throw Failure("--key goes with --print; write backprop exam 2-2-2 --print --key", .usage)
    }
    var library = try LessonLibrary(arguments)
    let subject = try subject(arguments, &library)
    let seed = try seed(of: subject, arguments)
    guard !arguments.has("--print") else {
      let session = try open(ExamTitle(subject, seed: seed), in: library)
      Output.write(ExamPaper(session, hasKey: arguments.has("--key")).text)
      return .done
    }
    return try take(ExamTitle(subject, seed: seed), in: library, arguments)
  }

  /// Runs an exam, and then others with other numbers as long as they are wanted.
  private static func take(
    _ first: ExamTitle, in library: LessonLibrary, _ arguments: Arguments
  ) throws(Failure) -> ExitStatus {
    var title = first
    if FullScreenHost.isInTerminal, !PlainHost.isAskedFor(by: arguments) {
      var host = try FullScreenHost(arguments)
      while true {
        var session = try open(title, in: library)
        let ending = try host.run(&session)
        guard ending == .wentOn else { return FullScreenHost.status(of: session) }
        title.seed = next(after: title.seed)
      }
    }
    var host = PlainHost(arguments)
    while true {
      let (status, wentOn) = try host.runOnce(try open(title, in: library))
      guard wentOn else { return status }
      title.seed = next(after: title.seed)
    }
  }

  private static func open(
    _ title: ExamTitle, in library: LessonLibrary
  ) throws(Failure) -> Session {
    do {
      return try Session.exam(title, opening: library.opener).get()
    } catch {
      throw Failure(error.message, .usage)
    }
  }

  /// What the exam is on: a network in its usual spelling, or a lesson by its name.
  private static func subject(
    _ arguments: Arguments, _ library: inout LessonLibrary
  ) throws(Failure) -> String {
    let text = arguments.positional.joined(separator: " ")
    if NetworkExam.isNetwork(text) { return (try? NetworkExam(text).name) ?? text }
    guard arguments.positional.count == 1 else {
      throw Failure(
        "'\(text)' are neither sizes nor a lesson; write one such as 2-2-2 tanh", .usage)
    }
    let file = try library.file(text)
    library.add(file)
    return file.name
  }

  /// The seed that is given; else that of an exam that was begun and not handed in, or the first that was not taken.
  private static func seed(
    of subject: String, _ arguments: Arguments
  ) throws(Failure) -> Int {
    if arguments.has("--seed") {
      let seed = try LearnCommand.seed(arguments)
      guard seed > 0 else {
        throw Failure("the seed of an exam is 1 at least; write --seed 1", .usage)
      }
      return seed
    }
    guard !arguments.has("--no-journal"), !arguments.has("--print") else { return 1 }
    let records = try SavedState(learner: Journal.learner(arguments)).records
    var handedIn: Set<Int> = []
    var last: Int?
    var highest = 0
    for record in records {
      guard let title = record.lesson.flatMap({ ExamTitle(name: $0) }), title.subject == subject
      else { continue }
      if record.kind == .handIn { handedIn.insert(title.seed) }
      last = title.seed
      highest = max(highest, title.seed)
    }
    if let last, !handedIn.contains(last) { return last }
    return next(after: highest)
  }

  private static func next(after seed: Int) -> Int { 1 + seed % Session.seeds.upperBound }
}
