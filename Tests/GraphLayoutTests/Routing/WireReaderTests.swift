import GraphLayout
import Testing
import TextScreen

/// Every wire can be followed by its characters.
@Suite struct WireReaderTests {
  @Test(arguments: NamedGraph.all)
  func theDrawnCharactersOfCourseGraphsGiveTheirEdgesBack(named: NamedGraph) throws {
    try expectReadable(named.graph)
  }

  @Test(arguments: BenchGraph.readable)
  func theDrawnCharactersOfBenchGraphsGiveTheirEdgesBack(bench: BenchGraph) throws {
    try expectReadable(bench.graph().graph)
  }

  @Test(arguments: [GraphLayout.Effort.draft, .full])
  func theDrawnCharactersOfRandomGraphsGiveTheirEdgesBack(effort: GraphLayout.Effort) throws {
    for seed in 0..<200 {
      let size = 5 + 3 * (seed % 10)
      try expectReadable(.random(seed: UInt64(seed), upTo: size), effort)
    }
  }

  @Test func aGraphOfAHundredNodesIsReadable() throws {
    try expectReadable(.random(seed: 7, upTo: 200), .draft)
  }

  @Test func layersTooWideForTablesAreReadable() throws {
    let node = LayoutGraph.Node(size: Size(width: 1, height: 1), inletRow: 0, outletRow: 0)
    let count = 610
    let sum = LayoutGraph.Node(size: Size(width: 1, height: count), inletRow: 0, outletRow: 0)
    let graph = LayoutGraph(
      nodes: Array(repeating: node, count: 2 * count) + [sum],
      edges: (0..<count).flatMap { index in
        [
          LayoutGraph.Edge(source: index, target: count + index * 77 % count),
          LayoutGraph.Edge(source: count + index, target: 2 * count),
        ]
      })
    try expectReadable(graph, .draft)
  }

  @Test(arguments: 0..<12)
  func largerRandomGraphsAreReadable(seed: UInt64) throws {
    try expectReadable(.random(seed: 1000 + seed, upTo: 150), .draft)
  }

  @Test(arguments: [NamedGraph.micrograd, .dense])
  func theReaderMissesNoCellThatIsBlank(named: NamedGraph) {
    let layout = GraphLayout(named.graph)
    for point in WireReader(layout).inked {
      var reader = WireReader(layout) { $0[point] = .empty }
      #expect((try? reader.edges()) != named.graph.sortedEdges, "blank at \(point)")
    }
  }

  @Test(arguments: [NamedGraph.micrograd, .dense])
  func theReaderTellsCrossingsFromBranches(named: NamedGraph) {
    let layout = GraphLayout(named.graph)
    var whole = Canvas(size: layout.size)
    whole.drawWires(of: layout)
    for (character, other) in [("┼", "●"), ("●", "┼"), ("├", "│"), ("┤", "│")]
      as [(Character, Character)]
    {
      for point in WireReader(layout).inked where whole[point].character == character {
        var reader = WireReader(layout) { $0[point] = Cell(other) }
        let edges = try? reader.edges()
        #expect(edges != named.graph.sortedEdges, "\(other) for \(character) at \(point)")
      }
    }
  }

  private func expectReadable(
    _ graph: LayoutGraph, _ effort: GraphLayout.Effort = .full,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let layout = GraphLayout(graph, effort: effort)
    #expect(layout.violations == [], sourceLocation: sourceLocation)
    var reader = WireReader(layout)
    let edges = try reader.edges()
    #expect(edges == graph.sortedEdges, sourceLocation: sourceLocation)
    #expect(reader.unread == [], sourceLocation: sourceLocation)
  }
}
