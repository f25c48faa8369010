/// A wrong rule that gives the number somebody typed.
public struct Reason: Hashable, Sendable {
  public var rule: WrongRule
  /// The entry whose answer it is, or from whose wrong answer it follows.
  public var other: Int?
  /// Which term, box, path or key of a calculator it is about, where the rule has several.
  public var place: Int?
  /// A second rule that was followed along.
  public var second: WrongRule?
  /// Whether the number stands so often, or so far away, that it may well be chance.
  public var isDoubtful = false

  public init(
    _ rule: WrongRule, other: Int? = nil, place: Int? = nil, and second: WrongRule? = nil
  ) {
    self.rule = rule
    self.other = other
    self.place = place
    self.second = second
  }

  init(_ mistake: Mistake) {
    self.init(mistake.rule, place: mistake.place, and: mistake.second)
  }
}
