import GraphLayout
import Testing

/// No more crossings than other programs make.
@Suite struct CrossingBarsTests {
  @Test(arguments: BenchGraph.all)
  func noProgramMakesFewerCrossings(bench: BenchGraph) throws {
    let layout = GraphLayout(try bench.graph().graph)
    let measures = FieldMeasures(layout)
    #expect(measures.crossings <= bench.ours)
    #expect(bench.ours <= min(bench.dot, bench.best))
    #expect(layout.crossings <= measures.crossings)
  }

  @Test(arguments: ["rand1000", "local1000", "mlp8881"])
  func aFirstPictureIsNearlyAsGood(name: String) throws {
    let bench = try BenchGraph.named(name)
    let layout = GraphLayout(try bench.graph().graph, effort: .draft)
    #expect(Double(FieldMeasures(layout).crossings) <= 1.05 * Double(bench.dot))
  }

  @Test func countsEdgesThatShareAWireOneByOne() {
    let layout = GraphLayout(NamedGraph.micrograd.graph)
    #expect(FieldMeasures(layout).crossings >= layout.crossings)
    #expect(FieldMeasures(GraphLayout(NamedGraph.dense.graph)).crossings == 42)
  }
}
