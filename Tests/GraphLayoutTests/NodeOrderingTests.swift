import Testing

// A count that is wrong would only make drawings worse.
@testable import GraphLayout

@Suite struct NodeOrderingTests {
  @Test(arguments: 0..<40)
  func countsTheCrossingsOfAllPairsOfHops(seed: UInt64) {
    let graph = LayoutGraph.random(seed: seed, upTo: 30)
    let layered = LayeredGraph(graph, Layering(graph, .full))
    let ordering = NodeOrdering(layered, .draft)
    var pairs = 0
    for (index, a) in layered.hops.enumerated() {
      for b in layered.hops[..<index]
      where layered.layerOfVertex[a.left] == layered.layerOfVertex[b.left] {
        let left = ordering.positions[a.left] - ordering.positions[b.left]
        let right = ordering.positions[a.right] - ordering.positions[b.right]
        if left * right < 0 { pairs += 1 }
      }
    }
    #expect(ordering.crossings == pairs)
  }

  @Test(arguments: 0..<40)
  func keepsEveryVertexInItsLayer(seed: UInt64) {
    let graph = LayoutGraph.random(seed: seed, upTo: 30)
    let layered = LayeredGraph(graph, Layering(graph, .full))
    let ordering = NodeOrdering(layered, .full)
    #expect(ordering.layers.map { $0.sorted() } == layered.layers.map { $0.sorted() })
  }

  @Test func theOrderAsGivenStaysWhereNothingCrosses() {
    let graph = NamedGraph.network.graph
    let layered = LayeredGraph(graph, Layering(graph, .full))
    #expect(NodeOrdering(layered, .full).layers == layered.layers)
  }
}
