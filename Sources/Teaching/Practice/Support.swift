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

  /// - Parameters:
  ///   - probability: how likely the next first attempt is right.
  ///   - problems: how many problems were attempted.
  public init(atProbability probability: Double, after problems: Int) {
    self =
      problems == 0 || probability < 0.55
      ? .example : problems == 1 || probability < 0.75 ? .half : .none
  }
}
