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
    switch try GraphSubject(arguments, to: "export") {
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

  /// Writes a drawing, and says if part of it is folded.
  private static func draw(_ drawing: GraphDrawing, _ write: (GraphDrawing) -> Void) {
    if let note = drawing.note { Output.error("note: \(note)") }
    write(drawing)
  }
}
