import Autodiff
import Expressions

/// A graph given on the command line by formulas and numbers.
struct GraphArguments {
  let reading: ComputationGraph.Reading
  let forward: ForwardPass
  /// The formulas as typed, without the numbers of inputs.
  let formulas: [String]

  init(_ arguments: Arguments) throws(Failure) {
    guard !arguments.positional.isEmpty else {
      throw Failure(
        "no formula given; write one such as 'a = 2 + 3w', and w=3 for its input", .usage)
    }
    guard !(arguments.has("--whole") && arguments.has("--split")) else {
      throw Failure("--whole and --split contradict each other; give one of them", .usage)
    }
    let statements = arguments.positional.map { Statement($0) }
    let data = (arguments.value("--data") ?? "").split(separator: ",")
      .map { String($0.filter { !$0.isWhitespace }) }
    do {
      let reading = try ComputationGraph.read(
        statements, data: Set(data),
        breaking: arguments.has("--whole")
          ? .never : arguments.has("--split") ? .always : .singleFormula)
      self.reading = reading
      formulas = statements.filter { reading.inputs[$0.name] == nil }.map(\.text)
    } catch {
      throw Failure("cannot read the formulas\n\(error.report(in: statements))", .unreadable)
    }
    do {
      forward = try ForwardPass(reading.graph, at: reading.inputs)
    } catch {
      throw Failure(error.message, .unreadable)
    }
    for note in reading.notes { Output.error("note: \(note)") }
  }

  var graph: ComputationGraph { reading.graph }
}
