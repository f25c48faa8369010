extension LayeredGraph {
  /// The steps after which no crossings are counted any more.
  private static let mostSteps = 1_000_000

  /// Crossings that every order has.
  ///
  /// Two vertices of a layer that share two neighbours in the next one make a crossing with them, whatever
  /// stands above what, and no two such pairs of pairs make the same one. A *leaf*, whose one neighbour is
  /// a vertex's too, stands above that vertex or below it, and its wire crosses those to all neighbours on
  /// that side of its own. Between the layers of a network, with the weights beside them, these are all
  /// crossings that there need be. 0 is told of a graph that is too dense to be looked through.
  ///
  /// - Complexity: O(Σ d²) in the numbers of hops that lead to a vertex.
  var unavoidableCrossings: Int {
    let degrees = (0..<vertexCount).map { hopsInto.range($0).count }
    guard degrees.reduce(0, { $0 + $1 * $1 }) <= Self.mostSteps else { return 0 }
    // Of hops between the same two vertices one counts.
    let before = (0..<vertexCount).map { vertex in Set(hopsInto[vertex].map { hops[$0].left }) }
    let after = (0..<vertexCount).map { vertex in Set(hopsFrom[vertex].map { hops[$0].right }) }
    // A crossing is one of two vertices on the left, and of two on the right: either may be counted.
    let (left, right) = (Self.crossingsWithLeaves(after), Self.crossingsWithLeaves(before))
    let withLeaves = layers.indices.dropLast().reduce(0) { sum, layer in
      sum
        + max(
          layers[layer].reduce(0) { $0 + left[$1] },
          layers[layer + 1].reduce(0) { $0 + right[$1] })
    }
    return Self.sharedPairs(before, after) + withLeaves
  }

  /// How often two vertices of a layer share two neighbours in the next one.
  private static func sharedPairs(_ before: [Set<Int>], _ after: [Set<Int>]) -> Int {
    var total = 0
    var shared = Array(repeating: 0, count: after.count)
    for vertex in after.indices where after[vertex].count > 1 {
      for neighbour in after[vertex] {
        for other in before[neighbour] where other > vertex {
          total += shared[other]
          shared[other] += 1
        }
      }
      for neighbour in after[vertex] {
        for other in before[neighbour] { shared[other] = 0 }
      }
    }
    return total
  }

  /// For each vertex the least crossings of its wires with those of leaves.
  ///
  /// Of d neighbours two stand outermost, where a leaf's wire crosses none, the next two behind one, and so on:
  /// the fewest are crossed where those with the most leaves stand outermost.
  private static func crossingsWithLeaves(_ neighbours: [Set<Int>]) -> [Int] {
    var leaves = Array(repeating: 0, count: neighbours.count)
    for own in neighbours where own.count == 1 { for only in own { leaves[only] += 1 } }
    return neighbours.map { own in
      guard own.count > 2 else { return 0 }
      let counts = own.map { leaves[$0] }.sorted(by: >)
      return counts.enumerated().reduce(0) { $0 + $1.element * ($1.offset / 2) }
    }
  }
}
