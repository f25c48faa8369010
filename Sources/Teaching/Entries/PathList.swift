public import Autodiff

/// The paths on which a quantity reaches the output, from the rightmost next box to the leftmost.
///
/// The derivative of the output is the sum over them of the products of their local derivatives: the chain rule of a
/// function of several variables, path by path (Bauer, "Computational graphs and rounding error", 1974).
public struct PathList: Hashable, Sendable {
  /// One path: the nodes on it, the quantity first.
  public struct Path: Hashable, Sendable {
    public var nodes: [Int]
  }

  public let node: Int
  public let paths: [Path]
  /// Whether every path goes on to the output; else each stands for all that begin with the same two nodes, since
  /// the number of paths may grow exponentially with the graph.
  public let areWhole: Bool

  /// - Parameter limit: how many paths are followed to the output at most.
  /// - Complexity: O(e) in the wires of the graph, and O(n) for each path.
  public init(from node: Int, in graph: ComputationGraph, limit: Int = 12) {
    self.node = node
    /// For each node the number of its paths to the output, as far as the limit.
    var counts = Array(repeating: 0, count: graph.nodes.count)
    counts[graph.output] = 1
    for index in graph.nodes.indices.reversed() {
      for operand in Set(graph.nodes[index].operands) {
        counts[operand] = min(counts[operand] + counts[index], limit + 1)
      }
    }
    areWhole = counts[node] <= limit
    func next(_ node: Int) -> [Int] {
      graph.consumers[node].filter { counts[$0] > 0 }.reversed()
    }
    guard areWhole else {
      paths = next(node).map { Path(nodes: [node, $0]) }
      return
    }
    var found: [Path] = []
    var open = counts[node] == 0 ? [] : [[node]]
    while let path = open.popLast() {
      guard let last = path.last, last != graph.output else {
        found.append(Path(nodes: path))
        continue
      }
      for next in next(last).reversed() { open.append(path + [next]) }
    }
    paths = found
  }
}
