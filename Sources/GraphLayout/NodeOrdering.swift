/// The third phase: the order of the vertices in each layer, from the top, with few crossings.
///
/// Starts from several orders, among them the order as given, which stays if it has no crossing. Each
/// is improved by sweeps of weighted medians (Gansner and others, 1993) and by sifting (Matuszewski,
/// Schönfeld and Molitor, 1999) until neither helps. While the budget lasts the best order is then
/// shaken in a few neighbouring layers and improved again.
struct NodeOrdering {
  /// The vertices of each layer, from the top.
  private(set) var layers: [[Int]]
  /// The place of each vertex in its layer.
  private(set) var positions: [Int]
  /// The crossings of hops between neighbouring layers.
  private(set) var crossings: Int

  init(_ graph: LayeredGraph, _ effort: GraphLayout.Effort) {
    var search = OrderingSearch(
      graph, budget: effort.orderingSteps(hopCount: graph.hops.count))
    search.run()
    layers = search.layers
    let parts = graph.graph.connectedParts
    for layer in layers.indices {
      let position = Dictionary(
        uniqueKeysWithValues: zip(layers[layer], layers[layer].indices))
      layers[layer].sort { a, b in
        let (first, second) = (parts[graph.sources[a]], parts[graph.sources[b]])
        return first == second ? position[a, default: 0] < position[b, default: 0] : first < second
      }
    }
    positions = Array(repeating: 0, count: graph.vertexCount)
    for layer in layers {
      for (position, vertex) in layer.enumerated() { positions[vertex] = position }
    }
    crossings = graph.crossings(
      layers, positions: positions, in: 0..<max(0, layers.count - 1))
  }
}
