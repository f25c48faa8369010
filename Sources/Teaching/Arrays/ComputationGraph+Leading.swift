import Autodiff

extension ComputationGraph {
  /// Whether a node is computed from another one that lies to its left.
  ///
  /// - Complexity: O(n + e).
  func leads(from node: Int, to other: Int) -> Bool {
    guard node < other else { return false }
    var leads = Array(repeating: false, count: nodes.count)
    leads[node] = true
    for index in nodes.indices.dropFirst(node + 1) {
      leads[index] = nodes[index].operands.contains { leads[$0] }
    }
    return leads[other]
  }
}
