import TextScreen

/// Rows of cells set as columns under a heading, two blanks apart.
struct ColumnLines {
  let lines: [StyledText]

  /// - Parameters:
  ///   - rows: the heading, then the rows; all with as many cells.
  ///   - firstNumber: the first of the columns of numbers, whose points stand below each other; they go to the last.
  init(_ rows: [[String]], numbersFrom firstNumber: Int? = nil) {
    let count = rows.map(\.count).max() ?? 0
    var columns = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? $0[column] : "" }
    }
    for column in columns.indices.dropFirst(firstNumber ?? count) {
      columns[column] = columns[column].prefix(1) + ColumnLines.aligned(columns[column].dropFirst())
    }
    let widths = columns.map { $0.map(\.columns).max() ?? 0 }
    lines = rows.indices.map { row in
      let cells = zip(columns, widths).map { column, width in
        column[row] + String(repeating: " ", count: width - column[row].columns)
      }
      return StyledText(
        "  " + cells.joined(separator: "  "), row == 0 ? Style(.faint) : .plain)
    }
  }

  /// Numbers moved to the right so far that their points stand in one column.
  private static func aligned(_ numbers: some Collection<String>) -> [String] {
    func whole(_ number: String) -> Int { number.prefix { $0 != "." && $0 != "e" }.count }
    let width = numbers.map(whole).max() ?? 0
    return numbers.map { String(repeating: " ", count: width - whole($0)) + $0 }
  }
}
