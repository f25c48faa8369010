public import Autodiff
public import Expressions
public import Training

/// A graph that a page trains, on what and how.
public struct TrainingRequest: Hashable, Sendable {
  /// Where the examples come from.
  public enum Source: Hashable, Sendable {
    case drawn(DrawnExamples, count: Int)
    case digits

    /// - Parameter seed: what drawn examples follow.
    public func examples(seed: UInt64) -> Examples {
      switch self {
      case .drawn(let set, let count): set.examples(count, seed: seed)
      case .digits: Digits.examples
      }
    }

    public var name: String {
      switch self {
      case .drawn(let set, _): set.rawValue
      case .digits: "digits"
      }
    }
  }

  /// The graph: the page's own formulas, and what the block says beside them or in their place.
  public var statements: [Statement]
  /// The arrays of the page's graph that nothing takes the place of.
  public var arrays: [String: NumericArray]
  public var source: Source
  public var plan: TrainingPlan
  public var epochs: Int
  /// Whether it is trained by the derivatives of the learner's own lines.
  public var usesLines: Bool
  /// Lines in the place of right ones, each of which trains beside.
  public var insteads: [Statement]

  /// What is trained, by lines or, where there are none, by the engine.
  public func training(by lines: [Statement] = []) throws(TrainingError) -> TrainingGraph {
    var request = GraphRequest()
    request.arrays = arrays
    request.seed = plan.seed
    return try TrainingGraph(
      statements, request, examples: source.examples(seed: plan.seed), backwardLines: lines)
  }
}
