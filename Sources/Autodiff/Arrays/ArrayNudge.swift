public import Expressions

/// What moves when one cell of a quantity is nudged, and by how much.
public struct ArrayNudge: Hashable, Sendable {
  public struct Change: Hashable, Sendable {
    public var node: Int
    public var before: NumericArray
    public var after: NumericArray

    /// The change of each number divided by the step.
    public func slopes(over step: Double) -> NumericArray {
      NumericArray(
        before.elements.indices.map { (after[$0] - before[$0]) / step }, shape: before.shape)
    }
  }

  public let node: Int
  /// The place of the cell in the node's numbers.
  public let place: Int
  public let step: Double
  /// The nodes of which a number moved, from left to right, without the nudged one.
  public let changes: [Change]
  /// The nudged node's own numbers.
  public let own: Change

  /// Adds a step to one cell and computes what depends on it anew. An operation is held at its nudged value.
  ///
  /// - Throws: `EvaluationError` where the step is 0 or lost, or a nudged value is not finite.
  public init(
    _ node: Int, place: Int, by step: Double, in forward: ArrayForwardPass
  ) throws(EvaluationError) {
    guard step != 0, step.isFinite else { throw .nudgeOfZero }
    let graph = forward.graph
    var nudged = forward.values[node]
    nudged[place] += step
    guard nudged != forward.values[node] else {
      throw .nudgeTooSmall(node: graph.nodes[node].name)
    }
    let isMoved = graph.depends(on: node)
    let after = try ArrayForwardPass(graph) {
      $0 == node ? nudged : isMoved[$0] ? nil : forward.values[$0]
    }
    self.node = node
    self.place = place
    self.step = step
    own = Change(node: node, before: forward.values[node], after: nudged)
    changes = graph.nodes.indices.compactMap { index in
      let (before, after) = (forward.values[index], after.values[index])
      guard index != node, isMoved[index], before != after else { return nil }
      return Change(node: index, before: before, after: after)
    }
  }
}
