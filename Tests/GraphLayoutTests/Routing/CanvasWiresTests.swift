import GraphLayout
import Testing
import TextScreen

@Suite struct CanvasWiresTests {
  private let layout = GraphLayout(NamedGraph.dense.graph)

  @Test(arguments: [(0, 0), (1, 1), (20, 5)])
  func paintsTheCutThatIsInView(width: Int, height: Int) {
    var whole = Canvas(size: layout.size)
    whole.drawWires(of: layout)
    for corner in [(0, 0), (5, 3), (-2, -1), (30, 15), (1000, 1000), (-1000, 3)] {
      let corner = Point(column: corner.0, row: corner.1)
      var view = Canvas(size: Size(width: width, height: height))
      view.drawWires(of: layout, at: Point(column: 0, row: 0) - corner)
      var expected = Canvas(size: view.size)
      expected.paste(whole, from: corner, into: expected.bounds)
      #expect(view == expected)
    }
  }

  @Test func leavesOtherCellsAlone() {
    var canvas = Canvas(size: layout.size)
    canvas.fill(canvas.bounds, with: Cell("·"))
    canvas.drawWires(of: layout)
    for node in layout.graph.nodes.indices {
      #expect(canvas[layout.places[node]] == Cell("·"))
    }
  }

  @Test func aFocusedWireLiesOverTheOthersOfItsSource() throws {
    let focused = 9
    var canvas = Canvas(size: layout.size)
    canvas.drawWires(of: layout) { Style(.wire, isFocused: $0 == focused) }
    for point in layout.wires[focused].points {
      #expect(canvas[point].style.isFocused)
    }
    let cells = canvas.bounds.rows.flatMap { row in
      canvas.bounds.columns.map { canvas[Point(column: $0, row: row)] }
    }
    let lengths = zip(layout.wires[focused].points, layout.wires[focused].points.dropFirst())
      .map { abs($0.column - $1.column) + abs($0.row - $1.row) }
    #expect(cells.count { $0.style.isFocused } == lengths.reduce(1, +))
  }

  @Test func branchesAndCrossingsReadDifferently() {
    let node = LayoutGraph.Node(size: Size(width: 1, height: 1), inletRow: 0, outletRow: 0)
    let graph = LayoutGraph(
      nodes: Array(repeating: node, count: 4),
      edges: (1...3).map { .init(source: 0, target: $0) })
    let layout = GraphLayout(graph)
    var canvas = Canvas(size: layout.size)
    canvas.drawWires(of: layout)
    #expect(canvas.text == ["  ┌▶", "  │", " ─●▶", "  │", "  └▶"])
  }
}
