import Autodiff
import GraphLayout
import Teaching
import TextScreen

/// Paints a graph with its entries into a part of a canvas.
struct GraphPainter {
  let picture: GraphPicture
  let session: Session
  let worksheet: Worksheet

  /// Paints what is in view; the entry in hand is in its middle where the graph is larger.
  func paint(on canvas: inout Canvas, in area: Rect) {
    var view = Canvas(size: area.size)
    var offset = picture.offset(showing: session.focus, in: area.size)
    if session.isReading { offset.column += min(session.pan, session.panLimit) }
    let origin = Point(column: -offset.column, row: -offset.row)
    let edges = picture.layout.graph.edges
    view.drawWires(of: picture.layout, at: origin) { edge in
      Style(.wire, isFocused: edges[edge].target == focusedNode)
    }
    for node in picture.plans.indices {
      let rect = picture.layout.rect(of: node)
      let moved = Rect(origin: rect.origin + origin, size: rect.size)
      if moved.intersects(view.bounds) { paint(node, at: moved.origin, on: &view) }
    }
    markCuts(offset, on: &view)
    canvas.paste(view, from: Point(column: 0, row: 0), into: area)
  }

  private var focusedNode: Int? { session.focusedEntry?.node }

  /// Shows at the edges that the drawing goes on there.
  private func markCuts(_ offset: Point, on view: inout Canvas) {
    let size = picture.layout.size
    let (width, height) = (view.size.width, view.size.height)
    let middle = Point(column: 0, row: height / 2)
    if offset.column > 0 { view.write("<", at: middle, Style(.key)) }
    if offset.column + width < size.width {
      view.write(">", at: Point(column: width - 1, row: middle.row), Style(.key))
    }
    if offset.row > 0 { view.write("^", at: Point(column: width / 2, row: 0), Style(.key)) }
    if offset.row + height < size.height {
      view.write("v", at: Point(column: width / 2, row: height - 1), Style(.key))
    }
  }

  private func paint(_ node: Int, at origin: Point, on view: inout Canvas) {
    let plan = picture.plans[node]
    let isFocused = node == focusedNode
    let end = plan.size.width
    let wireRow = plan.wireRow
    func point(_ column: Int, _ row: Int) -> Point { origin + Point(column: column, row: row) }
    if plan.isBox {
      frame(plan, at: origin, isFocused: isFocused, on: &view)
      view.write(
        plan.title, at: point(1 + picture.density.padding, 1),
        Style(isFocused ? .strong : .plain, isFocused: false))
    } else {
      view.write(plan.title, at: point(0, 0), .plain)
    }
    let isUsed = !worksheet.key.graph.consumers[node].isEmpty
    if isUsed || plan.value != nil {
      for column in plan.boxWidth..<max(plan.boxWidth, end) {
        view.write("─", at: point(column, wireRow), Style(.wire))
      }
    }
    if plan.isBox, isUsed || plan.wireWidth > 0 {
      view.write("├", at: point(plan.boxWidth - 1, wireRow), Style(.box, isFocused: isFocused))
    }
    if !isUsed, plan.isBox, plan.wireWidth > 0 {
      view.write("▶", at: point(end - 1, wireRow), Style(.wire))
    }
    for entry in [plan.value, plan.derivative].compactMap({ $0 }) + plan.inner {
      paint(entry: entry, of: plan, relativeTo: origin - picture.layout.places[node], on: &view)
    }
  }

  private func frame(_ plan: NodePlan, at origin: Point, isFocused: Bool, on view: inout Canvas) {
    let style = Style(.box, isFocused: isFocused)
    let inside = String(repeating: "─", count: plan.boxWidth - 2)
    view.write("┌\(inside)┐", at: origin, style)
    for row in 1..<plan.height - 1 {
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
    let entry = worksheet.entries[index]
    let isNamed =
      index != plan.value
      && (index != plan.derivative || !plan.isBox || picture.density.namesDerivatives)
    if isNamed {
      let name = NodePlan.label(entry.name)
      view.write(name, at: place - Point(column: name.columns + 1, row: 0), Style(.faint))
    }
    view.write(EntryText(index, session, worksheet, picture.density).text, at: place)
  }
}
