import Autodiff
import Expressions

/// A graph given on the command line by formulas and numbers.
struct GraphArguments {
  let reading: ComputationGraph.Reading
  let forward: ForwardPass
  let breaking: ComputationGraph.Breaking
  /// The formulas as typed, without the numbers of inputs.
  let formulas: [String]

  /// - Parameter given: the statements, none of which needs arrays.
  init(_ arguments: Arguments, _ given: GivenStatements) throws(Failure) {
    guard !arguments.positional.isEmpty else {
      throw Failure(
        "no formula given; write one such as 'a = 2 + 3w', and w=3 for its input", .usage)
    }
    guard !(arguments.has("--whole") && arguments.has("--split")) else {
      throw Failure("--whole and --split contradict each other; give one of them", .usage)
    }
    let statements = given.statements
    let data = GraphArguments.data(arguments)
    breaking =
      arguments.has("--whole") ? .never : arguments.has("--split") ? .always : .singleFormula
    do {
      let reading = try ComputationGraph.read(
        statements, data: data, breaking: breaking, output: arguments.value("--of"))
      self.reading = reading
      formulas = statements.filter { reading.inputs[$0.name] == nil }.map(\.text)
    } catch {
      throw Failure(given.report(error), .unreadable)
    }
    do {
      forward = try ForwardPass(reading.graph, at: reading.inputs)
    } catch {
      throw Failure(given.report(error), .unreadable)
    }
    for note in reading.notes { Output.error("note: \(note)") }
  }

  /// The inputs that are said to be data.
  static func data(_ arguments: Arguments) -> Set<String> {
    Set(
      (arguments.value("--data") ?? "").split(separator: ",")
        .map { String($0.filter { !$0.isWhitespace }) }
        .map { Formula.name($0, known: [$0]) ?? $0 })
  }

  var graph: ComputationGraph { reading.graph }
}
