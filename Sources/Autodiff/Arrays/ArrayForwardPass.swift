public import Expressions

/// The value of every node of a graph with arrays, computed from left to right.
public struct ArrayForwardPass: Hashable, Sendable {
  public let graph: ComputationGraph
  /// A value for each node, in the order of `graph.nodes`.
  public let values: [NumericArray]

  /// Computes every value.
  ///
  /// - Parameter inputs: an array for each input of the graph.
  /// - Throws: `EvaluationError` for the first node whose value is not finite, or where an index lies outside.
  /// - Complexity: O(n) in the numbers of all terms, and in the multiplications of products.
  public init(
    _ graph: ComputationGraph, at inputs: [String: NumericArray]
  ) throws(EvaluationError) {
    try self.init(graph) { inputs[graph.nodes[$0].name] }
  }

  /// Computes every value but those that are given.
  init(
    _ graph: ComputationGraph, given: (Int) -> NumericArray?
  ) throws(EvaluationError) {
    self.graph = graph
    var values: [NumericArray] = []
    values.reserveCapacity(graph.nodes.count)
    for (index, node) in graph.nodes.enumerated() {
      if let value = given(index) {
        values.append(value)
        continue
      }
      guard let formula = node.formula else {
        preconditionFailure("a graph was read with numbers for each of its inputs")
      }
      guard let value = formula.expression.arrayValue(at: node.operands.map { values[$0] }) else {
        throw .index(node: node.name, formula: formula.expression.text)
      }
      guard value.isFinite else {
        throw .value(node: node.name, formula: formula.expression.text)
      }
      values.append(value)
    }
    self.values = values
  }

  /// The values of a node's operands, in their order.
  public func operandValues(of node: Int) -> [NumericArray] {
    graph.nodes[node].operands.map { values[$0] }
  }
}
