public import Autodiff
import Expressions

extension ForwardPass {
  /// The number of a formula of the graph's inputs, as `{{2w}}` in a text stands for it; `nil` where the formula speaks of
  /// anything else, since what is computed is what is asked.
  public func number(ofInputs formula: String) -> Double? {
    var inputs: [String: Double] = [:]
    for (node, value) in zip(graph.nodes, values) where node.formula == nil {
      inputs[node.name] = value
    }
    guard let formula = try? Formula(formula, known: Set(inputs.keys)),
      formula.unknownNames(known: Set(inputs.keys)).isEmpty
    else { return nil }
    return formula.expression.value(at: inputs).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The same as it is written in a text.
  public func text(ofInputs formula: String) -> String? {
    number(ofInputs: formula)?.readable().shortestText
  }
}
