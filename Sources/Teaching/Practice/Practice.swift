/// How much of a graph is given.
///
/// What is given fades as a skill grows, from an example in which one step is left to do to a problem: Renkl and
/// Atkinson, "Structuring the transition from example study to problem solving in cognitive skill acquisition"
/// (2003). For those who know, what is given would only be in the way (Kalyuga et al., "The expertise reversal
/// effect", 2003).
public enum Support: String, Hashable, Sendable, CaseIterable {
  /// Everything is given but what exercises the skill, and what follows from that.
  case example
  /// The values are given; where they are what is practised, the derivatives.
  case half
  /// Nothing is given.
  case none

  public init(atProbability probability: Double) {
    self = probability < 0.4 ? .example : probability < 0.75 ? .half : .none
  }
}

/// A skill to practise, why it is its turn, and how much is given.
public struct Practice: Hashable, Sendable {
  public enum Occasion: String, Hashable, Sendable, CaseIterable {
    /// It was never asked.
    case new
    /// It is not mastered.
    case weak
    /// It is mastered, and some days have passed.
    case review
    /// It is mastered and not due; the learner wants it all the same.
    case chosen
  }

  public var skill: Skill
  public var occasion: Occasion
  public var support: Support

  public init(_ skill: Skill, _ occasion: Occasion, _ support: Support) {
    self.skill = skill
    self.occasion = occasion
    self.support = support
  }
}
