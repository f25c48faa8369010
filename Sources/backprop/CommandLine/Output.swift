import Expressions
import Glibc
import Terminal
import TextScreen

/// The standard streams: results go to the one, messages to the other.
enum Output {
  /// Writes a result, with a line end unless told; control characters never reach a terminal.
  static func write(_ text: String, terminator: String = "\n") {
    write { $0.write(text) }
    if !terminator.isEmpty { write { $0.write(terminator) } }
  }

  /// Writes a line of a table in commas, which ends as RFC 4180 has it.
  static func writeRecord(_ line: String) { write(Array("\(line.printableLines)\r\n".utf8)) }

  /// Writes a line of a table whose fields are parted by tabs.
  static func writeTabbed(_ line: String) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    write(Array((fields.map(\.printableLines).joined(separator: "\t") + "\n").utf8))
  }

  /// Writes a result piece by piece, so that the text of it is never whole in memory.
  static func write(_ body: (inout Stream) -> Void) {
    var stream = Stream()
    body(&stream)
    stream.flush()
  }

  /// A result on its way to standard output, which takes it in large pieces.
  struct Stream: TextOutputStream {
    private static let size = 1 << 16

    private var bytes: [UInt8] = []

    mutating func write(_ text: String) {
      bytes += text.printableLines.utf8
      if bytes.count >= Stream.size { flush() }
    }

    fileprivate mutating func flush() {
      Output.write(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
  }

  private static func write(_ bytes: [UInt8]) {
    let failure =
      isTerminal
      ? WorkSign.pausing { OpenFile.output.write(bytes) } : OpenFile.output.write(bytes)
    if let number = failure {
      error("backprop: cannot write the results: \(FileError(number: number).reason)")
      exit(ExitStatus.found.rawValue)
    }
  }

  /// Writes a message to standard error; control characters never reach a terminal.
  static func error(_ text: String) {
    let line = Array("\(text.printableLines)\n".utf8)
    WorkSign.pausing { _ = OpenFile.errors.write(line) }
  }

  /// Writes a line on standard error in the place of the one before it; an empty one takes it away.
  static func bar(_ text: String) {
    let line = Array("\r\u{1B}[K\(text)".utf8)
    WorkSign.pausing { _ = OpenFile.errors.write(line) }
  }

  private static let isTerminal = isatty(STDOUT_FILENO) == 1

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
  static func table(_ rows: [[String]]) -> String { lines(of: rows).joined(separator: "\n") }

  /// The lines of such a table, each made when it is wanted.
  static func lines<Rows: Collection<[String]>>(of rows: Rows) -> some Sequence<String> {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.columns)
      }
    }
    return rows.lazy.map { [widths] row in
      var line = ""
      for (column, cell) in row.enumerated() {
        line += cell
        guard row[(column + 1)...].contains(where: { !$0.isEmpty }) else { break }
        line += String(repeating: " ", count: widths[column] - cell.columns + 2)
      }
      return line
    }
  }
}
