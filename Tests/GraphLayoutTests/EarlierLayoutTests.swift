import GraphLayout
import Testing
import TextScreen

/// A small change of a graph moves few boxes.
@Suite struct EarlierLayoutTests {
  /// The share of boxes, of all at all changes, that stand in another layer or row, but for what all
  /// of them move together.
  private struct Moves {
    var boxes = 0
    var moved = 0
    var movedAnew = 0
    var crossings = 0
    var crossingsAnew = 0

    var share: Double { Double(moved) / Double(boxes) }
    var shareAnew: Double { Double(movedAnew) / Double(boxes) }
  }

  private func moves(
    _ earlier: GraphLayout, _ later: GraphLayout, _ matching: [Int?]
  ) -> Int {
    let pairs = matching.enumerated().compactMap { later, earlier in earlier.map { ($0, later) } }
    let (before, after) = (layers(earlier), layers(later))
    let changes = pairs.map { old, new in
      [after[new] - before[old], later.places[new].row - earlier.places[old].row]
    }
    let together = Dictionary(grouping: changes) { $0 }.values.map(\.count).max() ?? 0
    return changes.count - together
  }

  private func layers(_ layout: GraphLayout) -> [Int] {
    let columns = Set(layout.places.map(\.column)).sorted()
    return layout.places.map { columns.firstIndex(of: $0.column) ?? 0 }
  }

  /// A graph without one of its nodes, and the nodes that are left.
  private func without(_ node: Int, _ graph: LayoutGraph) -> (graph: LayoutGraph, kept: [Int]) {
    let kept = graph.nodes.indices.filter { $0 != node }
    func number(_ old: Int) -> Int { old < node ? old : old - 1 }
    return (
      LayoutGraph(
        nodes: kept.map { graph.nodes[$0] },
        edges: graph.edges.filter { $0.source != node && $0.target != node }
          .map { .init(source: number($0.source), target: number($0.target)) }), kept
    )
  }

  /// Removes every few nodes, one at a time, and adds it again.
  private func changes(of graph: LayoutGraph, every step: Int) -> (removed: Moves, added: Moves) {
    let whole = GraphLayout(graph)
    var (removed, added) = (Moves(), Moves())
    var memory = LayoutMemory()
    func enter(
      _ moves: inout Moves, from earlier: GraphLayout, to graph: LayoutGraph, _ matching: [Int?],
      anew: GraphLayout
    ) {
      let near = GraphLayout(graph, near: earlier, matching: matching, memory: &memory)
      #expect(near.violations == [])
      moves.boxes += matching.count { $0 != nil }
      moves.moved += self.moves(earlier, near, matching)
      moves.movedAnew += self.moves(earlier, anew, matching)
      moves.crossings += near.crossings
      moves.crossingsAnew += anew.crossings
    }
    for node in stride(from: 0, to: graph.nodes.count, by: step) {
      let (less, kept) = without(node, graph)
      let anew = GraphLayout(less)
      enter(&removed, from: whole, to: less, kept, anew: anew)
      let matching = graph.nodes.indices.map { $0 == node ? nil : $0 < node ? $0 : $0 - 1 }
      enter(&added, from: anew, to: graph, matching, anew: whole)
    }
    return (removed, added)
  }

  @Test(arguments: [("micrograd", 4), ("mlp2441", 25), ("rand50", 9), ("local200", 90)])
  func oneNodeMoreOrLessMovesFewBoxes(name: String, step: Int) throws {
    let changes = changes(of: try BenchGraph.named(name).graph().graph, every: step)
    for moves in [changes.removed, changes.added] {
      #expect(moves.share < 0.4)
      #expect(moves.share < 0.75 * moves.shareAnew)
      #expect(Double(moves.crossings) <= 1.25 * Double(moves.crossingsAnew) + 1)
    }
  }

  @Test(arguments: NamedGraph.all)
  func theSameGraphStaysAsItIs(named: NamedGraph) {
    let layout = GraphLayout(named.graph)
    let matching = named.graph.nodes.indices.map { Optional($0) }
    var memory = LayoutMemory()
    #expect(
      GraphLayout(named.graph, near: layout, matching: matching, memory: &memory) == layout)
  }

  @Test func aGraphThatHasNothingOfTheEarlierOneIsDrawnAnew() {
    let earlier = GraphLayout(NamedGraph.chain.graph)
    let graph = NamedGraph.micrograd.graph
    let matching: [Int?] = Array(repeating: nil, count: graph.nodes.count)
    var memory = LayoutMemory()
    let layout = GraphLayout(graph, near: earlier, matching: matching, memory: &memory)
    #expect(layout.violations == [])
    #expect(4 * layout.crossings <= 5 * GraphLayout(graph).crossings + 4)
  }
}
