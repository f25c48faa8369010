import Lessons

/// Where the graph of a session comes from.
public enum Source: Hashable, Sendable {
  /// A lesson by its name, with a hash of its file.
  case lesson(name: String, hash: String)
  /// Formulas of the learner's own.
  case explore(Exploration)
}

extension Source {
  /// A hash that tells one version of a file from another, in 16 hexadecimal digits.
  public static func hash(of bytes: [UInt8]) -> String { Fingerprint(of: bytes).text }

  /// The hashes of a file and of its copies that say the same: with line ends of another system, with or without a mark of
  /// the byte order before them, as browsers, mail and editors leave them.
  public static func hashes(ofCopiesOf bytes: [UInt8]) -> Set<String> {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bare = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    var lines: [UInt8] = []
    lines.reserveCapacity(bare.count)
    for (place, byte) in bare.enumerated() {
      let isBeforeEnd =
        byte == UInt8(ascii: "\r") && place + 1 < bare.count
        && bare[place + 1] == UInt8(ascii: "\n")
      if !isBeforeEnd { lines.append(byte) }
    }
    var marked: [UInt8] = []
    for byte in lines {
      if byte == UInt8(ascii: "\n") { marked.append(UInt8(ascii: "\r")) }
      marked.append(byte)
    }
    return Set([bytes, lines, marked, mark + lines, mark + marked].map(hash))
  }
}
