extension LayeredGraph {
  /// Counts the crossings of hops between neighbouring layers.
  ///
  /// - Parameters:
  ///   - positions: the place of each vertex in its layer.
  ///   - channels: the layers on whose right the crossings count.
  /// - Complexity: O(h log v), after Barth, Jünger and Mutzel, "Simple and efficient bilayer cross
  ///   counting" (2002).
  func crossings(_ layers: [[Int]], positions: [Int], in channels: Range<Int>) -> Int {
    var total = 0
    var tree: [Int] = []
    var ends: [Int] = []
    for index in channels {
      let width = layers[index + 1].count
      tree = Array(repeating: 0, count: width + 1)
      var seen = 0
      for left in layers[index] {
        ends.removeAll(keepingCapacity: true)
        for hop in hopsFrom[left] { ends.append(positions[hops[hop].right]) }
        for end in ends {
          var notBelow = 0
          var node = end + 1
          while node > 0 {
            notBelow += tree[node]
            node &= node - 1
          }
          total += seen - notBelow
        }
        for end in ends {
          var node = end + 1
          while node <= width {
            tree[node] += 1
            node += node & -node
          }
        }
        seen += ends.count
      }
    }
    return total
  }
}
