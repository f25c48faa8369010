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
  ///
  /// - Parameter drawing: whether fresh numbers are drawn, which is most of the work.
  func step(_ index: Int, drawing: Bool = true) throws(Failure) -> Step {
    let file = library.files[index]
    return .lesson(
      try LessonLibrary.session(file, learner: learner(), drawing: drawing), index: index)
  }

  /// What follows the lesson with an index.
  func next(after index: Int, drawing: Bool = true) -> Step {
    for next in library.files.indices where next > index {
      // A lesson that cannot be read is passed by; the menu and check say what is wrong with it.
      if let step = try? step(next, drawing: drawing) { return step }
    }
    return .practice
  }

  /// The same as it is said to the learner.
  func continuation(after index: Int) -> Session.Continuation {
    switch next(after: index, drawing: false) {
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
