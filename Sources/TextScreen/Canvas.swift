/// A character with its meaning.
public struct Cell: Hashable, Sendable {
  public var character: Character
  public var style: Style

  public init(_ character: Character, _ style: Style = .plain) {
    self.character = character
    self.style = style
  }

  public static let blank = Cell(" ")
}

/// A rectangle of cells that painters write on.
///
/// Writing outside is allowed and has no effect, so that a painter need not know how large its canvas is.
/// A character two columns wide leaves the cell to its right empty: that cell holds `Cell.continuation`.
public struct Canvas: Hashable, Sendable {
  public let size: Size
  /// Where the terminal's cursor stands, if it is shown.
  public var cursor: Point?
  private var cells: [Cell]

  public init(size: Size) {
    self.size = Size(width: max(0, size.width), height: max(0, size.height))
    cells = Array(repeating: .blank, count: self.size.width * self.size.height)
  }

  public var bounds: Rect {
    Rect(origin: Point(column: 0, row: 0), size: size)
  }

  public subscript(point: Point) -> Cell {
    get { bounds.contains(point) ? cells[point.row * size.width + point.column] : .blank }
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
    var column = point.column
    for character in text {
      let width = character.columns
      let shown = character.isControl ? "�" : character
      guard width > 0 else { continue }
      self[Point(column: column, row: point.row)] = Cell(shown, style)
      if width == 2 {
        self[Point(column: column + 1, row: point.row)] = Cell(Cell.continuation, style)
      }
      column += width
    }
    return column
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
    for row in rect.rows.clamped(to: 0..<size.height) {
      for column in rect.columns.clamped(to: 0..<size.width) {
        let here = Point(column: column, row: row)
        let there = here - rect.origin + source
        if other.bounds.contains(there) { self[here] = other[there] }
      }
    }
  }

  /// Whether a row has the same cells as in another canvas of the same size.
  public func hasRow(_ row: Int, of other: Canvas) -> Bool {
    precondition(size == other.size, "rows of one length are compared")
    return cells(ofRow: row) == other.cells(ofRow: row)
  }

  /// Whether a row has the characters of a row of another canvas of the same size, whatever their styles.
  public func hasText(ofRow row: Int, in other: Canvas, row otherRow: Int) -> Bool {
    precondition(size == other.size, "rows of one length are compared")
    return zip(cells(ofRow: row), other.cells(ofRow: otherRow))
      .allSatisfy { $0.character == $1.character }
  }

  public func isBlank(row: Int) -> Bool {
    cells(ofRow: row).allSatisfy { $0.character == " " }
  }

  private func cells(ofRow row: Int) -> ArraySlice<Cell> {
    cells[row * size.width..<(row + 1) * size.width]
  }

  /// The characters of each row, without the blanks at its end.
  public var text: [String] {
    (0..<size.height).map { row in
      var line = ""
      var blanks = 0
      for column in 0..<size.width {
        let character = self[Point(column: column, row: row)].character
        if character == Cell.continuation { continue }
        if character == " " {
          blanks += 1
        } else {
          line += String(repeating: " ", count: blanks)
          line.append(character)
          blanks = 0
        }
      }
      return line
    }
  }
}

extension Cell {
  /// Stands in the second cell of a character two columns wide.
  public static let continuation: Character = "\u{0}"
}
