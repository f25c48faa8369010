import Autodiff
import Expressions
import Lessons
import Sessions
import Teaching

/// A graph that a command is about: that of a lesson's page, or of formulas.
enum GraphSubject {
  case numbers(AnswerKey)
  case arrays(ArrayArguments)

  /// The graph of a lesson's page, or of formulas.
  ///
  /// - Parameter purpose: what it is for, as a verb.
  init(_ arguments: Arguments, to purpose: String) throws(Failure) {
    let library = try LessonLibrary(arguments)
    let name = arguments.positional.first ?? ""
    let isLesson = name.hasSuffix(".md") || library.files.contains { $0.name == name }
    guard isLesson else {
      self = try GraphSubject.formulas(arguments, among: library.files.map(\.name))
      return
    }
    guard arguments.positional.count == 1 else {
      let extra = arguments.positional[1]
      throw Failure(
        "'\(name)' is a lesson, with graphs and numbers of its own; take '\(extra)' away", .usage)
    }
    if let flag = ["--of", "--start", "--data", "--whole", "--split"].first(where: arguments.has) {
      throw Failure(
        "'\(name)' is a lesson, whose graph is as it stands; take \(flag) away", .usage)
    }
    let seed = try LearnCommand.seed(arguments)
    let session = try LessonLibrary.session(try library.file(name), seed: seed)
    let page = arguments.has("--page") ? try LearnCommand.page(arguments) : nil
    guard page ?? 1 <= session.lesson.pages.count else {
      let count = session.lesson.pages.count
      throw Failure("'\(name)' has pages 1 to \(count), no page \(page ?? 0)", .usage)
    }
    for number in page.map({ [$0] }) ?? Array(1...session.lesson.pages.count) {
      var session = session
      _ = session.update(.page(number))
      switch session.worksheet?.key {
      case .numbers(let key):
        self = .numbers(key)
        return
      case .arrays(let key):
        self = .arrays(try ArrayArguments(key.key.reading))
        return
      case nil: continue
      }
    }
    let place = page.map { "on page \($0) of '\(name)'" } ?? "in '\(name)'"
    throw Failure("there is no graph \(place) to \(purpose); name another page", .usage)
  }

  /// Reads formulas; one that makes no graph may be the name of a lesson with a slip in it.
  private static func formulas(
    _ arguments: Arguments, among lessons: [String]
  ) throws(Failure) -> GraphSubject {
    let numbers: GraphArguments
    do {
      let statements = try GivenStatements(arguments)
      if let given = try ArrayArguments(arguments, statements) { return .arrays(given) }
      numbers = try GraphArguments(arguments, statements)
    } catch {
      guard arguments.positional.count == 1,
        let meant = Spelling.nearest(to: arguments.positional[0], among: lessons)
      else { throw error }
      throw Failure(
        "unknown lesson '\(arguments.positional[0])'; did you mean '\(meant)'?", .usage)
    }
    do {
      return .numbers(try AnswerKey(numbers.graph, at: numbers.reading.inputs))
    } catch {
      throw Failure(error.message, .unreadable)
    }
  }
}
