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

  /// Where the text has one line or mark too many outside fenced code; nothing where it has not.
  ///
  /// cmark makes a node, or two, of each: hundreds of times the bytes of the file. Behind a line that begins with `<`
  /// there may be HTML, in which no fence opens, and so every line counts.
  ///
  /// - Parameter limit: how many lines and marks there may be.
  func firstMark(after limit: Int) -> TextPosition? {
    var count = 0
    var fence: Fence?
    var mayBeHTML = false
    for (index, range) in lines.enumerated() {
      let line = bytes[range].drop(while: \.isBlank)
      if let open = fence {
        if let mark = Fence(line), mark.closes(open) { fence = nil }
        continue
      }
      if !mayBeHTML, range.count - line.count <= 3, let mark = Fence(line), mark.opens {
        fence = mark
        continue
      }
      mayBeHTML = mayBeHTML || line.first == UInt8(ascii: "<")
      guard !line.isEmpty else { continue }
      count += 1
      for offset in line.indices where Self.isInlineMark[Int(bytes[offset])] {
        count += 1
        if count > limit {
          let column = text(in: range.lowerBound..<offset).count + 1
          return TextPosition(line: index + 1, column: column)
        }
      }
      if count > limit { return TextPosition(line: index + 1, column: 1) }
    }
    return nil
  }

  /// The marks at the beginning of a line that may open or close fenced code.
  private struct Fence {
    private let mark: UInt8
    private let count: Int
    private let rest: ArraySlice<UInt8>

    /// - Parameter line: the line without the blanks before it.
    init?(_ line: ArraySlice<UInt8>) {
      guard let mark = line.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
        return nil
      }
      count = line.prefix { $0 == mark }.count
      guard count >= 3 else { return nil }
      rest = line.dropFirst(count)
      self.mark = mark
    }

    var opens: Bool { mark == UInt8(ascii: "~") || !rest.contains(mark) }

    func closes(_ open: Fence) -> Bool {
      mark == open.mark && count >= open.count && rest.allSatisfy(\.isBlank)
    }
  }

  /// For each byte whether cmark ends a piece of text there.
  private static let isInlineMark = {
    var marks = Array(repeating: false, count: 256)
    for byte in "*_`[]!<&\\:|w".utf8 { marks[Int(byte)] = true }
    return marks
  }()

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
