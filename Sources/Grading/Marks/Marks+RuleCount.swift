public import Teaching

extension Marks {
  /// How often a wrong rule was met.
  public struct RuleCount: Hashable, Sendable {
    public var rule: WrongRule
    public var count: Int

    public init(_ rule: WrongRule, count: Int = 1) {
      self.rule = rule
      self.count = count
    }
  }
}
