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
    Output.write(
      arguments.has("--json")
        ? SolutionJSON.object(backward).text
        : SolutionTable(backward).text(fitting: Output.columns))
    return .done
  }
}
