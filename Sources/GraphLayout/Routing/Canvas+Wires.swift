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
  ///   - edges: the edges whose wires are drawn; none for all.
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

/// The directions in which a wire leaves the middle of a cell.
struct Arms: OptionSet, Hashable {
  let rawValue: UInt8

  static let left = Arms(rawValue: 1)
  static let right = Arms(rawValue: 2)
  static let up = Arms(rawValue: 4)
  static let down = Arms(rawValue: 8)
  static let horizontal: Arms = [.left, .right]
  static let vertical: Arms = [.up, .down]

  /// The character that shows the arms of one source's wires.
  var character: Character {
    Self.characters[Int(rawValue)]
  }

  private static let characters = Array(" ───│┘└┴│┐┌┬│┤├●")
}

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
