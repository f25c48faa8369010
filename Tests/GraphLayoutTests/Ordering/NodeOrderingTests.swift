import Testing

// A count that is wrong would only make drawings worse.
@testable import GraphLayout

@Suite struct NodeOrderingTests {
  private func layered(_ graph: LayoutGraph) -> LayeredGraph {
    var layering = Layering(graph)
    layering.improve(upTo: .max)
    return LayeredGraph(graph, layering.layers)
  }

  private func found(_ graph: LayeredGraph) -> OrderingSearch {
    var search = OrderingSearch(graph)
    while !search.isFinished { search.sweep() }
    return search
  }

  private func crossingsOfAllPairs(_ graph: LayeredGraph, _ order: VertexOrder) -> Int {
    var pairs = 0
    for (index, a) in graph.hops.enumerated() {
      for b in graph.hops[..<index]
      where graph.layerOfVertex[a.left] == graph.layerOfVertex[b.left] {
        let left = Int(order.slots[a.left]) - Int(order.slots[b.left])
        let right = Int(order.slots[a.right]) - Int(order.slots[b.right])
        if left * right < 0 { pairs += 1 }
      }
    }
    return pairs
  }

  @Test(arguments: 0..<40)
  func countsTheCrossingsOfAllPairsOfHops(seed: UInt64) {
    let graph = layered(.random(seed: seed, upTo: 30))
    let ordering = NodeOrdering(graph, found(graph).best)
    #expect(ordering.crossings == crossingsOfAllPairs(graph, VertexOrder(ordering.layers)))
  }

  @Test(arguments: 0..<40)
  func theSearchKeepsCountOfItsCrossings(seed: UInt64) {
    let graph = layered(.random(seed: seed, upTo: 30))
    let search = found(graph)
    #expect(search.fewestCrossings == crossingsOfAllPairs(graph, search.best))
  }

  @Test(arguments: 0..<40)
  func anExchangeCostsTheCrossingsThatItAdds(seed: UInt64) {
    let graph = layered(.random(seed: seed, upTo: 30))
    let neighbours = Neighbours(graph)
    var order = VertexOrder(graph.layers)
    for layer in order.layerIndices {
      for slot in order.range(layer).dropLast() {
        let (upper, lower) = (Int(order.vertices[slot]), Int(order.vertices[slot + 1]))
        let cost = neighbours.cost(ofSwapping: upper, lower, in: order)
        let before = graph.crossings(order)
        order.swapWithNext(slot)
        #expect(graph.crossings(order) - before == cost)
      }
    }
  }

  @Test(arguments: 0..<40)
  func aDescentLeavesNoExchangeThatSavesCrossings(seed: UInt64) {
    let graph = layered(.random(seed: seed, upTo: 30))
    let neighbours = Neighbours(graph)
    var order = VertexOrder(graph.layers)
    order.descend(neighbours)
    #expect(graph.crossings(order) <= graph.crossings(VertexOrder(graph.layers)))
    for layer in order.layerIndices {
      for slot in order.range(layer).dropLast() {
        let (upper, lower) = (Int(order.vertices[slot]), Int(order.vertices[slot + 1]))
        #expect(neighbours.cost(ofSwapping: upper, lower, in: order) ?? 0 >= 0)
      }
    }
  }

  @Test(arguments: 0..<40)
  func keepsEveryVertexInItsLayer(seed: UInt64) {
    let graph = layered(.random(seed: seed, upTo: 30))
    let ordering = NodeOrdering(graph, found(graph).best)
    #expect(ordering.layers.map { $0.sorted() } == graph.layers.map { $0.sorted() })
  }

  @Test func theOrderAsGivenStaysWhereNothingCrosses() {
    let graph = layered(NamedGraph.network.graph)
    #expect(NodeOrdering(graph, found(graph).best).layers == graph.layers)
  }
}
