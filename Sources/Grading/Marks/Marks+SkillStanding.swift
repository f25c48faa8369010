public import Teaching

extension Marks {
  /// How a learner stands with a skill.
  public struct SkillStanding: Hashable, Sendable {
    public var skill: Skill
    /// How likely the next first attempt is right.
    public var probability: Double
    public var isMastered: Bool
  }
}
