import GraphLayout
import Testing
import TextScreen

@Suite struct ViewIndexTests {
  /// Whatever is in view is found; compared with a look at everything.
  @Test(arguments: 1...12)
  func whatIsInViewIsFound(seed: Int) {
    let layout = GraphLayout(LayoutGraph.random(seed: UInt64(seed), upTo: 12 * seed))
    let index = ViewIndex(layout)
    for column in stride(from: -30, to: layout.size.width + 40, by: 37) {
      for row in stride(from: -10, to: layout.size.height + 10, by: 13) {
        let view = Rect(column: column, row: row, width: 50, height: 14)
        let nodes = layout.places.indices.filter { layout.rect(of: $0).intersects(view) }
        #expect(Set(index.nodes(in: view)).isSuperset(of: nodes))
        let edges = layout.wires.indices.filter { edge in
          zip(layout.wires[edge].points, layout.wires[edge].points.dropFirst()).contains {
            Rect(
              column: min($0.column, $1.column), row: min($0.row, $1.row),
              width: abs($1.column - $0.column) + 1, height: abs($1.row - $0.row) + 1
            ).intersects(view)
          }
        }
        #expect(Set(index.edges(in: view)).isSuperset(of: edges))
        #expect(index.edges(in: view) == index.edges(in: view).sorted())
      }
    }
  }

  @Test func drawingWhatIsFoundIsDrawingAll() {
    let layout = GraphLayout(LayoutGraph.random(seed: 7, upTo: 60))
    let index = ViewIndex(layout)
    for origin in [Point(column: 0, row: 0), Point(column: -40, row: -5), Point(column: 9, row: 3)]
    {
      var (all, found) = (
        Canvas(size: Size(width: 70, height: 20)), Canvas(size: Size(width: 70, height: 20))
      )
      all.drawWires(of: layout, at: origin)
      let view = Rect(
        column: -origin.column, row: -origin.row, width: 70, height: 20)
      found.drawWires(of: layout, only: index.edges(in: view), at: origin)
      #expect(all == found)
    }
  }

  /// However large the drawing is, nothing that lies further away than a tile is looked at.
  @Test(arguments: [1_000, 10_000])
  func whatIsFoundLiesNear(count: Int) {
    let layout = GraphLayout(LayoutGraph.chain(count: count), effort: .draft)
    let index = ViewIndex(layout)
    for share in 1...9 {
      let view = Rect(column: layout.size.width * share / 10, row: 0, width: 80, height: 14)
      let near = Rect(
        column: view.origin.column - 64, row: -24, width: 80 + 2 * 64, height: 14 + 2 * 24)
      let nodes = index.nodes(in: view)
      #expect(nodes.allSatisfy { layout.rect(of: $0).intersects(near) })
      #expect(nodes.count <= near.size.width / 6 + 1)
      #expect(index.edges(in: view).count <= nodes.count + 1)
    }
  }
}
