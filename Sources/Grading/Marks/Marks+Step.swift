public import Teaching

extension Marks {
  /// Something that a learner did with one thing that a lesson asks.
  public struct Step: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable, CaseIterable {
      case right, close, wrong, unreadable
      /// A hint or a closer look.
      case help
      /// The answer was shown.
      case shown
    }

    /// The item of the lesson's key.
    public var item: Int
    /// The seed of its numbers; 0 for those in the file.
    public var seed: Int
    /// ISO 8601, UTC.
    public var time: String
    /// The run of the program.
    public var session: String
    public var outcome: Outcome
    /// What was typed; empty for help.
    public var typed: String
    /// The likeliest wrong rule.
    public var rule: WrongRule?
    /// Whether a hint had told of it before.
    public var wasHelped: Bool
  }
}

extension Marks.Step.Outcome {
  init(_ verdict: Verdict) {
    switch verdict {
    case .right: self = .right
    case .close: self = .close
    case .wrong: self = .wrong
    case .unreadable: self = .unreadable
    }
  }
}
