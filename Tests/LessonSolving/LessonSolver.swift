import BuiltInLessons
import Expressions
import Lessons
import Teaching
import TextScreen
public import Tutor

/// Works through a lesson as somebody would who knows everything, and keeps what was on the screen of each page.
public struct LessonSolver {
  public private(set) var session: Session
  /// For each page the whole of its text and pictures, after it was solved.
  public private(set) var screens: [String] = []
  /// For each page what was typed, line by line.
  public private(set) var typed: [[String]] = []

  /// A screen so large that nothing scrolls or pans.
  private static let size = Size(width: 300, height: 200)

  public static var lessonNames: [String] { BuiltInLessons.files.map { name(of: $0.name) } }

  public init(_ name: String, seed: Int = 0) throws {
    guard let file = BuiltInLessons.files.first(where: { LessonSolver.name(of: $0.name) == name })
    else { throw MissingLesson(name: name) }
    let lesson = try Lesson(utf8: file.bytes, name: name)
    session = try Session(lesson, source: .lesson(name: name, hash: "h"), seed: seed)
    _ = session.update(.resized(LessonSolver.size))
  }

  private struct MissingLesson: Error {
    var name: String
  }

  private static func name(of file: String) -> String {
    String(file.drop { $0 != "-" }.dropFirst().dropLast(3))
  }

  /// Solves the page in view and turns to the next; returns whether there is one.
  public mutating func solvePage() -> Bool {
    typed.append([])
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
    guard let worksheet = session.worksheet, worksheet.states[entry].isOpen else { return }
    let answer = worksheet.key.value(of: entry).shortestText
    typed[typed.count - 1].append(answer)
    _ = session.update(.fill(entry: entry, answer))
  }

  private mutating func solve(_ exercise: Exercise, _ index: Int) {
    let work = ExerciseWork(exercise, on: session.worksheet?.key)
    for answer in work.solution {
      typed[typed.count - 1].append(answer)
      _ = session.update(.answer(exercise: index, answer))
    }
    while session.isWorking {
      _ = session.update(.work)
      _ = session.update(.worked(seconds: 0.03))
    }
  }
}
