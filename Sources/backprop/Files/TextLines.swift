/// A text file as its lines, so that one can be replaced and all others stay as they are, byte for byte.
struct TextLines {
  /// Each line with its end, which is `\n`, `\r\n` or `\r`.
  private var lines: [[UInt8]]

  init(_ bytes: [UInt8]) {
    lines = []
    var line: [UInt8] = []
    for (offset, byte) in bytes.enumerated() {
      line.append(byte)
      let isFollowed = offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n")
      if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && !isFollowed) {
        lines.append(line)
        line = []
      }
    }
    lines.append(line)
  }

  /// The lines without their ends, and without a byte order mark before the first.
  var texts: [String] {
    lines.enumerated().map { number, line in
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      let text = number == 0 && line.starts(with: mark) ? line.dropFirst(3) : line[...]
      let end = text.lastIndex { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
      return String(decoding: end.map { text[...$0] } ?? [], as: UTF8.self)
    }
  }

  var bytes: [UInt8] { lines.flatMap { $0 } }

  /// Puts a text in the place of another one in a line, counted from 1; returns whether the other one is there.
  mutating func replace(_ old: String, with new: String, inLine number: Int) -> Bool {
    guard lines.indices.contains(number - 1),
      let range = lines[number - 1].firstRange(of: Array(old.utf8))
    else { return false }
    lines[number - 1].replaceSubrange(range, with: new.utf8)
    return true
  }
}
