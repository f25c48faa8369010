public import Expressions

/// Every local derivative of a graph, and the derivative of the output with respect to every node.
public struct BackwardPass: Hashable, Sendable {
  public let forward: ForwardPass
  /// For each node its edges, in the order its formula names them, each with its local derivative.
  public let edges: [[Expression.Occurrence]]
  /// For each node the derivative of the output with respect to it; 0 where it has no part in the output.
  public let derivatives: [Double]

  /// Runs the reverse sweep to its end.
  ///
  /// - Throws: `EvaluationError` for the first derivative that is not finite.
  /// - Complexity: O(n) in the terms of all formulas.
  public init(_ forward: ForwardPass) throws(EvaluationError) {
    let graph = forward.graph
    let edges = graph.nodes.indices.map { forward.occurrences(of: $0) }
    for (index, edges) in edges.enumerated() {
      for edge in edges where !edge.derivative.isFinite {
        let operand = graph.nodes[graph.nodes[index].operands[edge.slot]].name
        throw .localDerivative(node: graph.nodes[index].name, operand: operand)
      }
    }
    var sweep = ReverseSweep(forward)
    while let contribution = sweep.next() {
      guard contribution.sum.isFinite else {
        throw .derivative(
          output: graph.nodes[graph.output].name, node: graph.nodes[contribution.operand].name)
      }
    }
    self.forward = forward
    self.edges = edges
    derivatives = sweep.adjoints
  }

  /// The whole local derivative of a node with respect to one of its operands, over all edges between them.
  ///
  /// - Parameter slot: the operand, as an index into the node's operands.
  public func localDerivative(of node: Int, slot: Int) -> Double {
    edges[node].reduce(0) { $1.slot == slot ? $0 + $1.derivative : $0 }
  }

  /// What a node's consumer passes back to one of its operands.
  public func contribution(of consumer: Int, slot: Int) -> Double {
    localDerivative(of: consumer, slot: slot) * derivatives[consumer]
  }
}
