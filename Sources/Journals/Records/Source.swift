import Expressions

/// Where the graph of a session comes from.
public enum Source: Hashable, Sendable {
  /// A lesson by its name, with a hash of its file.
  case lesson(name: String, hash: String)
  /// Formulas of the learner's own.
  case explore(Exploration)
}

extension Source {
  /// A hash that tells one version of a file from another, in 16 hexadecimal digits.
  public static func hash(of bytes: [UInt8]) -> String {
    String(fingerprint(of: bytes), radix: 16).zeroPadded(to: 16)
  }

  /// FNV-1a with 64 bits, after Fowler, Noll and Vo: the same on every machine.
  package static func fingerprint(of bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes {
      hash ^= UInt64(byte)
      hash &*= 0x100_0000_01b3
    }
    return hash
  }
}
