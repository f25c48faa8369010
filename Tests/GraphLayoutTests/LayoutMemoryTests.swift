import GraphLayout
import Testing
import TextScreen

/// What is remembered of a graph saves searches, and changes no drawing.
@Suite struct LayoutMemoryTests {
  /// The same boxes and wires with boxes of other sizes.
  private func resized(_ graph: LayoutGraph, by step: Int) -> LayoutGraph {
    LayoutGraph(
      nodes: graph.nodes.enumerated().map { number, node in
        var node = node
        node.size.width += (number * step) % 7
        node.size.height += (number + step) % 3
        return node
      }, edges: graph.edges)
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func aDrawingIsTheOneThatIsMadeWithoutAMemory(seed: UInt64) {
    let graph = LayoutGraph.random(seed: seed, upTo: 40, reach: 12)
    var memory = LayoutMemory()
    for step in 0..<4 {
      let sized = resized(graph, by: step)
      let spacing = GraphLayout.Spacing(betweenBoxes: step % 2, channel: 2 + step % 2)
      let drawn = GraphLayout(sized, spacing: spacing, memory: &memory)
      #expect(drawn == GraphLayout(sized, spacing: spacing))
    }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func aDrawingNearAnEarlierOneIsTheOneThatIsRefinedWithoutAMemory(seed: UInt64) {
    let graph = LayoutGraph.random(seed: seed, upTo: 40, reach: 12)
    let last = graph.nodes.count - 1
    let less = LayoutGraph(
      nodes: Array(graph.nodes.dropLast()),
      edges: graph.edges.filter { $0.source != last && $0.target != last })
    let earlier = GraphLayout(graph)
    let matching = less.nodes.indices.map { Optional($0) }
    var memory = LayoutMemory()
    for step in 0..<4 {
      let sized = resized(less, by: step)
      let drawn = GraphLayout(sized, near: earlier, matching: matching, memory: &memory)
      var refinement = LayoutRefinement(sized, near: earlier, matching: matching)
      while !refinement.isFinished { refinement.improve() }
      #expect(drawn == refinement.layout)
    }
  }

  @Test func aMemoryMakesNothingAnother() {
    var memory = LayoutMemory()
    _ = GraphLayout(LayoutGraph.random(seed: 1, upTo: 40, reach: 12), memory: &memory)
    #expect(memory == LayoutMemory())
  }
}
