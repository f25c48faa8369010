import Autodiff
import Expressions
import GraphLayout
import Teaching
import TextScreen

extension GraphDrawing {
  /// Writes the drawing of the screen as a picture, element by element: boxes, wires and entries in the same places, a
  /// cell 9 by 18.
  public func writeSVG(_ write: (String) -> Void) {
    let size = picture.layout.size
    let (width, height) = (size.width * SVG.cellWidth, size.height * SVG.cellHeight)
    write(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" font-family="monospace" font-size="15">
      <defs><marker id="head" markerWidth="8" markerHeight="8" refX="7" refY="4" orient="auto">\
      <path d="M0 0 8 4 0 8z"/></marker></defs>
      <rect width="\(width)" height="\(height)" fill="white"/>
      """)
    for (edge, wire) in zip(picture.layout.graph.edges, picture.layout.wires) {
      write(self.wire(wire, from: edge.source, to: edge.target))
    }
    for vertex in picture.plans.indices {
      for element in elements(of: vertex) { write(element) }
    }
    write("</svg>")
  }

  private func wire(
    _ wire: GraphLayout.Wire, from source: Int, to target: Int
  ) -> String {
    var points = wire.points.map(SVG.middle)
    points.insert(outlet(of: source), at: 0)
    // A box's frame runs through the middle of its cells.
    let left = picture.layout.places[target].column
    if let end = wire.points.last {
      points.append((left * SVG.cellWidth + SVG.cellWidth / 2, SVG.middle(end).y))
    }
    return SVG.line(points)
  }

  /// Where a node's wire begins: at the frame of its box, or behind the text of an input.
  private func outlet(of node: Int) -> (x: Int, y: Int) {
    let plan = picture.plans[node]
    let edge = Point(column: plan.isBox ? plan.boxWidth - 1 : plan.boxWidth, row: plan.wireRow)
    let middle = SVG.middle(picture.layout.places[node] + edge)
    return plan.isBox ? middle : (middle.x - SVG.cellWidth / 2, middle.y)
  }

  private func elements(of vertex: Int) -> [String] {
    let plan = picture.plans[vertex]
    let place = picture.layout.places[vertex]
    var elements: [String] = []
    if plan.isBox {
      let corner = SVG.middle(place)
      let width = (plan.boxWidth - 1) * SVG.cellWidth
      let height = (plan.height - 1) * SVG.cellHeight
      elements.append(
        "<rect x=\"\(corner.x)\" y=\"\(corner.y)\" width=\"\(width)\" height=\"\(height)\" "
          + "fill=\"none\" stroke=\"black\"/>")
      elements.append(SVG.text(plan.title, at: place + plan.titlePlace))
    } else {
      elements.append(SVG.text(plan.title, at: place))
    }
    if !picture.isUsed(vertex), plan.isBox, plan.wireWidth > 0 {
      let end = SVG.middle(place + Point(column: plan.size.width - 1, row: plan.wireRow))
      elements.append(SVG.line([outlet(of: vertex), end]))
    }
    for entry in [plan.value, plan.derivative].compactMap({ $0 }) + plan.inner {
      elements += self.entry(entry, of: plan)
    }
    return elements
  }

  private func entry(_ index: Int, of plan: NodePlan) -> [String] {
    guard let key, let place = picture.anchors[index]?.origin else { return [] }
    let entry = key.list.entries[index]
    let number = key.shown(index).text(columns: picture.density.field)
    let colour = entry.kind == .forward ? "#0b57d0" : "#137333"
    var elements = [SVG.text(number, at: place, colour: colour)]
    if let label = picture.label(of: index, on: plan) {
      elements.append(SVG.text(label.text, at: label.place, colour: "#5f6368"))
    }
    return elements
  }
}

/// Elements of a picture, from places on a grid of cells.
private enum SVG {
  static let cellWidth = 9
  static let cellHeight = 18

  package static func middle(_ point: Point) -> (x: Int, y: Int) {
    (point.column * cellWidth + cellWidth / 2, point.row * cellHeight + cellHeight / 2)
  }

  /// A wire, with the head of an arrow at its end.
  package static func line(_ points: [(x: Int, y: Int)]) -> String {
    let path = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    return "<polyline points=\"\(path)\" fill=\"none\" stroke=\"black\" "
      + "marker-end=\"url(#head)\"/>"
  }

  /// Text that takes as much room as it has cells, whatever the font.
  package static func text(_ text: String, at place: Point, colour: String = "black") -> String {
    let x = place.column * cellWidth
    let y = place.row * cellHeight + cellHeight * 3 / 4
    return "<text x=\"\(x)\" y=\"\(y)\" textLength=\"\(text.columns * cellWidth)\" "
      + "lengthAdjust=\"spacingAndGlyphs\" fill=\"\(colour)\">\(escaped(text))</text>"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
