public import Expressions

/// What the tutor thinks of an answer.
public enum Verdict: Hashable, Sendable {
  /// The exact value, or near enough to be meant as it.
  case right(typed: Double)
  /// Accepted, though it is not the exact value.
  case close(typed: Double, Closeness)
  case wrong(Wrongness)
  /// No answer that could be checked; never counted and never red.
  case unreadable(Unreadable)

  public enum Closeness: Hashable, Sendable {
    /// The finite difference for a step of 0.001.
    case nudgeEstimate
    /// What follows from the learner's own rounding of an earlier entry.
    case roundedEarlier
  }

  public enum Wrongness: Hashable, Sendable {
    case value(Double)
    /// A formula that has the right value here and another elsewhere.
    case onlyHere(String)
    /// A formula whose value is not right here.
    case formula(String, value: Double)
  }

  public enum Unreadable: Hashable, Sendable {
    case empty
    case notParsed(ParseError)
    /// A name where a number is asked.
    case nameInNumber(String)
    case notFinite
    /// Rightly rounded, but to fewer than three digits.
    case tooFewDigits
    case tooLong(limit: Int)
  }

  /// The word for it in scripts and in the journal.
  public var word: String {
    switch self {
    case .right: "right"
    case .close: "close"
    case .wrong: "wrong"
    case .unreadable: "unreadable"
    }
  }

  public var isAccepted: Bool {
    switch self {
    case .right, .close: true
    case .wrong, .unreadable: false
    }
  }
}
