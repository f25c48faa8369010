import Autodiff
import Expressions
import Journals

/// `backprop diff` on formulas with vectors and matrices: the derivative as a formula with its shape.
enum ArrayDiffCommand {
  static func run(
    _ given: ArrayArguments, by name: String, _ arguments: Arguments
  ) throws(Failure) -> ExitStatus {
    let node = try given.node(name)
    let formula = ArrayDerivatives(given.reading).formula(withRespectTo: node)
    let value = try given.backward().derivatives[node]
    let title = given.derivativeName(node)
    let text = formula.expression.text
    guard !arguments.has("--json") else {
      Output.write(
        JSON.object([
          JSON.Member("derivative", .string(text)),
          JSON.Member(
            "shape", .array(given.graph.shape(of: node).sizes.map { .number(Double($0)) })),
          JSON.Member("value", JSON(value)),
        ]).text)
      return .done
    }
    let grid = ArrayGrid(value, columns: Output.columns - 2).lines.map { "  \($0)" }
    Output.write(
      (["\(title) = \(text)  \(given.graph.shape(of: node).text)"] + grid).joined(separator: "\n"))
    return .done
  }
}
