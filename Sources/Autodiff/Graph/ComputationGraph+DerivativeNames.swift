extension ComputationGraph {
  /// The name of the derivative of a node by another: `dJ/dw`.
  package func derivativeName(of node: Int, by other: Int) -> String {
    ComputationGraph.derivativeName(of: nodes[node].name, by: nodes[other].name)
  }

  /// The name of the derivative of one quantity by another: `dJ/dw`.
  package static func derivativeName(of quantity: String, by other: String) -> String {
    "d\(quantity)/d\(other)"
  }
}
