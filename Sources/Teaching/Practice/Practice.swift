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
