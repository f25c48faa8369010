import Autodiff
import Drawings
import Expressions
import Journals
import Lessons
import Sessions
import Teaching

/// `backprop export`: a graph with its values and derivatives, for other programs.
enum ExportCommand {
  private enum Form: String, CaseIterable {
    case dot, svg, text, json
  }

  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    let forms = Form.allCases.filter { arguments.has("--\($0.rawValue)") }
    guard forms.count <= 1 else {
      let flags = forms.map { "--\($0.rawValue)" }.joined(separator: " and ")
      throw Failure("\(flags) contradict each other; give one of them", .usage)
    }
    let form = forms.first ?? .text
    let key: AnswerKey
    switch try subject(arguments) {
    case .numbers(let given): key = given
    case .arrays(let given): return try write(given, as: form)
    }
    do {
      switch form {
      case .dot:
        let backward = try BackwardPass(key.forward)
        Output.write { DOTExport(backward).write(to: &$0) }
      case .svg: draw(try GraphDrawing(key)) { $0.writeSVG { Output.write($0) } }
      case .text: draw(try GraphDrawing(key)) { $0.writeText { Output.write($0) } }
      case .json:
        let backward = try BackwardPass(key.forward)
        Output.write { SolutionJSON.write(backward, to: &$0) }
      }
    } catch {
      throw Failure(error.message, .unreadable)
    }
    return .done
  }

  private static func write(
    _ given: ArrayArguments, as form: Form
  ) throws(Failure) -> ExitStatus {
    switch form {
    case .dot:
      let backward = try given.backward()
      Output.write { ArrayDOTExport(given.reading, backward).write(to: &$0) }
    case .svg:
      draw(GraphDrawing(given.forward, isInRows: false)) { $0.writeSVG { Output.write($0) } }
    case .text:
      draw(GraphDrawing(given.forward, isInRows: true)) { $0.writeText { Output.write($0) } }
    case .json: Output.write(ArraySolveCommand.json(given, try given.backward()).text)
    }
    return .done
  }

  /// What is exported.
  private enum Subject {
    case numbers(AnswerKey)
    case arrays(ArrayArguments)
  }

  /// Writes a drawing, and says if part of it is folded.
  private static func draw(_ drawing: GraphDrawing, _ write: (GraphDrawing) -> Void) {
    if let note = drawing.note { Output.error("note: \(note)") }
    write(drawing)
  }

  /// The graph of a lesson's page, or of formulas.
  private static func subject(_ arguments: Arguments) throws(Failure) -> Subject {
    let library = try LessonLibrary(arguments)
    let name = arguments.positional.first ?? ""
    let isLesson = name.hasSuffix(".md") || library.files.contains { $0.name == name }
    guard isLesson else {
      return try formulas(arguments, among: library.files.map(\.name))
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
      case .numbers(let key): return .numbers(key)
      case .arrays(let key): return .arrays(try ArrayArguments(key.key.reading))
      case nil: continue
      }
    }
    let place = page.map { "on page \($0) of '\(name)'" } ?? "in '\(name)'"
    throw Failure("there is no graph \(place) to export; name another page", .usage)
  }

  /// Reads formulas; one that makes no graph may be the name of a lesson with a slip in it.
  private static func formulas(
    _ arguments: Arguments, among lessons: [String]
  ) throws(Failure) -> Subject {
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
