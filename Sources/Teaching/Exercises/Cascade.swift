import Autodiff

/// How a small change of one quantity travels through a graph to the right.
public struct Cascade: Hashable, Sendable {
  /// The node that is changed.
  public let start: Int
  /// For each node how many times as far it moves as the first one, negative where it moves the other way; `nil` if it
  /// does not depend on it.
  public let slopes: [Double?]
  /// The nodes on the path to the output, both ends among them; `nil` if there is no path or more than one.
  public let chain: [Int]?

  private let graph: ComputationGraph

  /// - Complexity: O(n + e) in the nodes and wires of the graph.
  public init(from start: Int, in key: AnswerKey) {
    self.start = start
    graph = key.graph
    slopes = Cascade.slopes(from: start, in: key)
    chain = Cascade.chain(from: start, in: key.graph)
  }

  /// The nodes that move, from left to right, the first one among them.
  public var moved: [Int] { slopes.indices.filter { slopes[$0] != nil } }

  /// The node before one on the only path, and which operand of that one it is; `nil` off the path and at its start.
  public func source(of node: Int) -> (node: Int, slot: Int)? {
    guard let chain, let place = chain.firstIndex(of: node), place > 0,
      let slot = graph.nodes[node].operands.firstIndex(of: chain[place - 1])
    else { return nil }
    return (chain[place - 1], slot)
  }

  /// Multiplies local derivatives along every path, and adds where paths meet.
  private static func slopes(from start: Int, in key: AnswerKey) -> [Double?] {
    var slopes = [Double?](repeating: nil, count: key.graph.nodes.count)
    slopes[start] = 1
    for (index, node) in key.graph.nodes.enumerated() where index > start {
      for (slot, operand) in node.operands.enumerated() {
        guard let slope = slopes[operand] else { continue }
        let moved = slope * key.backward.localDerivative(of: index, slot: slot)
        slopes[index] = (slopes[index] ?? 0) + moved
      }
    }
    return slopes
  }

  private static func chain(from start: Int, in graph: ComputationGraph) -> [Int]? {
    var chain = [start]
    var node = start
    while node != graph.output {
      let next = graph.consumers[node].filter { graph.reachesOutput[$0] }
      guard next.count == 1, let only = next.first else { return nil }
      chain.append(only)
      node = only
    }
    return chain
  }
}
