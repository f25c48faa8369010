public import Expressions

/// The derivative of the output with respect to every node of a graph with arrays.
public struct ArrayBackwardPass: Hashable, Sendable {
  public let forward: ArrayForwardPass
  /// For each node the derivative of the output with respect to it, in its shape; zeros where it has no part in it.
  public let derivatives: [NumericArray]

  /// Runs the reverse sweep to its end.
  ///
  /// - Throws: `EvaluationError` for the first derivative that is not finite.
  /// - Complexity: that of the rules, a small multiple of the forward pass.
  public init(
    _ forward: ArrayForwardPass, starts: [ArrayReading.Start] = []
  ) throws(EvaluationError) {
    let graph = forward.graph
    var sweep = try ArrayReverseSweep(forward, starts: starts)
    while let contribution = sweep.next() {
      guard contribution.sum.isFinite || graph.nodes[contribution.operand].kind == .data else {
        throw .derivative(
          output: graph.nodes[graph.output].name, node: graph.nodes[contribution.operand].name,
          at: forward.corner(of: contribution.consumer))
      }
    }
    self.forward = forward
    derivatives = sweep.adjoints
  }
}

extension ArrayForwardPass {
  /// The corner of a node's formula at which it has no finite derivative, if there is one.
  fileprivate func corner(of node: Int) -> Corner? {
    guard let expression = graph.nodes[node].formula?.expression,
      let results = expression.arrayTermValues(at: operandValues(of: node))
    else { return nil }
    let corner = expression.corners(from: results).first(where: \.corner.isError)?.corner
    let isMasked = expression.arrays.contains { $0.operation == .choose }
    return corner == .root && isMasked ? .rootBehindMask : corner
  }
}
