extension LayeredGraph {
  /// Counts the crossings of hops between neighbouring layers.
  ///
  /// - Complexity: O(h log v), after Barth, Jünger and Mutzel, "Simple and efficient bilayer cross
  ///   counting" (2002).
  func crossings(_ order: VertexOrder) -> Int {
    var total = 0
    var tree: [Int] = []
    var ends: [Int] = []
    for layer in order.layerIndices.dropLast() {
      let right = order.range(layer + 1)
      tree.removeAll(keepingCapacity: true)
      tree.append(contentsOf: repeatElement(0, count: right.count + 1))
      var seen = 0
      for left in order.vertices[order.range(layer)] {
        ends.removeAll(keepingCapacity: true)
        for hop in hopsFrom[Int(left)] {
          ends.append(Int(order.slots[hops[hop].right]) - right.lowerBound)
        }
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
          while node <= right.count {
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
