import Lessons
import Sessions

/// The lessons in their order, as far as they can be read, and practice after the last.
struct Course {
  let library: LessonLibrary
  private let learner: () -> String

  init(_ library: LessonLibrary, _ arguments: Arguments) {
    self.library = library
    learner = { Journal.learner(arguments) }
  }

  /// Something to work at, in a course.
  enum Step {
    case lesson(Session, index: Int)
    case practice
  }

  /// The lesson with an index.
  func step(_ index: Int) throws(Failure) -> Step {
    .lesson(try LessonLibrary.session(library.files[index], learner: learner()), index: index)
  }

  /// What follows the lesson with an index.
  func next(after index: Int) -> Step {
    for next in library.files.indices where next > index {
      // A lesson that cannot be read is passed by; the menu and check say what is wrong with it.
      if let step = try? step(next) { return step }
    }
    return .practice
  }

  /// The same as it is said to the learner.
  func continuation(after index: Int) -> Session.Continuation {
    switch next(after: index) {
    case .practice: .practice
    case .lesson(let session, let index):
      .nextLesson(
        Session.NextLesson(
          name: library.files[index].name, title: session.lesson.title,
          minutes: session.minutesLeft))
    }
  }

  /// The place of a lesson's file in the course; `nil` for a file of its own.
  func index(of file: LessonLibrary.File) -> Int? {
    library.files.firstIndex { $0.name == file.name && $0.path == file.path }
  }
}
