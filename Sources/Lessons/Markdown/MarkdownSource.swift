/// The bytes of a Markdown file and where its lines are.
///
/// A byte order mark is left out, and NUL is replaced: to the parser, too, they are not there.
struct MarkdownSource {
  let bytes: [UInt8]
  /// The bytes of each line without its end, which is `\n`, `\r\n` or `\r`.
  let lines: [Range<Int>]

  init(_ file: [UInt8]) {
    let text = file.starts(with: [0xEF, 0xBB, 0xBF]) ? file[3...] : file[...]
    bytes =
      text.contains(0) ? text.flatMap { $0 == 0 ? Array("\u{FFFD}".utf8) : [$0] } : Array(text)
    var lines: [Range<Int>] = []
    var start = 0
    for (offset, byte) in bytes.enumerated() where byte.isLineEnd {
      if byte == UInt8(ascii: "\n"), offset > 0, bytes[offset - 1] == UInt8(ascii: "\r") {
        start = offset + 1
        continue
      }
      lines.append(start..<offset)
      start = offset + 1
    }
    lines.append(start..<bytes.count)
    self.lines = lines
  }

  /// The text of a line, counted from 1; empty after the last.
  func text(ofLine line: Int) -> String {
    lines.indices.contains(line - 1) ? text(in: lines[line - 1]) : ""
  }

  func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The bytes of several lines, counted from 1, with the line ends between them.
  func bytes(ofLines range: ClosedRange<Int>) -> Range<Int> {
    guard range.lowerBound >= 1, range.lowerBound <= lines.count else { return 0..<0 }
    return lines[range.lowerBound - 1]
      .lowerBound..<lines[min(range.upperBound, lines.count) - 1].upperBound
  }

  /// The place after the last character.
  var end: TextPosition {
    TextPosition(line: lines.count, column: text(ofLine: lines.count).count + 1)
  }
}

extension UInt8 {
  var isLineEnd: Bool {
    self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r")
  }

  var isBlank: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\t")
  }
}
