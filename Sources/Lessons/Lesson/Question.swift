public import Expressions

/// A question that is answered by a number, a formula or one of several choices.
public struct Question: Hashable, Sendable {
  public enum Answer: Hashable, Sendable {
    /// A number, as a formula over the values of the page's graph; with how far off an answer may be.
    case number(Formula, within: Double?)
    /// A formula, in any equivalent form.
    case formula(Formula)
    case choice([Choice])
  }

  public struct Choice: Hashable, Sendable {
    public var text: [Prose]
    public var isRight: Bool

    public init(_ text: [Prose], isRight: Bool) {
      self.text = text
      self.isRight = isRight
    }
  }

  /// What is said of one particular wrong answer.
  public struct Feedback: Hashable, Sendable {
    /// The wrong answer: a number or formula as it would be typed, or the number of a choice.
    public var answer: PlacedText
    public var text: String

    public init(_ answer: PlacedText, _ text: String) {
      self.answer = answer
      self.text = text
    }
  }

  public var text: [Prose]
  public var answer: Answer
  /// The author's hints, the mildest first.
  public var hints: [String]
  public var feedback: [Feedback]
  /// Why the right answer is right.
  public var reason: String?

  public init(
    _ text: [Prose], answer: Answer, hints: [String] = [], feedback: [Feedback] = [],
    reason: String? = nil
  ) {
    self.text = text
    self.answer = answer
    self.hints = hints
    self.feedback = feedback
    self.reason = reason
  }
}
