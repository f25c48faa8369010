import Testing
import TextScreen

// A number too large would end the search too early, and only make drawings worse.
@testable import GraphLayout

@Suite struct UnavoidableCrossingsTests {
  private func layered(_ graph: LayoutGraph) -> LayeredGraph {
    var layering = Layering(graph)
    layering.improve(upTo: .max)
    return LayeredGraph(graph, layering.layers)
  }

  private func found(_ graph: LayeredGraph, leastCrossings: Int) -> OrderingSearch {
    var search = OrderingSearch(graph, leastCrossings: leastCrossings)
    while !search.isFinished { search.sweep() }
    return search
  }

  /// Layers of which each is joined whole to the next.
  private func network(_ sizes: [Int]) -> LayoutGraph {
    var edges: [LayoutGraph.Edge] = []
    var first = 0
    for (size, next) in zip(sizes, sizes.dropFirst()) {
      for source in first..<first + size {
        for target in first + size..<first + size + next {
          edges.append(LayoutGraph.Edge(source: source, target: target))
        }
      }
      first += size
    }
    let nodes = (0..<sizes.reduce(0, +)).map { _ in
      LayoutGraph.Node(size: Size(width: 3, height: 1200), inletRow: 0, outletRow: 0)
    }
    return LayoutGraph(nodes: nodes, edges: edges)
  }

  @Test(arguments: 0..<60)
  func endingTheSearchThereEndsItWithTheSameOrder(seed: UInt64) {
    let graph = layered(.random(seed: seed, upTo: 20))
    let quick = found(graph, leastCrossings: graph.unavoidableCrossings)
    let slow = found(graph, leastCrossings: 0)
    #expect(quick.best == slow.best)
    #expect(quick.fewestCrossings == slow.fewestCrossings)
    #expect(graph.unavoidableCrossings <= slow.fewestCrossings)
  }

  @Test(arguments: [([2, 2], 1), ([3, 4], 18), ([2, 4, 4, 1], 42), ([1, 5, 1], 0)])
  func layersThatAreJoinedWholeHaveNoOthers(sizes: [Int], crossings: Int) {
    let graph = layered(network(sizes))
    #expect(graph.unavoidableCrossings == crossings)
    #expect(OrderingSearch(graph).isFinished)
    #expect(OrderingSearch(graph).fewestCrossings == crossings)
  }

  /// Each vertex of the second layer has three neighbours more, which have no other.
  @Test(arguments: [(2, 18), (3, 36)])
  func leavesAreCrossedAsOftenAsNeedBe(hubs: Int, crossings: Int) {
    let whole = network([hubs, 4])
    var edges = whole.edges
    var nodes = whole.nodes
    for target in hubs..<hubs + 4 {
      for _ in 0..<3 {
        edges.append(LayoutGraph.Edge(source: nodes.count, target: target))
        nodes.append(whole.nodes[0])
      }
    }
    let order = Array(0..<hubs) + Array(hubs + 4..<nodes.count) + Array(hubs..<hubs + 4)
    var places = Array(repeating: 0, count: nodes.count)
    for (place, node) in order.enumerated() { places[node] = place }
    let graph = layered(
      LayoutGraph(
        nodes: nodes,
        edges: edges.map { LayoutGraph.Edge(source: places[$0.source], target: places[$0.target]) })
    )
    #expect(graph.unavoidableCrossings == crossings)
    #expect(found(graph, leastCrossings: 0).fewestCrossings == crossings)
  }

  @Test func wiresThatAreDrawnTwiceCountOnce() {
    var graph = network([2, 1])
    graph = LayoutGraph(nodes: graph.nodes, edges: graph.edges + graph.edges)
    #expect(layered(graph).unavoidableCrossings == 0)
  }

  @Test func aGraphThatIsTooDenseToLookThroughHasNone() {
    #expect(layered(network([1100, 1, 1])).unavoidableCrossings == 0)
    #expect(layered(network([2, 1100])).unavoidableCrossings == 1100 * 1099 / 2)
  }
}
