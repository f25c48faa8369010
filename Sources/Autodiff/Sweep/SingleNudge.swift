import Expressions

/// A nudge in numbers of 32 bits, each operation rounded to the nearest of them, as most libraries compute.
public struct SingleNudge: Hashable, Sendable {
  public struct Change: Hashable, Sendable {
    public var node: Int
    public var before: Float
    public var after: Float
    /// The change divided by the step, in 32 bits as well.
    public var slope: Float
  }

  public let node: Int
  public let step: Float
  public let before: Float
  public let after: Float
  /// The nodes that depend on the nudged one, from left to right, without itself.
  public let changes: [Change]

  /// Computes a graph in 32 bits before and after a nudge; one that is lost beside the number moves nothing.
  ///
  /// - Throws: `EvaluationError` where the step is 0 in 32 bits, or a value or slope is not finite.
  /// - Complexity: O(n) in the terms of all formulas.
  public init(_ node: Int, by step: Double, in forward: ForwardPass) throws(EvaluationError) {
    let step32 = Float(step)
    guard step32 != 0, step32.isFinite else { throw .nudgeOfZero }
    let graph = forward.graph
    let isMoved = graph.depends(on: node)
    let before = try SingleNudge.values(forward) { _ in nil }
    let held = before[node] + step32
    let after = try SingleNudge.values(forward) {
      $0 == node ? held : isMoved[$0] ? nil : before[$0]
    }
    self.node = node
    self.step = step32
    self.before = before[node]
    self.after = held
    var changes: [Change] = []
    for index in graph.nodes.indices where isMoved[index] && index != node {
      let slope = (after[index] - before[index]) / step32
      guard slope.isFinite else { throw .nudgedTooFar(node: graph.nodes[index].name) }
      changes.append(
        Change(node: index, before: before[index], after: after[index], slope: slope))
    }
    self.changes = changes
  }

  private static func values(
    _ forward: ForwardPass, given: (Int) -> Float?
  ) throws(EvaluationError) -> [Float] {
    var values: [Float] = []
    values.reserveCapacity(forward.values.count)
    for (index, node) in forward.graph.nodes.enumerated() {
      let value =
        given(index)
        ?? node.formula.map { $0.expression.value(at: node.operands.map { values[$0] }) }
        ?? Float(forward.values[index])
      guard value.isFinite else {
        throw .value(node: node.name, formula: node.formula?.expression.text ?? "")
      }
      values.append(value)
    }
    return values
  }
}
