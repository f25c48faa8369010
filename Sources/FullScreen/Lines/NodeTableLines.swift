import Phrases
import TextScreen

/// The nodes of a graph with their values and derivatives, as lines.
struct NodeTableLines {
  private let table: NodeTable
  private let width: Int

  init(_ table: NodeTable, width: Int) {
    self.table = table
    self.width = width
  }

  /// A row for each node, with its formula, under a heading.
  var whole: [StyledText] {
    let heading = ["node", "", "value", table.derivativeHeading].map {
      StyledText($0, Style(.faint))
    }
    let rows = table.rows.map { row in
      [
        StyledText(row.node, Style(.strong)), StyledText(row.formula.map { "= \($0)" } ?? ""),
        value(row), derivative(row, isNamed: false),
      ]
    }
    return NodeTableLines.aligned([heading] + rows, widest: width / 2)
      .map { StyledText("  ") + $0 } + rest(table.left)
  }

  /// As much as has room: the whole, or the nodes beside each other without their formulas.
  ///
  /// - Returns: the lines, and whether anything is left out.
  func lines(rows: Int) -> (lines: [StyledText], isCut: Bool) {
    let whole = self.whole
    guard whole.count > rows else { return (whole, false) }
    let cells = table.rows.map { row in
      [
        StyledText(row.node, Style(.strong)), StyledText("= ") + value(row),
        derivative(row, isNamed: true),
      ]
    }
    let count = max(1, rows)
    var (columns, shown, columnWidth) = ([[StyledText]](), 0, 0)
    while shown < cells.count {
      let block = Array(cells[shown..<min(cells.count, shown + count)])
      let lines = NodeTableLines.aligned(block, widest: width)
      let gap = columns.isEmpty ? 0 : NodeTableLines.gap
      let blockWidth = lines.map(\.columns).max() ?? 0
      guard columns.isEmpty || columnWidth + gap + blockWidth <= width else { break }
      columns.append(lines)
      columnWidth += gap + blockWidth
      shown += block.count
    }
    var lines = NodeTableLines.beside(columns)
    let left = table.left + cells.count - shown
    if left > 0, let last = lines.popLast() {
      lines.append(last + StyledText("   … \(left) more", Style(.faint)))
    }
    return (lines, true)
  }

  private static let gap = 4

  private func rest(_ count: Int) -> [StyledText] {
    count > 0 ? [StyledText("  … \(count) more", Style(.faint))] : []
  }

  private func value(_ row: NodeTable.Row) -> StyledText {
    StyledText(row.value, row.formula == nil ? .plain : Style(.forward))
  }

  private func derivative(_ row: NodeTable.Row, isNamed: Bool) -> StyledText {
    guard let number = row.derivative else { return StyledText() }
    let name = isNamed ? StyledText("\(row.derivativeName) = ", Style(.faint)) : StyledText()
    return name + StyledText(number, Style(.derivative))
  }

  /// Rows of cells, those of a column below each other.
  private static func aligned(_ rows: [[StyledText]], widest: Int) -> [StyledText] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      min(widest, rows.map { $0[column].columns }.max() ?? 0)
    }
    return rows.map { row in
      zip(row, widths).enumerated().reduce(StyledText()) { line, cell in
        let (text, width) = cell.element
        let before = StyledText(cell.offset == 0 ? "" : cell.offset == 1 ? " " : "  ")
        let fitted =
          text.columns <= width
          ? text
          : StyledText(text.text.truncated(toColumns: width), text.runs.first?.style ?? .plain)
        return line + before + fitted.padded(toColumns: width)
      }.withoutTrailingBlanks
    }
  }

  /// Columns of lines side by side.
  private static func beside(_ columns: [[StyledText]]) -> [StyledText] {
    let height = columns.map(\.count).max() ?? 0
    return (0..<height).map { row in
      var line = StyledText()
      for (place, column) in columns.enumerated() {
        if place > 0 { line.append(String(repeating: " ", count: gap)) }
        let width = column.map(\.columns).max() ?? 0
        let cell = column.indices.contains(row) ? column[row] : StyledText()
        line.append(cell.padded(toColumns: width))
      }
      return line.withoutTrailingBlanks
    }
  }
}

extension StyledText {
  fileprivate func padded(toColumns width: Int) -> StyledText {
    self + StyledText(String(repeating: " ", count: max(0, width - columns)))
  }
}
