import Expressions

/// A table of measurements: names down the side, ratios first.
struct Section {
  struct Row {
    var name: String
    /// A number for each column; none, or one that is not finite, where it could not be measured.
    var numbers: [Double?]
  }

  var name: String
  var title: String
  /// What the names of the rows are.
  var heading: String
  var columns: [String]
  var rows: [Row]
  /// Remarks on how it was measured, or why something is missing.
  var notes: [String] = []

  /// The table for reading, three digits a number.
  var text: String {
    let cells = [[heading] + columns] + rows.map { [$0.name] + $0.numbers.map(Section.rounded) }
    let widths = (0...columns.count).map { column in cells.map { $0[column].count }.max() ?? 0 }
    let lines = cells.map { cells in
      cells.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - cells[column].count)
        return column == 0 ? cells[column] + space : space + cells[column]
      }.joined(separator: "  ")
    }
    return ([title] + lines + notes).joined(separator: "\n")
  }

  /// The table for keeping: an object for each row.
  var json: String {
    let objects = rows.map { row in
      let fields = zip(columns, row.numbers).map { column, number in
        "\(Section.quoted(column)): \(number.flatMap { $0.isFinite ? "\($0)" : nil } ?? "null")"
      }
      return "{\"name\": \(Section.quoted(row.name)), \(fields.joined(separator: ", "))}"
    }
    return "[\(objects.joined(separator: ", "))]"
  }

  static func quoted(_ text: String) -> String {
    "\"" + text.filter { !$0.isNewline && $0 != "\"" && $0 != "\\" } + "\""
  }

  /// A number with three digits, or all before the point.
  static func rounded(_ number: Double?) -> String {
    guard let number, number.isFinite else { return "-" }
    var (scale, decimals) = (1.0, 0)
    while abs(number) * scale < 100, decimals < 3 { (scale, decimals) = (scale * 10, decimals + 1) }
    let digits = String(Int((abs(number) * scale).rounded()))
    guard decimals > 0 else { return (number < 0 ? "-" : "") + digits }
    let padded = digits.zeroPadded(to: decimals + 1)
    return (number < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}
