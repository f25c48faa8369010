import Autodiff
import Expressions
import GraphLayout
import Teaching
package import TextScreen

/// Paints a graph with its entries into a part of a canvas.
package struct GraphPainter {
  package let picture: GraphPicture
  package let marks: GraphMarks

  package init(picture: GraphPicture, marks: GraphMarks) {
    self.picture = picture
    self.marks = marks
  }

  /// Paints what is in view; the focused entry is in its middle where the graph is larger.
  ///
  /// - Complexity: O(1) in the size of the graph, for what is in view alone is looked at.
  package func paint(on canvas: inout Canvas, in area: Rect) {
    let offset = self.offset(in: area.size)
    var view = self.canvas(showing: Rect(origin: offset, size: area.size))
    markCuts(offset, on: &view)
    canvas.paste(view, from: Point(column: 0, row: 0), into: area)
  }

  /// A part of the drawing.
  ///
  /// - Complexity: O(c + k) in its cells and in what lies in it.
  package func canvas(showing shown: Rect) -> Canvas {
    var view = Canvas(size: shown.size)
    let offset = shown.origin
    let origin = Point(column: -offset.column, row: -offset.row)
    let edges = picture.layout.graph.edges
    let litWires = self.litWires
    view.drawWires(of: picture.layout, only: picture.view.edges(in: shown), at: origin) { edge in
      litWires.contains(edges[edge])
        ? Style(.lit, isFocused: true)
        : Style(tint(of: edges[edge]), isFocused: edges[edge].target == focusedVertex)
    }
    for inlet in picture.inlets {
      let style = Style(leavesLit(inlet.vertex) ? .lit : tint(leaving: inlet.vertex))
      view.write("\(inlet.name) ─", at: inlet.place + origin, style)
    }
    for vertex in picture.view.nodes(in: shown) {
      let rect = picture.layout.rect(of: vertex)
      let moved = Rect(origin: rect.origin + origin, size: rect.size)
      if moved.intersects(view.bounds) { paint(vertex, at: moved.origin, on: &view) }
    }
    return view
  }

  /// The point of the drawing in the top left corner of the view.
  private func offset(in size: Size) -> Point {
    var offset =
      switch marks.center {
      case .entry(let entry): picture.offset(showing: entry, in: size)
      case .node(let node): picture.offset(showingNode: node, in: size)
      }
    offset.column += marks.pan
    return offset
  }

  /// The point of the drawing that is seen in the top left corner when the graph is painted into a part of a canvas.
  package func origin(in area: Rect) -> Point { offset(in: area.size) }

  /// Where an entry is written when the graph is painted into a part of a canvas; `nil` if it is out of view.
  package func place(of entry: Int, in area: Rect) -> Point? {
    guard let anchor = picture.anchors[entry] else { return nil }
    let place = anchor.origin + area.origin - offset(in: area.size)
    return area.contains(place) ? place : nil
  }

  private var focusedVertex: Int? { marks.focusedNode.map { picture.folding.vertices[$0] } }

  /// The wires that a closer look lights.
  private var litWires: Set<LayoutGraph.Edge> {
    guard let highlight = marks.highlight else { return [] }
    let vertices = picture.folding.vertices
    return Set(
      highlight.wires.map {
        LayoutGraph.Edge(source: vertices[$0.source], target: vertices[$0.target])
      })
  }

  /// Whether a lit wire leaves a vertex.
  private func leavesLit(_ vertex: Int) -> Bool {
    marks.highlight?.wires.contains { picture.folding.vertices[$0.source] == vertex } ?? false
  }

  private func isLit(_ vertex: Int) -> Bool {
    if let node = marks.walkedNode { return picture.folding.vertices[node] == vertex }
    return marks.highlight?.nodes.contains { picture.folding.vertices[$0] == vertex } ?? false
  }

  /// Shows at the edges that the drawing goes on there.
  private func markCuts(_ offset: Point, on view: inout Canvas) {
    let size = picture.layout.size
    let (width, height) = (view.size.width, view.size.height)
    func mark(_ sign: String, _ points: [Point]) {
      // What is drawn is not written over, nor is a space in the middle of it: `x = 2` with a `^` before the wire would
      // be a power.
      func isFree(_ point: Point) -> Bool {
        (-1...1).map { point + Point(column: $0, row: 0) }
          .allSatisfy { !view.bounds.contains($0) || view[$0] == .empty }
      }
      if let place = points.first(where: isFree) ?? points.first(where: { view[$0] == .empty }) {
        view.write(sign, at: place, Style(.key))
      }
    }
    func column(_ column: Int) -> [Point] {
      outward(from: height / 2, below: height).map { Point(column: column, row: $0) }
    }
    func row(_ row: Int) -> [Point] {
      outward(from: width / 2, below: width).map { Point(column: $0, row: row) }
    }
    if offset.column > 0 { mark("<", column(0)) }
    if offset.column + width < size.width { mark(">", column(width - 1)) }
    if offset.row > 0 { mark("^", row(0)) }
    if offset.row + height < size.height { mark("v", row(height - 1)) }
  }

  /// The numbers below a limit, those nearest to the middle first.
  private func outward(from middle: Int, below limit: Int) -> [Int] {
    (0..<max(0, limit)).sorted { (abs($0 - middle), $0) < (abs($1 - middle), $1) }
  }

  private func paint(_ vertex: Int, at origin: Point, on view: inout Canvas) {
    let plan = picture.plans[vertex]
    guard !plan.isInBox else { return }
    let isFocused = vertex == focusedVertex
    let frame = isLit(vertex) ? Style(.lit) : Style(.box, isFocused: isFocused)
    let wire = Style(leavesLit(vertex) ? .lit : tint(leaving: vertex))
    let end = plan.size.width
    let wireRow = plan.wireRow
    func point(_ column: Int, _ row: Int) -> Point { origin + Point(column: column, row: row) }
    if plan.isBox {
      drawFrame(plan, at: origin, frame, on: &view)
      view.write(
        plan.title, at: origin + plan.titlePlace,
        Style(isFocused ? .strong : .plain, isFocused: false))
      if picture.density.form == .marks, plan.value != nil {
        view.write(" ", at: origin + plan.titlePlace + Point(column: plan.title.columns, row: 0))
      }
      if let subtitle = plan.subtitle {
        view.write(
          subtitle, at: origin + plan.titlePlace + Point(column: 0, row: 1), Style(.faint))
      }
      for text in plan.texts {
        let isLit = isLit(picture.folding.vertices[text.operand])
        view.write(text.text, at: origin + text.place, Style(isLit ? .lit : .faint))
      }
    } else {
      view.write(plan.title, at: point(0, 0), isLit(vertex) ? Style(.lit) : .plain)
    }
    let isUsed = picture.isUsed(vertex)
    // The wire of an input begins behind what is written in its row.
    let isAfterEntry = !plan.isBox && plan.derivative != nil && plan.derivativePlace.row == wireRow
    let begins = isAfterEntry ? plan.derivativePlace.column : plan.boxWidth
    if isUsed || plan.value != nil {
      for column in begins..<max(begins, end) {
        view.write("─", at: point(column, wireRow), wire)
      }
    }
    if picture.outlets.contains(vertex) {
      view.write(plan.isBox ? "─▶" : "▶", at: point(end, wireRow), wire)
    }
    if plan.isBox, isUsed || plan.wireWidth > 0 {
      view.write("├", at: point(plan.boxWidth - 1, wireRow), frame)
    }
    if !isUsed, plan.isBox, plan.wireWidth > 0 {
      view.write("▶", at: point(end - 1, wireRow), wire)
    }
    let shift = origin - picture.layout.places[vertex]
    for entry in [plan.value, plan.derivative].compactMap({ $0 }) + plan.inner {
      guard let anchor = picture.anchors[entry],
        view.bounds.rows.contains(anchor.origin.row + shift.row)
      else { continue }
      paint(entry: entry, of: plan, relativeTo: shift, on: &view)
    }
    let inputs = plan.texts.map(\.operand).filter { picture.list.graph.nodes[$0].formula == nil }
    for node in [picture.folding.node(ofVertex: vertex)].compactMap({ $0 }) + inputs {
      if let change = marks.highlight?.changes[node] {
        paint(change, of: node, on: plan, relativeTo: shift, on: &view)
      }
    }
  }

  /// Writes how far a node moved in the place of its value, or for an input in that of its derivative and its name.
  private func paint(
    _ change: Highlight.Change, of node: Int, on plan: NodePlan, relativeTo shift: Point,
    on view: inout Canvas
  ) {
    let list = picture.list
    guard let entry = list.forward(of: node) ?? list.derivative(of: node),
      let anchor = picture.anchors[entry]
    else { return }
    let width = picture.density.entryWidth
    let (text, sign) = change.text(columns: width)
    let start = (picture.label(of: entry, on: plan)?.place ?? anchor.origin) + shift
    let name = anchor.origin.column + shift.column - start.column
    view.write(String(repeating: " ", count: name + width), at: start, .plain)
    view.write(picture.density.form == .marks ? sign : text, at: start, Style(.lit))
  }

  private func drawFrame(_ plan: NodePlan, at origin: Point, _ style: Style, on view: inout Canvas)
  {
    let inside = String(repeating: "─", count: plan.boxWidth - 2)
    view.write("┌\(inside)┐", at: origin, style)
    let rows = -origin.row..<view.size.height - origin.row
    for row in (1..<plan.height - 1).clamped(to: rows) {
      view.write("│", at: origin + Point(column: 0, row: row), style)
      view.write("│", at: origin + Point(column: plan.boxWidth - 1, row: row), style)
    }
    view.write("└\(inside)┘", at: origin + Point(column: 0, row: plan.height - 1), style)
  }

  private func paint(
    entry index: Int, of plan: NodePlan, relativeTo shift: Point, on view: inout Canvas
  ) {
    guard let anchor = picture.anchors[index] else { return }
    let place = anchor.origin + shift
    let entry = picture.list.entries[index]
    if let label = picture.label(of: index, on: plan) {
      view.write(label.text, at: label.place + shift, Style(.faint))
    }
    let text = marks.mark(index).text(
      isValue: entry.isForward, isFocused: marks.isFocused(index), picture.density)
    let end = view.write(text, at: place)
    // What stands in a line does not run into it.
    let isInLine = index == plan.value || index == plan.derivative
    guard picture.density.form == .framed, isInLine, text.columns < picture.density.entryWidth
    else { return }
    view.write(" ", at: Point(column: end, row: place.row), .plain)
  }
}
