/// Entries that a page asks for.
public struct FillRequest: Hashable, Sendable {
  public enum Subject: Hashable, Sendable {
    /// All values, left to right.
    case forward
    /// All derivatives of a node with respect to its operands.
    case local
    /// All derivatives of the output, right to left.
    case backward
    /// What comes after steps of descent: the parameters, what is kept for them, and the output.
    case after
    /// One entry by its name.
    case entry(String)
  }

  public var subject: Subject
  /// Whether the entries are shown from the start and not asked.
  public var isGiven: Bool
  public var position: TextPosition

  public init(_ subject: Subject, isGiven: Bool = false, at position: TextPosition) {
    self.subject = subject
    self.isGiven = isGiven
    self.position = position
  }

  /// Everything that can be asked of a graph.
  public static let everything = [Subject.forward, .local, .backward].map {
    FillRequest($0, at: TextPosition(line: 1, column: 1))
  }
}
