public import Expressions

/// Every local derivative of a graph, and the derivative of the output with respect to every node.
public struct BackwardPass: Hashable, Sendable {
  public let forward: ForwardPass
  /// For each node its edges, in the order its formula names them, each with its local derivative.
  public let edges: [[Expression.Occurrence]]
  /// For each node its whole local derivative with respect to each of its operands, over all edges between them.
  let locals: [[Double]]
  /// For each node the derivative of the output with respect to it; 0 where it has no part in the output.
  public let derivatives: [Double]

  /// Runs the reverse sweep to its end.
  ///
  /// - Parameter isForData: whether derivatives with respect to data have to be finite too, which nobody asks in a
  ///   lesson: xⁿ at x = -2 follows n = 2 by ln(-2).
  /// - Throws: `EvaluationError` for the first derivative that is not finite.
  /// - Complexity: O(n) in the terms of all formulas.
  public init(_ forward: ForwardPass, isForData: Bool = true) throws(EvaluationError) {
    let graph = forward.graph
    func counts(_ node: Int) -> Bool { isForData || graph.nodes[node].kind != .data }
    let edges = graph.nodes.indices.map { forward.occurrences(of: $0) }
    var locals: [[Double]] = []
    locals.reserveCapacity(edges.count)
    for (index, edges) in edges.enumerated() {
      let operands = graph.nodes[index].operands
      var sums = Array(repeating: 0.0, count: operands.count)
      for edge in edges { sums[edge.slot] += edge.derivative }
      if let slot = sums.indices.first(where: { !sums[$0].isFinite && counts(operands[$0]) }) {
        throw .localDerivative(
          node: graph.nodes[index].name, operand: graph.nodes[operands[slot]].name,
          at: forward.corner(of: index))
      }
      locals.append(sums)
    }
    var sweep = ReverseSweep(forward)
    while let contribution = sweep.next() {
      guard contribution.sum.isFinite || !counts(contribution.operand) else {
        throw .derivative(
          output: graph.nodes[graph.output].name, node: graph.nodes[contribution.operand].name)
      }
    }
    self.forward = forward
    self.edges = edges
    self.locals = locals
    derivatives = sweep.adjoints
  }

  /// The whole local derivative of a node with respect to one of its operands, over all edges between them.
  ///
  /// - Parameter slot: the operand, as an index into the node's operands.
  /// - Complexity: O(1).
  public func localDerivative(of node: Int, slot: Int) -> Double { locals[node][slot] }

  /// What a node's consumer passes back to one of its operands.
  public func contribution(of consumer: Int, slot: Int) -> Double {
    localDerivative(of: consumer, slot: slot) * derivatives[consumer]
  }
}

extension ForwardPass {
  /// The corner of a node's formula at which it has no finite derivative, if there is one.
  fileprivate func corner(of node: Int) -> Corner? {
    guard let expression = graph.nodes[node].formula?.expression else { return nil }
    let results = expression.termValues(at: operandValues(of: node))
    return expression.corners(from: results).first(where: \.corner.isError)?.corner
  }
}
