import Autodiff
import Expressions
import Journals

/// `backprop solve`: everything there is to know of a graph.
enum SolveCommand {
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
    let given = try GraphArguments(arguments)
    let backward: BackwardPass
    do {
      backward = try BackwardPass(given.forward)
    } catch {
      throw Failure(error.message, .unreadable)
    }
    if arguments.has("--json") {
      Output.write { SolutionJSON.write(backward, to: &$0) }
    } else {
      var table = SolutionTable(backward)
      Output.write { table.write(fitting: Output.columns, to: &$0) }
      if table.leftOut > 0 { Output.error("note: \(table.note)") }
    }
    return .done
  }
}
