/// An author's word on one entry of the page's graph.
public struct EntryAdvice: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case hint(String)
    /// What is said of one particular wrong answer.
    case feedback(Question.Feedback)
  }

  public var entry: PlacedText
  public var kind: Kind

  public init(_ entry: PlacedText, _ kind: Kind) {
    self.entry = entry
    self.kind = kind
  }
}
