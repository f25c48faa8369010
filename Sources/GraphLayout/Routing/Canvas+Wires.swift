public import TextScreen

extension Canvas {
  /// Draws the wires of a layout; only what is in view is painted.
  ///
  /// Each wire is to be followed cell by cell: `├ ┤ ┬ ┴` and, four ways, `●` are where wires of one
  /// source part; `┼` is where wires of two sources cross, each going straight on; `▶` is where a wire
  /// enters its node. Where wires of one source share a cell it has the style of the first of them, or
  /// of the first that is focused; so has a crossing.
  ///
  /// - Parameters:
  ///   - edges: the edges whose wires are drawn; `nil` for all.
  ///   - origin: where the layout's top left cell lies on the canvas; negative where it is scrolled.
  ///   - style: the style of the wire of an edge.
  public mutating func drawWires(
    of layout: GraphLayout, only edges: [Int]? = nil, at origin: Point = Point(column: 0, row: 0),
    style: (_ edge: Int) -> Style = { _ in Style(.wire) }
  ) {
    guard size.width > 0, size.height > 0 else { return }
    var ink = WireInk(size: size)
    for edge in edges ?? Array(layout.wires.indices) {
      ink.trace(layout.wires[edge], at: origin) { style(edge) }
    }
    for row in 0..<size.height {
      for column in 0..<size.width {
        let point = Point(column: column, row: row)
        if let cell = ink.cell(at: point) { self[point] = cell }
      }
    }
  }
}
