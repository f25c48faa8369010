import GraphLayout
import Testing
import TextScreen

@Suite struct GraphLayoutTests {
  @Test(arguments: NamedGraph.all)
  func theDrawnCharactersOfCourseGraphsGiveTheirEdgesBack(named: NamedGraph) throws {
    try expectReadable(named.graph)
  }

  @Test(arguments: 0..<20)
  func theDrawnCharactersOfRandomGraphsGiveTheirEdgesBack(batch: Int) throws {
    for seed in 0..<20 {
      try expectReadable(.random(seed: UInt64(batch * 20 + seed), upTo: 5 + 2 * seed))
    }
  }

  @Test func aGraphOfAHundredNodesIsReadable() throws {
    try expectReadable(.random(seed: 7, upTo: 200))
  }

  @Test func theSameGraphGetsTheSameDrawing() {
    for seed in 0..<20 {
      let graph = LayoutGraph.random(seed: UInt64(seed), upTo: 30)
      #expect(GraphLayout(graph) == GraphLayout(graph))
    }
  }

  @Test func aGraphWithoutNodesIsEmpty() {
    let layout = GraphLayout(LayoutGraph(nodes: [], edges: []))
    #expect(layout.size == Size(width: 0, height: 0))
    #expect(layout.violations == [])
  }

  @Test func aNodeAloneFillsItsDrawing() {
    let node = LayoutGraph.Node(size: Size(width: 5, height: 3), inletRow: 1, outletRow: 1)
    let layout = GraphLayout(LayoutGraph(nodes: [node], edges: []))
    #expect(layout.size == node.size)
    #expect(layout.places == [Point(column: 0, row: 0)])
  }

  @Test func partsThatAreNotConnectedLieBelowEachOther() {
    let node = LayoutGraph.Node(size: Size(width: 2, height: 1), inletRow: 0, outletRow: 0)
    let graph = LayoutGraph(
      nodes: [node, node, node, node],
      edges: [.init(source: 0, target: 3), .init(source: 1, target: 2)])
    let layout = GraphLayout(graph)
    #expect(layout.places[0].row == layout.places[3].row)
    #expect(layout.places[1].row == layout.places[2].row)
    #expect(layout.places[0].row < layout.places[1].row)
  }

  @Test func aChainIsAStraightLine() {
    let layout = GraphLayout(.chain(count: 40))
    #expect(layout.wires.allSatisfy { $0.points.count == 2 })
    #expect(layout.size == Size(width: 40 * 3 + 39 * 3, height: 3))
  }

  @Test func aChainOfAHundredThousandNodesIsDrawn() {
    let layout = GraphLayout(.chain(count: 100_000))
    #expect(layout.size.height == 3)
  }

  @Test func aNodeWithAThousandConsumersIsDrawn() {
    let node = LayoutGraph.Node(size: Size(width: 2, height: 1), inletRow: 0, outletRow: 0)
    let graph = LayoutGraph(
      nodes: Array(repeating: node, count: 1001),
      edges: (1...1000).map { .init(source: 0, target: $0) })
    #expect(GraphLayout(graph).violations == [])
  }

  private func expectReadable(
    _ graph: LayoutGraph, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let layout = GraphLayout(graph)
    #expect(layout.violations == [], sourceLocation: sourceLocation)
    var reader = WireReader(layout)
    let edges = try reader.edges()
    #expect(edges == graph.sortedEdges, sourceLocation: sourceLocation)
    #expect(reader.unread == [], sourceLocation: sourceLocation)
  }
}
