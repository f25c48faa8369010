/// What one first attempt tells of one skill.
public struct Observation: Hashable, Sendable {
  public let skill: Skill
  public let isCorrect: Bool
  /// Days since 1970, held within three million years so that a wrong clock does no harm.
  public let day: Int
  /// The values on the graph on which it was made, which tell one problem from another; none for one that stands alone.
  public let values: [Double]

  public init(_ skill: Skill, isCorrect: Bool, on day: Int, at values: [Double] = []) {
    self.skill = skill
    self.isCorrect = isCorrect
    self.day = min(max(day, -1_000_000_000), 1_000_000_000)
    self.values = values
  }
}
