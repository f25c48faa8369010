extension LayeredGraph {
  /// The steps after which no crossings are counted any more.
  private static let mostSteps = 1_000_000

  /// Crossings that every order has.
  ///
  /// Two vertices of a layer that share two neighbours in the next one make a crossing with them, whatever
  /// stands above what, and no two such pairs of pairs make the same one. Between layers that are joined
  /// one with all these are all crossings that there are. 0 is told of a graph that is too dense to be
  /// looked through.
  ///
  /// - Complexity: O(Σ d²) in the numbers of hops that lead to a vertex.
  var unavoidableCrossings: Int {
    let degrees = (0..<vertexCount).map { hopsInto.range($0).count }
    guard degrees.reduce(0, { $0 + $1 * $1 }) <= Self.mostSteps else { return 0 }
    // Of hops between the same two vertices one counts.
    let before = (0..<vertexCount).map { vertex in
      Set(hopsInto[vertex].map { hops[$0].left })
    }
    let after = (0..<vertexCount).map { vertex in
      Set(hopsFrom[vertex].map { hops[$0].right })
    }
    var total = 0
    var shared = Array(repeating: 0, count: vertexCount)
    for vertex in 0..<vertexCount where after[vertex].count > 1 {
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
}
