import Lessons
import Sessions

/// `backprop learn`: one lesson.
enum LearnCommand {
  static func run(_ given: Arguments) throws(Failure) -> ExitStatus {
    guard let name = given.positional.first else {
      throw Failure("learn what? name a lesson, or run backprop alone for the menu", .usage)
    }
    let library = try LessonLibrary(given)
    let file = try library.file(name)
    let arguments = try LearnerName.asking(before: file, given)
    let course = Course(library, arguments)
    let page = try page(arguments)
    let seed = try seed(arguments)
    // A preview may have any numbers; what is kept has the learner's own.
    let isPreview = arguments.has("--no-journal") && arguments.has("--seed")
    let session = try LessonLibrary.session(
      file, page: page, seed: seed, learner: isPreview ? nil : Journal.learner(arguments))
    guard session.lesson.graded == nil || isPreview || !arguments.has("--seed") else {
      throw Failure(
        "the numbers of '\(name)' are drawn from the learner's name; take --seed away, or add --no-journal",
        .usage)
    }
    guard page <= session.lesson.pages.count else {
      let count = session.lesson.pages.count
      throw Failure("'\(name)' has pages 1 to \(count), no page \(page)", .usage)
    }
    // A preview of some numbers is no part of the road.
    guard !isPreview, let index = course.index(of: file) else {
      return try run(session, arguments)
    }
    let step = Course.Step.lesson(session, index: index)
    guard FullScreenHost.isInTerminal, !PlainHost.isAskedFor(by: arguments) else {
      var host = PlainHost(arguments)
      return try host.run(step, of: course, arguments).status
    }
    var host = try FullScreenHost(arguments)
    return try host.run(step, of: course, arguments)
  }

  static func page(_ arguments: Arguments) throws(Failure) -> Int {
    guard let text = arguments.value("--page") else { return 1 }
    guard let page = Int(text), page > 0 else {
      throw Failure("'\(text)' is not a page; write a whole number from 1, as in --page 2", .usage)
    }
    return page
  }

  /// The seed of fresh numbers; 0 for the lesson's own.
  static func seed(_ arguments: Arguments) throws(Failure) -> Int {
    guard let text = arguments.value("--seed") else { return 0 }
    guard let seed = Int(text), Session.seeds.contains(seed) else {
      throw Failure("'\(text)' is not a seed; write a whole number from 0, as in --seed 3", .usage)
    }
    return seed
  }

  /// Runs a session in a full screen, or as lines where there is none.
  static func run(_ opened: Session, _ arguments: Arguments) throws(Failure) -> ExitStatus {
    guard FullScreenHost.isInTerminal, !PlainHost.isAskedFor(by: arguments) else {
      var host = PlainHost(arguments)
      return try host.run(opened)
    }
    var session = opened
    var host = try FullScreenHost(arguments)
    _ = try host.run(&session)
    return FullScreenHost.status(of: session)
  }
}
