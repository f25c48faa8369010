import Autodiff
import Drawings
import Expressions
import RandomNumbers
import TestSupport
import Testing
import TextScreen

@Suite struct FoldingTests {
  private func graph(_ texts: String...) throws -> ComputationGraph {
    try ComputationGraph.read(texts.map { Statement($0) }, data: ["x", "y"]).graph
  }

  /// A 2-2-1 network.
  private func network() throws -> ComputationGraph {
    try graph(
      "x = 2", "y = 3", "w1 = 1", "w2 = 2", "w3 = 3", "w4 = 4", "v1 = 5", "v2 = 6",
      "z1 = w1 x + w2 y", "a1 = tanh(z1)", "z2 = w3 x + w4 y", "a2 = tanh(z2)",
      "J = v1 a1 + v2 a2")
  }

  private func names(_ folding: Folding, _ graph: ComputationGraph) -> [String] {
    folding.parts.indices.map { vertex in
      folding.nodes(ofVertex: vertex).map { graph.nodes[$0].name }.joined(separator: " ")
    }
  }

  private func vertex(_ name: String, _ folding: Folding, _ graph: ComputationGraph) throws -> Int {
    folding.vertices[try #require(graph.index(of: name))]
  }

  @Test func aBoxIsFoldedWithWhatFeedsOnlyIt() throws {
    let graph = try network()
    var folding = Folding(graph)
    let first = folding.foldWhatFeeds(try vertex("a1", folding, graph))
    #expect(first)
    #expect(
      names(folding, graph) == [
        "x", "y", "w1 w2 z1 a1", "w3", "w4", "v1", "v2", "z2", "a2", "J",
      ])
    let second = folding.foldWhatFeeds(try vertex("a2", folding, graph))
    #expect(second)
    #expect(
      names(folding, graph) == ["x", "y", "w1 w2 z1 a1", "w3 w4 z2 a2", "v1", "v2", "J"])
  }

  @Test func aLayerIsFoldedWithItsWeights() throws {
    let graph = try network()
    var folding = Folding(graph)
    let layer = try ["a1", "a2"].map { try vertex($0, folding, graph) }
    let isFolded = folding.fold(layer: layer)
    #expect(isFolded)
    #expect(
      names(folding, graph) == ["x", "y", "w1 w2 w3 w4 z1 a1 z2 a2", "v1", "v2", "J"])
    let group = try #require(folding.group(ofVertex: 2))
    #expect(graph.nodes[group.first].name == "a1")
    #expect(graph.nodes[group.last].name == "a2")
  }

  @Test func unfoldingGivesBackWhatWasThere() throws {
    let graph = try network()
    var folding = Folding(graph)
    _ = folding.foldWhatFeeds(try vertex("a1", folding, graph))
    let once = folding
    _ = folding.fold(layer: try ["a1", "a2"].map { try vertex($0, folding, graph) })
    let first = folding.unfold(try vertex("a2", folding, graph))
    #expect(first)
    #expect(folding == once)
    let second = folding.unfold(try vertex("z1", folding, graph))
    #expect(second)
    #expect(folding == Folding(graph))
    #expect(folding.isEmpty)
    let third = folding.unfold(0)
    #expect(!third)
  }

  @Test func whatHidesANodeIsUnfolded() throws {
    let graph = try network()
    var folding = Folding(graph, runs: 3)
    #expect(folding.parts.count <= 3)
    let node = try #require(graph.index(of: "z2"))
    folding.show(node)
    #expect(folding.group(ofVertex: folding.vertices[node]) == nil)
  }

  @Test func theWholeGraphIsNotOneBox() throws {
    let graph = try network()
    var folding = Folding(graph)
    let whole = folding.foldWhatFeeds(try vertex("J", folding, graph))
    #expect(!whole)
    let input = folding.foldWhatFeeds(try vertex("w1", folding, graph))
    #expect(!input)
    #expect(folding.isEmpty)
  }

  /// Whatever is folded and unfolded: every node is in one vertex, and every wire leads to a later one.
  @Test(arguments: 1...40)
  func noFoldMakesACycle(seed: Int) throws {
    var numbers = SplitMix64(seed: UInt64(seed))
    var texts = ["n0 = 1", "n1 = 2"]
    let count = 5 + numbers.next(below: 40)
    for index in 2..<count {
      let operands = (0...numbers.next(below: 3)).map { _ in "n\(numbers.next(below: index))" }
      texts.append("n\(index) = \(operands.joined(separator: " + "))")
    }
    let graph = try ComputationGraph.read(texts.map { Statement($0) }).graph
    var folding =
      seed.isMultiple(of: 3)
      ? Folding(graph, runs: 1 + count / 3, around: seed.isMultiple(of: 2) ? [count / 2] : [])
      : Folding(graph)
    for _ in 0..<30 {
      let vertex = numbers.next(below: folding.parts.count)
      switch numbers.next(below: 4) {
      case 0: _ = folding.unfold(vertex)
      case 1: _ = folding.fold(layer: [vertex])
      case 2: folding.show(numbers.next(below: graph.nodes.count))
      default: _ = folding.foldWhatFeeds(vertex)
      }
      let all = folding.parts.indices.flatMap { folding.nodes(ofVertex: $0) }
      #expect(all.sorted() == Array(graph.nodes.indices))
      for (node, vertex) in folding.vertices.enumerated() {
        #expect(folding.nodes(ofVertex: vertex).contains(node))
        for operand in graph.nodes[node].operands {
          #expect(folding.vertices[operand] <= vertex)
        }
      }
    }
  }

  /// Vertices are matched one to one, a node with itself.
  @Test(arguments: 1...10)
  func verticesAreMatchedOneToOne(seed: Int) throws {
    let graph = try network()
    var numbers = SplitMix64(seed: UInt64(seed))
    var folding = Folding(graph)
    for _ in 0..<12 {
      let earlier = folding
      let vertex = numbers.next(below: folding.parts.count)
      if numbers.next(below: 3) == 0 {
        _ = folding.unfold(vertex)
      } else {
        _ = folding.foldWhatFeeds(vertex)
      }
      let matching = folding.matching(earlier)
      #expect(matching.count == folding.parts.count)
      let matched = matching.compactMap { $0 }
      #expect(Set(matched).count == matched.count)
      for (vertex, other) in matching.enumerated() {
        if case .node(let node) = folding.parts[vertex], let other,
          earlier.group(ofVertex: other) == nil
        {
          #expect(earlier.nodes(ofVertex: other) == [node])
        }
      }
    }
  }
}
