import TextScreen

/// Rows of cells set as columns under a heading, two blanks apart.
struct ColumnLines {
  let lines: [StyledText]

  /// - Parameter rows: the heading, then the rows; all with as many cells.
  init(_ rows: [[String]]) {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? $0[column].columns : 0 }.max() ?? 0
    }
    lines = rows.enumerated().map { index, cells in
      let text = zip(cells, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.columns)
      }
      return StyledText(
        "  " + text.joined(separator: "  "), index == 0 ? Style(.faint) : .plain)
    }
  }
}
