/// The third phase: the order of the vertices in each layer, from the top, with few crossings.
///
/// The order as given stays if it has no crossing. Parts of the graph that are not connected lie below
/// each other.
struct NodeOrdering {
  /// The vertices of each layer, from the top.
  let layers: [[Int]]
  /// The place of each vertex in its layer.
  let positions: [Int]
  /// The crossings of hops between neighbouring layers.
  let crossings: Int

  /// Takes an order as it was found, with what may stand in either order as it was given.
  init(_ graph: LayeredGraph, _ found: VertexOrder) {
    var order = found
    if order.vertices != VertexOrder(graph.layers).vertices { order.restoreGivenOrder(graph) }
    self.init(graph, keeping: order)
  }

  init(_ graph: LayeredGraph, keeping order: VertexOrder) {
    let parts = graph.graph.connectedParts
    let sorted = order.layers.map { layer in
      layer.sorted { a, b in
        let (first, second) = (parts[graph.sources[a]], parts[graph.sources[b]])
        return first == second ? order.slots[a] < order.slots[b] : first < second
      }
    }
    var positions = Array(repeating: 0, count: graph.vertexCount)
    for layer in sorted {
      for (position, vertex) in layer.enumerated() { positions[vertex] = position }
    }
    layers = sorted
    self.positions = positions
    crossings = graph.crossings(VertexOrder(sorted))
  }
}
