import TextScreen

/// What wires leave on the cells of a canvas.
struct WireInk {
  private struct Mark {
    var source: Int
    var arms: Arms
    var style: Style
    var isHead = false
    var isCrossing = false
  }

  private let size: Size
  private var marks: [Mark?]

  init(size: Size) {
    self.size = size
    marks = Array(repeating: nil, count: size.width * size.height)
  }

  /// Marks the cells of a wire that are in view.
  mutating func trace(_ wire: GraphLayout.Wire, at origin: Point, style: () -> Style) {
    let points = wire.points
    guard let first = points.first, let last = points.last else { return }
    guard first.column + origin.column < size.width, last.column + origin.column >= 0 else {
      return
    }
    var drawn: Style?
    func mark(_ column: Int, _ row: Int, _ arms: Arms, isHead: Bool = false) {
      let style = drawn ?? style()
      drawn = style
      add(
        Mark(source: wire.source, arms: arms, style: style, isHead: isHead),
        column + origin.column, row + origin.row)
    }
    let columns = -origin.column..<(size.width - origin.column)
    let rows = -origin.row..<(size.height - origin.row)
    func markIfInView(_ point: Point, _ arms: Arms, isHead: Bool = false) {
      guard columns.contains(point.column), rows.contains(point.row) else { return }
      mark(point.column, point.row, arms, isHead: isHead)
    }
    markIfInView(first, .left)
    for (from, to) in zip(points, points.dropFirst()) {
      if from.row == to.row {
        guard rows.contains(from.row), from.column < to.column else { continue }
        markIfInView(from, .right)
        markIfInView(to, .left)
        for column in ((from.column + 1)..<to.column).clamped(to: columns) {
          mark(column, from.row, .horizontal)
        }
      } else {
        guard columns.contains(from.column) else { continue }
        let (top, bottom) = from.row < to.row ? (from, to) : (to, from)
        markIfInView(top, .down)
        markIfInView(bottom, .up)
        for row in ((top.row + 1)..<bottom.row).clamped(to: rows) {
          mark(from.column, row, .vertical)
        }
      }
    }
    markIfInView(last, .left, isHead: true)
  }

  private mutating func add(_ mark: Mark, _ column: Int, _ row: Int) {
    let index = row * size.width + column
    guard var present = marks[index] else {
      marks[index] = mark
      return
    }
    if present.source != mark.source { present.isCrossing = true }
    present.arms.formUnion(mark.arms)
    present.isHead = present.isHead || mark.isHead
    if mark.style.isFocused, !present.style.isFocused { present.style = mark.style }
    marks[index] = present
  }

  func cell(at point: Point) -> Cell? {
    guard let mark = marks[point.row * size.width + point.column] else { return nil }
    if mark.isHead { return Cell("▶", mark.style) }
    return Cell(mark.isCrossing ? "┼" : mark.arms.character, mark.style)
  }
}
