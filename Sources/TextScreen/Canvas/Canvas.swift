/// A rectangle of cells that painters write on.
///
/// Writing outside is allowed and has no effect, so that a painter need not know how large its canvas is.
/// A character two columns wide leaves the cell to its right empty: that cell holds `Cell.continuation`.
public struct Canvas: Hashable, Sendable {
  public let size: Size
  /// Where the terminal's cursor stands, if it is shown.
  public var cursor: Point?
  var cells: [Cell]

  public init(size: Size) {
    self.size = Size(width: max(0, size.width), height: max(0, size.height))
    cells = Array(repeating: .empty, count: self.size.width * self.size.height)
  }

  public var bounds: Rect {
    Rect(origin: Point(column: 0, row: 0), size: size)
  }

  public subscript(point: Point) -> Cell {
    get { bounds.contains(point) ? cells[point.row * size.width + point.column] : .empty }
    set {
      guard bounds.contains(point) else { return }
      cells[point.row * size.width + point.column] = newValue
    }
  }

  /// Writes text to the right of a point and returns the column after it.
  ///
  /// Control characters never pass: each is written as `�`.
  ///
  /// - Complexity: O(n) in the characters of the text.
  @discardableResult
  public mutating func write(_ text: String, at point: Point, _ style: Style = .plain) -> Int {
    if let end = writeSimple(text, at: point, style) { return end }
    var column = point.column
    for character in text {
      let width = character.columns
      guard width > 0 else { continue }
      self[Point(column: column, row: point.row)] = Cell(character.printable, style)
      if width == 2 {
        self[Point(column: column + 1, row: point.row)] = Cell(Cell.continuation, style)
      }
      column += width
    }
    return column
  }

  /// Writes text each of whose scalars takes a cell of its own, and returns the column after it.
  ///
  /// - Returns: `nil` if a scalar does not; the cells before it are written.
  private mutating func writeSimple(_ text: String, at point: Point, _ style: Style) -> Int? {
    let isInside = (0..<size.height).contains(point.row)
    let row = point.row * size.width
    var column = point.column
    let isSimple = text.forEachScalar { scalar in
      guard scalar.isSimple else { return false }
      if isInside, column >= 0, column < size.width {
        cells[row + column] = Cell(Glyph(scalar), style)
      }
      column += 1
      return true
    }
    return isSimple ? column : nil
  }

  /// Writes one character into every cell of a rectangle.
  public mutating func fill(_ rect: Rect, with cell: Cell) {
    for row in rect.rows.clamped(to: 0..<size.height) {
      for column in rect.columns.clamped(to: 0..<size.width) {
        self[Point(column: column, row: row)] = cell
      }
    }
  }

  /// Copies a part of another canvas, so that its `source` point comes to lie on the origin of `rect`.
  public mutating func paste(_ other: Canvas, from source: Point, into rect: Rect) {
    let shift = source - rect.origin
    let rows = rect.rows.clamped(to: 0..<size.height)
      .clamped(to: -shift.row..<other.size.height - shift.row)
    let columns = rect.columns.clamped(to: 0..<size.width)
      .clamped(to: -shift.column..<other.size.width - shift.column)
    for row in rows {
      let here = row * size.width
      let there = (row + shift.row) * other.size.width + shift.column
      for column in columns { cells[here + column] = other.cells[there + column] }
    }
  }

  /// The characters of each row, without the spaces at its end.
  public var text: [String] {
    (0..<size.height).map { row in
      var line = ""
      var spaces = 0
      for column in 0..<size.width {
        let glyph = self[Point(column: column, row: row)].glyph
        if glyph == Cell.continuation { continue }
        if glyph == .space {
          spaces += 1
        } else {
          line += String(repeating: " ", count: spaces)
          line.append(glyph.character)
          spaces = 0
        }
      }
      return line
    }
  }
}
