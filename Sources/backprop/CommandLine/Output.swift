import Expressions
import Glibc
import Terminal
import TextScreen

/// The standard streams: results go to the one, messages to the other.
enum Output {
  /// Writes a result, with a line end unless told; control characters never reach a terminal.
  static func write(_ text: String, terminator: String = "\n") {
    write(Array("\(text.printableLines)\(terminator)".utf8))
  }

  /// Writes a line of a table in commas, which ends as RFC 4180 has it.
  static func writeRecord(_ line: String) { write(Array("\(line.printableLines)\r\n".utf8)) }

  private static func write(_ bytes: [UInt8]) {
    if let number = OpenFile.output.write(bytes) {
      error("backprop: cannot write the results: \(FileError(number: number).reason)")
      exit(ExitStatus.found.rawValue)
    }
  }

  /// Writes a message to standard error; control characters never reach a terminal.
  static func error(_ text: String) {
    _ = OpenFile.errors.write(Array("\(text.printableLines)\n".utf8))
  }

  /// The width of the terminal that results go to; the usual one where they go to a file or a pipe.
  static var columns: Int { Terminal.outputColumns ?? 80 }

  /// Digits of a number in a table; those behind them are the machine's rounding.
  static let digits = 10

  /// Rows as columns that line up, in at most so many columns where names in the first one, cut with `…`, leave room.
  static func table(_ rows: [[String]], columns: Int) -> String {
    let rest = table(rows.map { Array($0.dropFirst()) })
    let others = rest.split(separator: "\n").map(\.columns).max() ?? 0
    let room = max(leastName, columns - others - 2)
    return table(rows.map { [($0.first ?? "").truncated(toColumns: room)] + $0.dropFirst() })
  }

  /// The columns to which names are cut and no further.
  private static let leastName = 8

  /// Rows as columns that line up, two blanks apart; no blanks at the end of a line.
  static func table(_ rows: [[String]]) -> String {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.columns)
      }
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        line += cell
        guard row[(column + 1)...].contains(where: { !$0.isEmpty }) else { break }
        line += String(repeating: " ", count: widths[column] - cell.columns + 2)
      }
      return line
    }.joined(separator: "\n")
  }
}
