extension MarkdownSource {
  /// The bytes as cmark may see them: where a table would cost it too much, the line that makes it
  /// one is escaped.
  ///
  /// cmark pads every row to the width of its table, and looks for the header in the whole
  /// paragraph before it in time that grows with the square of the lines. A file of a megabyte
  /// could ask for ten thousand million cells. A backslash before the row of dashes leaves all of
  /// it as text.
  var bounded: [UInt8] {
    let longestParagraphBefore = 100
    var cellsLeft = 200_000
    var result: [UInt8] = []
    var copied = 0
    for run in textRuns {
      for line in run {
        guard let dashes = delimiterRow(lines[line]) else { continue }
        let columns = bytes[dashes].count { $0 == UInt8(ascii: "|") } + 1
        let cells = columns * (run.upperBound - line)
        if line - run.lowerBound <= longestParagraphBefore, cells <= cellsLeft {
          cellsLeft -= cells
        } else {
          result += bytes[copied..<dashes.lowerBound] + [UInt8(ascii: "\\")]
          copied = dashes.lowerBound
        }
      }
    }
    return result + bytes[copied...]
  }

  /// Whether the search for mail addresses stays cheap: it, too, goes by the square of their
  /// number.
  var mayHoldAddresses: Bool {
    bytes.count { $0 == UInt8(ascii: "@") } <= 1000
  }

  /// The runs of lines between blank ones.
  private var textRuns: [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for (line, range) in lines.enumerated() where isBlank(range) {
      runs.append(start..<line)
      start = line + 1
    }
    runs.append(start..<lines.count)
    return runs
  }

  private func isBlank(_ line: Range<Int>) -> Bool {
    let isQuoted = bytes[line].first == UInt8(ascii: ">")
    return bytes[line].dropFirst(isQuoted ? 1 : 0).allSatisfy(\.isBlank)
  }

  /// The part of a line from its first bar, colon or dash, if the line may be a table's row of
  /// dashes.
  private func delimiterRow(_ line: Range<Int>) -> Range<Int>? {
    let marks = Self.delimiterMarks
    guard
      bytes[line].allSatisfy({ $0.isBlank || marks.contains($0) || $0 == UInt8(ascii: ">") }),
      bytes[line].contains(where: { $0 != UInt8(ascii: "-") && marks.contains($0) }),
      let start = bytes[line].firstIndex(where: marks.contains)
    else { return nil }
    return start..<line.upperBound
  }

  private static let delimiterMarks = Array("|:-".utf8)
}
