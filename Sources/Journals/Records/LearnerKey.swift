/// A learner's name as far as it tells one learner from another: capitals, blanks and how a letter is composed do not.
public struct LearnerKey: Hashable, Sendable {
  /// The words in small letters, a blank between two.
  private let words: String

  public init(_ name: String) {
    words = name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether there is anything in the name.
  public var isEmpty: Bool { words.isEmpty }
}
