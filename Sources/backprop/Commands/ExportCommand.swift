import Autodiff
import CodeFormats
import Drawings
import Expressions
import Journals
import Lessons
import Sessions
import Teaching

/// `backprop export`: a graph with its values and derivatives, for other programs.
enum ExportCommand {
  private enum Form: String, CaseIterable {
    case dot, svg, text, json, numpy, pytorch, jax, tensorflow, micrograd, sympy, latex, mermaid
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
      default: try write(try exported(key), as: form)
      }
    } catch let error as EvaluationError {
      throw Failure(error.message, .unreadable)
    } catch let error as Failure {
      throw error
    } catch {
      preconditionFailure("drawing a graph throws no other error")
    }
    return .done
  }

  /// A graph of numbers as one of arrays, of which numbers are a case.
  private static func exported(_ key: AnswerKey) throws(EvaluationError) -> ExportedGraph {
    let graph = key.forward.graph
    let backward = try BackwardPass(key.forward)
    var inputs: [String: NumericArray] = [:]
    for (node, value) in zip(graph.nodes, key.forward.values) where node.formula == nil {
      inputs[node.name] = NumericArray(value)
    }
    return ExportedGraph(
      ArrayReading(graph: graph, inputs: inputs),
      values: key.forward.values.map { NumericArray($0) },
      derivatives: backward.derivatives.map { NumericArray($0) })
  }

  /// Writes a graph for another program.
  private static func write(_ exported: ExportedGraph, as form: Form) throws(Failure) {
    switch form {
    case .latex: Output.write(LaTeXExport(exported).text, terminator: "")
    case .mermaid: Output.write(MermaidExport(exported).text, terminator: "")
    default:
      guard let library = PythonLibrary(rawValue: form.rawValue) else { return }
      do {
        Output.write(try PythonExport(exported, for: library).text, terminator: "")
      } catch {
        throw Failure(error.message, .unreadable)
      }
    }
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
    default:
      let backward = try given.backward()
      try write(
        ExportedGraph(
          given.reading, values: given.forward.values, derivatives: backward.derivatives), as: form)
    }
    return .done
  }

  /// Writes a drawing, and says if part of it is folded.
  private static func draw(_ drawing: GraphDrawing, _ write: (GraphDrawing) -> Void) {
    if let note = drawing.note { Output.error("note: \(note)") }
    write(drawing)
  }
}
