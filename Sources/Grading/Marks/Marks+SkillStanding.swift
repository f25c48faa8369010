public import Teaching

extension Marks {
  /// How a learner stands with a skill.
  public struct SkillStanding: Hashable, Sendable {
    public var skill: Skill
    /// How likely it is known.
    public var probability: Double
    public var isMastered: Bool
  }
}
