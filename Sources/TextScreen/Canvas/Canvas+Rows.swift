// Rows compared cell by cell, as is done for each picture that is shown.

extension Canvas {
  /// The columns of a row from the first cell that another canvas of the same size has otherwise to the last; `nil` if
  /// the rows are equal.
  public func changedColumns(ofRow row: Int, from other: Canvas) -> Range<Int>? {
    precondition(size == other.size, "rows of one length are compared")
    let indices = indices(ofRow: row)
    return cells.withUnsafeBufferPointer { new in
      other.cells.withUnsafeBufferPointer { old in
        guard let first = indices.first(where: { new[$0] != old[$0] }) else { return nil }
        var last = indices.upperBound - 1
        while new[last] == old[last] { last -= 1 }
        return first - indices.lowerBound..<last + 1 - indices.lowerBound
      }
    }
  }

  /// Whether a row has the characters of a row of another canvas of the same size, whatever their styles.
  public func hasText(ofRow row: Int, in other: Canvas, row otherRow: Int) -> Bool {
    precondition(size == other.size, "rows of one length are compared")
    let shift = (otherRow - row) * size.width
    let indices = indices(ofRow: row)
    return cells.withUnsafeBufferPointer { new in
      other.cells.withUnsafeBufferPointer { old in
        indices.allSatisfy { new[$0].glyph == old[$0 + shift].glyph }
      }
    }
  }

  public func isBlank(row: Int) -> Bool {
    indices(ofRow: row).allSatisfy { cells[$0].glyph == .space }
  }

  /// Whether a character of two columns stands in a row.
  public func hasWideCharacter(inRow row: Int) -> Bool {
    indices(ofRow: row).contains { cells[$0].glyph == Cell.continuation }
  }

  /// Visits the cells of a rectangle that have the character of another canvas's cell, and another role.
  ///
  /// - Parameters:
  ///   - shift: leads from a cell to that of the other canvas, which has the same size.
  ///   - body: receives the cell's place, its style on the other canvas, and its role here.
  public func forEachRestyledCell(
    in rect: Rect, from other: Canvas, shift: Point,
    _ body: (_ point: Point, _ before: Style, _ role: Style.Role) -> Void
  ) {
    precondition(size == other.size, "rows of one length are compared")
    let rows = rect.rows.clamped(to: 0..<size.height)
      .clamped(to: -shift.row..<max(-shift.row, size.height - shift.row))
    let columns = rect.columns.clamped(to: 0..<size.width)
      .clamped(to: -shift.column..<max(-shift.column, size.width - shift.column))
    cells.withUnsafeBufferPointer { new in
      other.cells.withUnsafeBufferPointer { old in
        for row in rows {
          let here = row * size.width
          let there = (row + shift.row) * size.width + shift.column
          for column in columns {
            let (now, before) = (new[here + column], old[there + column])
            guard now.style.role != before.style.role, now.glyph == before.glyph else { continue }
            body(Point(column: column, row: row), before.style, now.style.role)
          }
        }
      }
    }
  }

  private func indices(ofRow row: Int) -> Range<Int> {
    row * size.width..<(row + 1) * size.width
  }
}
