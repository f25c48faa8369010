import Autodiff
import Drawings
import GraphLayout
import Teaching
import TestSupport
import Testing
import TextScreen

/// Drawings do not grow without end, whatever graph they are of.
@Suite struct DrawingLimitTests {
  private func key(_ kind: GrowingGraph, _ count: Int) throws -> AnswerKey {
    let reading = try kind.reading(count)
    return try AnswerKey(reading.graph, at: reading.inputs)
  }

  private func text(_ drawing: GraphDrawing) -> String {
    var parts: [String] = []
    drawing.writeText { parts.append($0) }
    return parts.joined(separator: "\n")
  }

  @Test(arguments: GrowingGraph.allCases, [5, 40])
  func aSmallGraphIsDrawnWhole(kind: GrowingGraph, count: Int) throws {
    let drawing = try GraphDrawing(key(kind, count))
    #expect(drawing.note == nil)
    #expect(DrawingLimit.screen.folding(drawing.picture.list.graph, around: [0]) == nil)
  }

  @Test(arguments: GrowingGraph.allCases, [150])
  func aDrawingHasABoundedNumberOfCells(kind: GrowingGraph, count: Int) throws {
    let drawing = try GraphDrawing(key(kind, count))
    let size = drawing.picture.layout.size
    #expect(size.width * size.height <= 16_000_000)
  }

  /// However many nodes there are, a few boxes are drawn at once.
  @Test(arguments: [
    GrowingGraph.chain, .near, .far, .wideSum, .differences, .product, .network, .longFormula,
  ])
  func aLargeGraphIsAFewBoxes(kind: GrowingGraph) throws {
    let graph = try kind.reading(2500).graph
    let folding = try #require(DrawingLimit.screen.folding(graph, around: [graph.output]))
    let count = folding.parts.count
    #expect(count < 300)
  }

  /// What is painted a few rows at a time is what is painted at once.
  @Test(arguments: GrowingGraph.allCases)
  func theRowsOfADrawingAreThoseOfItsCanvas(kind: GrowingGraph) throws {
    let drawing = try GraphDrawing(key(kind, 30))
    var canvas = Canvas(size: drawing.picture.layout.size)
    GraphPainter(picture: drawing.picture, marks: GraphMarks(givenBy: try #require(drawing.key)))
      .paint(on: &canvas, in: canvas.bounds)
    #expect(text(drawing) == canvas.text.joined(separator: "\n"))
  }

  @Test func whatIsFarFromTheOutputIsFolded() throws {
    let drawing = try GraphDrawing(key(.far, 3000))
    #expect(
      drawing.note
        == "the whole graph is too large for one drawing; what is far from x3000 is folded into "
        + "\(drawing.picture.plans.count { $0.subtitle != nil }) boxes; --dot and --json have all of it"
    )
    let drawn = text(drawing)
    for index in 2986...3000 { #expect(drawn.contains("│x\(index) = ")) }
    #expect(drawn.contains("│▸ "))
  }

  /// A long name is cut on the box of its node, of the group that it is in and of its entries.
  @Test func aLongNameIsCut() throws {
    let name = String(repeating: "x", count: 5000)
    let reading = try ComputationGraph.read(
      ["\(name) = 2", "\(name)y = 3\(name)", "J = \(name)y^2"].map { Statement($0) })
    let drawing = try GraphDrawing(AnswerKey(reading.graph, at: reading.inputs))
    #expect(drawing.picture.layout.size.width < 2000)
    let group = Folding(reading.graph, runs: 1)
    #expect(group.parts.count == 1)
  }

  @Test func theNodeInHandIsABoxWithWhatIsNearIt() throws {
    let graph = try GrowingGraph.near.reading(3000).graph
    for node in [0, 17, 1500, graph.output] {
      let folding = try #require(DrawingLimit.screen.folding(graph, around: [node]))
      #expect(folding.parts.count < 400)
      for shown in [node] + graph.nodes[node].operands {
        #expect(folding.group(ofVertex: folding.vertices[shown]) == nil)
      }
    }
  }

  /// Of a box with many operands those about the one in hand are boxes of their own.
  @Test func theOperandInHandIsABox() throws {
    let graph = try ComputationGraph.read(
      GrowingGraph.wideSum.words(3000).map { Statement($0) }, breaking: .never
    ).graph
    for operand in [0, 1500, 2999] {
      let folding = try #require(
        DrawingLimit.screen.folding(graph, around: [graph.output, operand]))
      #expect(folding.group(ofVertex: folding.vertices[operand]) == nil)
      #expect(folding.parts.count < 400)
    }
  }

  /// What a drawing is guessed to take is no less than what it takes, but for what wires climb.
  @Test(arguments: GrowingGraph.allCases)
  func theLoadIsToldBeforehand(kind: GrowingGraph) throws {
    let picture = try GraphDrawing(key(kind, 60)).picture
    let load = LayoutLoad(picture.layout.graph)
    #expect(load.size.width >= picture.layout.size.width / 2)
    #expect(load.vertices >= picture.layout.graph.nodes.count)
    #expect(load.edges == picture.layout.graph.edges.count)
  }
}
