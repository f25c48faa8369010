import Autodiff
import Expressions
import Journals

/// `backprop diff` on formulas with vectors and matrices: the derivative as a formula with its shape.
enum ArrayDiffCommand {
  /// - Returns: `nil` where the formulas are of numbers.
  static func run(_ arguments: Arguments) throws(Failure) -> ExitStatus? {
    // The name to differentiate by is the word that gives nothing a value.
    guard
      let place = arguments.positional.indices.dropFirst().first(where: {
        !arguments.positional[$0].contains("=") && !arguments.positional[$0].contains(" ")
      })
    else { return nil }
    var words = arguments.positional
    let name = words.remove(at: place)
    guard let given = try ArrayArguments(arguments, try GivenStatements(words)) else {
      return nil
    }
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
