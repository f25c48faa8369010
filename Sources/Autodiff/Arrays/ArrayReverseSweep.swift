public import Expressions

/// Back propagation on arrays, one edge of the graph at a time, from the output to the left.
///
/// As in `ReverseSweep` a node's sum is its derivative once all its consumers were visited, and a host can stop between
/// any two edges. Where derivatives are given to begin with, their nodes begin with them.
public struct ArrayReverseSweep: Sequence, IteratorProtocol, Sendable {
  /// What one edge adds to the derivative of the output with respect to its operand.
  public struct Contribution: Hashable, Sendable {
    /// The node that uses the operand.
    public var consumer: Int
    public var operand: Int
    public var value: NumericArray
    /// The operand's sum with this contribution.
    public var sum: NumericArray
  }

  public let forward: ArrayForwardPass
  /// The running sums: for each node the derivative of the output as far as the sweep has come.
  public private(set) var adjoints: [NumericArray]
  /// Whether something was added to a node's sum.
  private var isReached: [Bool]
  /// The node whose edges come next; all nodes to its right are done.
  private var node: Int
  private var contributions: [ArrayOccurrence] = []
  private var edge = 0

  /// - Parameter starts: derivatives that are given to begin with; none where the output's own is 1.
  /// - Throws: `EvaluationError` where a given derivative has no finite value.
  public init(
    _ forward: ArrayForwardPass, starts: [ArrayReading.Start] = []
  ) throws(EvaluationError) {
    self.forward = forward
    let graph = forward.graph
    adjoints = graph.nodes.indices.map { NumericArray(filledWith: 0, shape: graph.shape(of: $0)) }
    isReached = graph.nodes.map { _ in false }
    node = graph.nodes.count
    if starts.isEmpty {
      adjoints[graph.output] = NumericArray(filledWith: 1, shape: graph.shape(of: graph.output))
      isReached[graph.output] = true
    }
    for start in starts {
      let names = start.formula.expression.names
      let values = names.map { forward.values[graph.index(of: $0) ?? 0] }
      guard let value = start.formula.expression.arrayValue(at: values), value.isFinite else {
        throw .derivative(output: Statement.defaultName, node: graph.nodes[start.node].name)
      }
      adjoints[start.node] = adjoints[start.node].adding(value)
      isReached[start.node] = true
    }
  }

  /// - Complexity: that of the consumer's rule where a new node is reached; else O(n) in the operand's numbers.
  public mutating func next() -> Contribution? {
    while edge == contributions.count {
      repeat {
        guard node > 0 else { return nil }
        node -= 1
      } while !isReached[node] || forward.graph.nodes[node].formula == nil
      contributions = forward.occurrences(of: node, upstream: adjoints[node])
      edge = 0
    }
    let occurrence = contributions[edge]
    edge += 1
    let operand = forward.graph.nodes[node].operands[occurrence.slot]
    adjoints[operand] = adjoints[operand].adding(occurrence.derivative)
    isReached[operand] = true
    return Contribution(
      consumer: node, operand: operand, value: occurrence.derivative, sum: adjoints[operand])
  }
}

extension ArrayForwardPass {
  /// What a node passes back to each place where its formula names an operand, in the order written.
  ///
  /// - Parameter upstream: the derivative of the output with respect to the node.
  public func occurrences(of node: Int, upstream: NumericArray) -> [ArrayOccurrence] {
    graph.nodes[node].formula?.expression
      .arrayOccurrences(at: operandValues(of: node), upstream: upstream) ?? []
  }
}
