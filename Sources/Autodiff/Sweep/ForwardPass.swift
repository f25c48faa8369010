import Expressions

/// The value of every node of a graph, computed from left to right.
public struct ForwardPass: Hashable, Sendable {
  public let graph: ComputationGraph
  /// A value for each node, in the order of `graph.nodes`.
  public let values: [Double]

  /// Computes every value.
  ///
  /// - Parameter inputs: a number for each input of the graph.
  /// - Throws: `EvaluationError.value` for the first node whose value is not finite.
  /// - Complexity: O(n) in the terms of all formulas.
  public init(_ graph: ComputationGraph, at inputs: [String: Double]) throws(EvaluationError) {
    try self.init(graph) { index throws(EvaluationError) in
      inputs[graph.nodes[index].name]
    }
  }

  /// Computes every value but those that are given.
  init(
    _ graph: ComputationGraph, given: (Int) throws(EvaluationError) -> Double?
  ) throws(EvaluationError) {
    self.graph = graph
    var values: [Double] = []
    values.reserveCapacity(graph.nodes.count)
    for (index, node) in graph.nodes.enumerated() {
      if let value = try given(index) {
        values.append(value)
      } else if let formula = node.formula {
        let value = formula.expression.value(at: node.operands.map { values[$0] })
        guard value.isFinite else {
          throw .value(node: node.name, formula: formula.expression.text)
        }
        values.append(value)
      } else {
        preconditionFailure("a graph was read with a number for each of its inputs")
      }
    }
    self.values = values
  }

  /// The values of a node's operands, in their order.
  public func operandValues(of node: Int) -> [Double] {
    graph.nodes[node].operands.map { values[$0] }
  }

  public func value(of name: String) -> Double? {
    graph.index(of: name).map { values[$0] }
  }
}
