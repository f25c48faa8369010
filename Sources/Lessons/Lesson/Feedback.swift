/// What is said of an answer as soon as it is given.
public enum Feedback: String, Hashable, Sendable, CaseIterable {
  /// Nothing, until the work is handed in.
  case none
  /// Whether it is right.
  case verdict
  /// Whether it is right, and why not.
  case reason
}
