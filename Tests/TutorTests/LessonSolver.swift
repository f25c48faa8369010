import BuiltInLessons
import Expressions
import Lessons
import Teaching
import TextScreen
import Tutor

/// Works through a lesson as somebody would who knows everything, and keeps what was on the screen of each page.
struct LessonSolver {
  private(set) var session: Session
  /// For each page the whole of its text and pictures, after it was solved.
  private(set) var screens: [String] = []

  /// A screen so large that nothing scrolls or pans.
  static let size = Size(width: 300, height: 200)

  static var lessonNames: [String] { BuiltInLessons.files.map { name(of: $0.name) } }

  init(_ name: String, seed: Int = 0) throws {
    guard let file = BuiltInLessons.files.first(where: { LessonSolver.name(of: $0.name) == name })
    else { throw MissingLesson(name: name) }
    let lesson = try Lesson(utf8: file.bytes, name: name)
    session = try Session(lesson, source: .lesson(name: name, hash: "h"), seed: seed)
    _ = session.update(.resized(LessonSolver.size))
  }

  struct MissingLesson: Error {
    var name: String
  }

  private static func name(of file: String) -> String {
    String(file.drop { $0 != "-" }.dropFirst().dropLast(3))
  }

  /// Solves the page in view and turns to the next; returns whether there is one.
  mutating func solvePage() -> Bool {
    for assignment in session.assignments {
      switch assignment {
      case .entry(let entry): fill(entry)
      case .exercise(let index): solve(session.lesson.exercises[index], index)
      }
    }
    screens.append(session.canvas().text.joined(separator: "\n"))
    guard session.pageNumber < session.lesson.pages.count else { return false }
    _ = session.update(.nextPage)
    return true
  }

  private mutating func fill(_ entry: Int) {
    guard let key = session.worksheet?.key else { return }
    _ = session.update(.fill(entry: entry, key.value(of: entry).shortestText))
  }

  private mutating func solve(_ exercise: Exercise, _ index: Int) {
    let work = ExerciseWork(exercise, on: session.worksheet?.key)
    for answer in work.solution { _ = session.update(.answer(exercise: index, answer)) }
    while session.isWorking {
      _ = session.update(.work)
      _ = session.update(.worked(seconds: 0.03))
    }
  }
}
