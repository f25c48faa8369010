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
}
