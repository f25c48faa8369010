public import Expressions

/// Back propagation, one edge of the graph at a time, from the output to the left.
///
/// Each step multiplies a local derivative by what comes from the right and adds the product to a running sum.
/// A node's sum is its derivative once all its consumers have been visited, which the topological order
/// guarantees before the node itself is; so a host can stop between any two edges.
public struct ReverseSweep: Sequence, IteratorProtocol, Sendable {
  /// What one edge adds to the derivative of the output with respect to its operand.
  public struct Contribution: Hashable, Sendable {
    /// The node that uses the operand.
    public var consumer: Int
    public var operand: Int
    /// The derivative of the consumer with respect to the operand through this edge alone.
    public var localDerivative: Double
    /// The derivative of the output with respect to the consumer.
    public var upstream: Double
    /// The product of the two.
    public var value: Double { localDerivative * upstream }
    /// The operand's sum with this contribution.
    public var sum: Double
  }

  public let forward: ForwardPass
  /// The running sums: for each node the derivative of the output as far as the sweep has come.
  public private(set) var adjoints: [Double]
  /// The node whose edges come next; all nodes to its right are done.
  private var node: Int
  private var edges: [Expression.Occurrence]
  private var edge = 0

  public init(_ forward: ForwardPass) {
    self.forward = forward
    let output = forward.graph.output
    adjoints = Array(repeating: 0, count: forward.graph.nodes.count)
    adjoints[output] = 1
    node = output
    edges = forward.occurrences(of: output)
  }

  /// - Complexity: O(1) for an edge; O(n) in a node's formula where a new node is reached.
  public mutating func next() -> Contribution? {
    while edge == edges.count {
      repeat {
        guard node > 0 else { return nil }
        node -= 1
      } while !forward.graph.reachesOutput[node]
      edges = forward.occurrences(of: node)
      edge = 0
    }
    let occurrence = edges[edge]
    edge += 1
    let operand = forward.graph.nodes[node].operands[occurrence.slot]
    var contribution = Contribution(
      consumer: node, operand: operand, localDerivative: occurrence.derivative,
      upstream: adjoints[node], sum: 0)
    adjoints[operand] += contribution.value
    contribution.sum = adjoints[operand]
    return contribution
  }
}

extension ForwardPass {
  /// The edges that enter a node, one for each time its formula names an operand, with their local derivatives.
  public func occurrences(of node: Int) -> [Expression.Occurrence] {
    graph.nodes[node].formula?.expression.occurrences(at: operandValues(of: node)) ?? []
  }
}
