extension LayoutGraph {
  /// For each node the least node that it is connected with, whatever the direction.
  var connectedParts: [Int] {
    var leaders = Array(nodes.indices)
    func leader(of node: Int) -> Int {
      var node = node
      while leaders[node] != node {
        leaders[node] = leaders[leaders[node]]
        node = leaders[node]
      }
      return node
    }
    for edge in edges {
      let (a, b) = (leader(of: edge.source), leader(of: edge.target))
      leaders[max(a, b)] = min(a, b)
    }
    return nodes.indices.map(leader)
  }
}
