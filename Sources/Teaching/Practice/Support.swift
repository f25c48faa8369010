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
