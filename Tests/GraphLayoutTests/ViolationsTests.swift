import GraphLayout
import Testing
import TextScreen

/// Layouts broken by hand, each of one law.
@Suite struct ViolationsTests {
  /// `a──▶b` and, below, `c──▶d`; all boxes are 3 by 3.
  private let layout: GraphLayout

  init() {
    let node = LayoutGraph.Node(size: Size(width: 3, height: 3), inletRow: 0, outletRow: 1)
    layout = GraphLayout(
      LayoutGraph(
        nodes: [node, node, node, node],
        edges: [.init(source: 0, target: 1), .init(source: 2, target: 3)]))
  }

  private func broken(_ change: (inout GraphLayout) -> Void) -> [GraphLayout.Violation] {
    var layout = layout
    change(&layout)
    return layout.violations
  }

  @Test func aLayoutAsMadeBreaksNoLaw() {
    #expect(layout.violations == [])
  }

  @Test func namesBoxesThatOverlap() {
    let place = layout.places[0]
    #expect(broken { $0.places[2] = place }.contains(.overlap(0, 2)))
  }

  @Test func namesABoxOutside() {
    #expect(broken { $0.size.height -= 1 } == [.nodeOutside(3)])
  }

  @Test func namesAWireThatLeavesTheDrawing() {
    let found = broken { layout in
      let start = layout.wires[0].points[0]
      let above = start + Point(column: 0, row: -start.row - 2)
      layout.wires[0].points.insert(contentsOf: [above, start], at: 1)
    }
    #expect(found == [.wireOutside(edge: 0)])
  }

  @Test func namesAWireThatStartsElsewhere() {
    let found = broken { $0.wires[0].points[0].column += 1 }
    #expect(found == [.detachedStart(edge: 0)])
  }

  @Test func namesAWireThatIsGivenToAnotherSource() {
    #expect(broken { $0.wires[0].source = 2 } == [.detachedStart(edge: 0)])
  }

  @Test func namesAWireThatEndsElsewhere() {
    let found = broken { $0.wires[0].points[$0.wires[0].points.count - 1].column -= 1 }
    #expect(found == [.detachedEnd(edge: 0)])
  }

  @Test func namesAWireThatEndsAtAnotherRow() {
    let found = broken { layout in
      let end = layout.wires[0].points.count - 1
      let turn = layout.wires[0].points[end - 1]
      layout.wires[0].points[end].row += 1
      layout.wires[0].points.insert(turn + Point(column: 0, row: 1), at: end)
    }
    #expect(found.contains(.detachedEnd(edge: 0)))
  }

  @Test func namesTwoWiresAtOneInlet() {
    let node = LayoutGraph.Node(size: Size(width: 3, height: 3), inletRow: 0, outletRow: 1)
    let edge = LayoutGraph.Edge(source: 0, target: 1)
    var layout = GraphLayout(LayoutGraph(nodes: [node, node], edges: [edge, edge]))
    layout.wires[1] = layout.wires[0]
    #expect(layout.violations == [.sharedInlet(edges: 0, 1)])
  }

  @Test func namesAWireThatIsSlanted() {
    let found = broken { layout in
      let start = layout.wires[0].points[0]
      layout.wires[0].points.insert(
        contentsOf: [start + Point(column: 0, row: 1), start + Point(column: 1, row: 0)], at: 1)
    }
    #expect(found == [.slanted(edge: 0)])
  }

  @Test func namesAWireThroughABox() {
    let found = broken { layout in
      let turn = layout.wires[0].points[1]
      let inside = Point(column: layout.places[0].column + 1, row: turn.row)
      layout.wires[0].points.insert(contentsOf: [inside, turn], at: 1)
    }
    #expect(found.contains(.wireThroughNode(edge: 0, node: 0)))
  }

  @Test func namesWiresOfTwoSourcesThatShareACell() {
    let found = broken { layout in
      let start = layout.wires[0].points[0]
      let other = layout.wires[1].points[0]
      layout.wires[0].points.insert(
        contentsOf: [Point(column: start.column, row: other.row), start], at: 1)
    }
    #expect(
      found == [.sharedCell(edges: 0, 1, at: layout.wires[1].points[0])])
  }

  @Test func wiresOfTwoSourcesMayCross() {
    let node = LayoutGraph.Node(size: Size(width: 3, height: 3), inletRow: 0, outletRow: 1)
    let edges = [(0, 2), (0, 3), (1, 2), (1, 3)]
    let layout = GraphLayout(
      LayoutGraph(
        nodes: [node, node, node, node],
        edges: edges.map { .init(source: $0.0, target: $0.1) }))
    #expect(layout.crossings == 1)
    #expect(layout.violations == [])
  }
}
