import BuiltInLessons
import Expressions
import FullScreen
import Journals
import Lessons
public import Sessions
import Teaching
import TextScreen

/// Works through a lesson as somebody would who knows everything, and keeps what was on the screen of each page.
public struct LessonSolver {
  private var screen: Screen
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
    let session = try Session(lesson, source: .lesson(name: name, hash: "h"), seed: seed)
    screen = Screen(session, size: LessonSolver.size)
  }

  public var session: Session { screen.session }

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
    screens.append(screen.canvas().text.joined(separator: "\n"))
    guard session.pageNumber < session.lesson.pages.count else { return false }
    _ = screen.act(.nextPage)
    return true
  }

  private mutating func fill(_ entry: Int) {
    guard let worksheet = session.worksheet, worksheet.states[entry].isOpen else { return }
    let answer = worksheet.key.answer(to: entry)
    typed[typed.count - 1].append(answer)
    _ = screen.act(.fill(entry: entry, answer))
  }

  private mutating func solve(_ exercise: Exercise, _ index: Int) {
    let work = ExerciseWork(exercise, on: session.worksheet?.key.numbers)
    for answer in work.solution {
      typed[typed.count - 1].append(answer)
      _ = screen.act(.answer(exercise: index, answer))
    }
    while screen.isComputing {
      screen.computeSlice()
      screen.note(seconds: 0.03)
    }
  }
}
