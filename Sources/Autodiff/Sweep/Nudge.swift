/// What moves when one quantity of a graph is nudged, and by how much.
public struct Nudge: Hashable, Sendable {
  public struct Change: Hashable, Sendable {
    public var node: Int
    public var before: Double
    public var after: Double
    /// The change divided by the step: an estimate of the derivative.
    public var slope: Double
  }

  public let node: Int
  public let step: Double
  /// The nodes that depend on the nudged one, from left to right, without itself.
  public let changes: [Change]

  /// Adds a step to a node and computes what depends on it anew. An operation is held at its nudged value.
  ///
  /// - Throws: `EvaluationError` where the step is 0, or a nudged value or a slope is not finite.
  /// - Complexity: O(n) in the terms of all formulas.
  public init(_ node: Int, by step: Double, in forward: ForwardPass) throws(EvaluationError) {
    guard step != 0, step.isFinite else { throw .nudgeOfZero }
    let graph = forward.graph
    guard forward.values[node] + step != forward.values[node] else {
      throw .nudgeTooSmall(node: graph.nodes[node].name)
    }
    let isMoved = graph.depends(on: node)
    let nudged = try ForwardPass(graph) { index throws(EvaluationError) in
      index == node ? forward.values[index] + step : isMoved[index] ? nil : forward.values[index]
    }
    self.node = node
    self.step = step
    guard nudged.values[node].isFinite else { throw .nudgedTooFar(node: graph.nodes[node].name) }
    var changes: [Change] = []
    for index in graph.nodes.indices where isMoved[index] && index != node {
      let (before, after) = (forward.values[index], nudged.values[index])
      let slope = (after - before) / step
      guard slope.isFinite else { throw .nudgedTooFar(node: graph.nodes[index].name) }
      changes.append(Change(node: index, before: before, after: after, slope: slope))
    }
    self.changes = changes
  }
}
