import Autodiff
import Expressions
import Journals

/// `backprop solve`: everything there is to know of a graph.
enum SolveCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    guard !(arguments.has("--check") && arguments.has("--json")) else {
      throw Failure("--check and --json contradict each other; give one of them", .usage)
    }
    let statements = try GivenStatements(arguments)
    if let given = try ArrayArguments(arguments, statements) {
      return try ArraySolveCommand.run(given, arguments)
    }
    let given = try GraphArguments(arguments, statements)
    if arguments.has("--check") { return try check(given) }
    let backward: BackwardPass
    do {
      backward = try BackwardPass(given.forward)
    } catch {
      throw Failure(error.message, .unreadable)
    }
    CornerNotes.write(on: given.forward)
    if arguments.has("--json") {
      Output.write { SolutionJSON.write(backward, to: &$0) }
    } else {
      var table = SolutionTable(backward)
      Output.write { table.write(fitting: Output.columns, to: &$0) }
      if table.leftOut > 0 { Output.error("note: \(table.note)") }
    }
    return .done
  }

  /// Compares a graph's derivatives with central differences, by the sweep for arrays, of which numbers are a case.
  private static func check(_ given: GraphArguments) throws(Failure) -> ExitStatus {
    let inputs = given.reading.inputs.mapValues { NumericArray($0) }
    do {
      let backward = try ArrayBackwardPass(ArrayForwardPass(given.graph, at: inputs))
      let check = try DifferenceCheck(backward, inputs)
      return DifferenceTable(check, given.graph) {
        given.graph.derivativeName(of: given.graph.output, by: $0)
      }.write()
    } catch {
      throw Failure(error.message, .unreadable)
    }
  }
}
