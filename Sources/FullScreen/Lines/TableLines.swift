import Lessons
import Phrases
import TextScreen

/// A table set as lines of a width, with a rule under its header.
///
/// Where the columns do not fit side by side, the widest give way and their cells are wrapped;
/// where even one character a cell is too much, each row is a line of text.
struct TableLines {
  private(set) var lines: [StyledText] = []

  init(_ table: ProseTable, width: Int) {
    let header = table.header.map { StyledText($0, Style(.strong)) }
    let rows = table.rows.map { row in row.map { StyledText($0, .plain) } }
    let separators = 3 * (table.alignments.count - 1)
    guard width - separators >= 2 * table.alignments.count else {
      lines = ([header] + rows).flatMap { row in
        row.joined(separator: StyledText(" │ ", Style(.faint))).wrapped(toColumns: width)
      }
      return
    }
    let widths = fittedWidths(
      naturalWidths(of: [header] + rows, count: table.alignments.count), total: width - separators)
    add(header, widths, table.alignments)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "─┼─")
    lines.append(StyledText(rule, Style(.faint)))
    for row in rows { add(row, widths, table.alignments) }
  }

  private mutating func add(
    _ row: [StyledText], _ widths: [Int], _ alignments: [ProseTable.Alignment]
  ) {
    let cells = zip(row, widths).map { cell, width in cell.wrapped(toColumns: width) }
    for index in 0..<(cells.map(\.count).max() ?? 0) {
      let parts = zip(cells, zip(widths, alignments)).map { cell, column in
        (cell.indices.contains(index) ? cell[index] : StyledText())
          .padded(toColumns: column.0, column.1)
      }
      let line = parts.joined(separator: StyledText(" │ ", Style(.faint)))
      lines.append(line.withoutTrailingBlanks)
    }
  }
}

/// The columns that each column of a table would like to have: those of its widest cell.
private func naturalWidths(of rows: [[StyledText]], count: Int) -> [Int] {
  var widths = Array(repeating: 1, count: count)
  for row in rows {
    for (index, cell) in row.prefix(count).enumerated() {
      for line in cell.text.split(separator: "\n") {
        widths[index] = max(widths[index], line.columns)
      }
    }
  }
  return widths
}

/// The widths, cut down to one limit where their sum would be too large.
private func fittedWidths(_ natural: [Int], total: Int) -> [Int] {
  var fitted = natural
  var left = total
  for (rank, index) in natural.indices.sorted(by: { natural[$0] < natural[$1] }).enumerated() {
    fitted[index] = min(natural[index], left / (natural.count - rank))
    left -= fitted[index]
  }
  return fitted
}

extension StyledText {
  fileprivate func padded(
    toColumns width: Int, _ alignment: ProseTable.Alignment
  ) -> StyledText {
    let missing = max(0, width - columns)
    let before =
      switch alignment {
      case .leading: 0
      case .center: missing / 2
      case .trailing: missing
      }
    return StyledText(String(repeating: " ", count: before)) + self
      + StyledText(String(repeating: " ", count: missing - before))
  }
}

extension [StyledText] {
  fileprivate func joined(separator: StyledText) -> StyledText {
    var sum = StyledText()
    for (index, part) in enumerated() {
      if index > 0 { sum.append(separator) }
      sum.append(part)
    }
    return sum
  }
}
