import GraphLayout
import Testing
import TextScreen

@Suite struct GraphLayoutTests {
  @Test func moreEffortCrossesFewerWires() {
    let graph = LayoutGraph.random(seed: 7, upTo: 60)
    #expect(GraphLayout(graph).crossings < GraphLayout(graph, effort: .draft).crossings)
  }

  @Test func spacingKeepsBoxesAndWiresApart() {
    let spacing = GraphLayout.Spacing(betweenBoxes: 3, besideWires: 2, channel: 7)
    let layout = GraphLayout(NamedGraph.micrograd.graph, spacing: spacing)
    #expect(layout.violations == [])
    for (edge, wire) in layout.wires.enumerated() {
      let end = layout.places[layout.graph.edges[edge].target].column
      #expect(end - wire.points[0].column >= 7)
    }
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

  @Test func aLongChainIsDrawnWithoutRecursion() {
    let layout = GraphLayout(.chain(count: 30_000))
    #expect(layout.size.height == 3)
  }

  @Test func aNodeWithAThousandConsumersIsDrawn() {
    let node = LayoutGraph.Node(size: Size(width: 2, height: 1), inletRow: 0, outletRow: 0)
    let graph = LayoutGraph(
      nodes: Array(repeating: node, count: 1001),
      edges: (1...1000).map { .init(source: 0, target: $0) })
    #expect(GraphLayout(graph).violations == [])
  }
}
