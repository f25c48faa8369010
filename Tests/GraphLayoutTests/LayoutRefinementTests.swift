import GraphLayout
import Testing

@Suite struct LayoutRefinementTests {
  @Test(arguments: ["mlp2441", "local200"])
  func beginsWithADraftAndEndsWithTheWholeSearch(name: String) throws {
    let graph = try BenchGraph.named(name).graph().graph
    var refinement = LayoutRefinement(graph)
    let draft = refinement.layout
    #expect(draft == GraphLayout(graph, effort: .draft))
    var slices = 0
    while !refinement.isFinished {
      #expect(refinement.layout == draft)
      refinement.improve()
      slices += 1
    }
    #expect(slices > 2)
    #expect(refinement.layout == GraphLayout(graph))
    #expect(refinement.layout.crossings <= draft.crossings)
    let end = refinement.layout
    refinement.improve()
    #expect(refinement.layout == end)
  }

  @Test func whatNeedsNoSearchIsFinishedAtOnce() throws {
    let network = try BenchGraph.named("micrograd").graph().graph
    for graph in [LayoutGraph.chain(count: 40), LayoutGraph(nodes: [], edges: []), network] {
      let refinement = LayoutRefinement(graph)
      #expect(refinement.isFinished)
      #expect(refinement.layout == GraphLayout(graph))
    }
  }

  @Test func aLayeringThatTheDraftCutShortIsFinished() {
    let graph = LayoutGraph.random(seed: 3, upTo: 3000, reach: 200)
    var refinement = LayoutRefinement(graph)
    #expect(refinement.layout.violations == [])
    while !refinement.isFinished { refinement.improve() }
    #expect(refinement.layout == GraphLayout(graph))
  }

  @Test func aChangeBeginsWithADraftNearTheEarlierDrawing() {
    let graph = LayoutGraph.random(seed: 3, upTo: 1000, reach: 200)
    let earlier = GraphLayout(graph, effort: .draft)
    let last = graph.nodes.count - 1
    let less = LayoutGraph(
      nodes: Array(graph.nodes.dropLast()),
      edges: graph.edges.filter { $0.source != last && $0.target != last })
    let matching = less.nodes.indices.map { Optional($0) }
    var refinement = LayoutRefinement(less, near: earlier, matching: matching)
    let draft = refinement.layout
    #expect(draft.violations == [])
    while !refinement.isFinished {
      #expect(refinement.layout == draft)
      refinement.improve()
    }
    #expect(refinement.layout != draft)
    #expect(refinement.layout.violations == [])
    var memory = LayoutMemory()
    #expect(
      refinement.layout
        == GraphLayout(less, near: earlier, matching: matching, memory: &memory))
  }
}
