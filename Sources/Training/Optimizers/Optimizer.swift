/// How a step moves the parameters along the derivatives.
///
/// The rules and their defaults are PyTorch's, so that a curve can be laid over its own. What courses teach beside them
/// has a name of its own. `g` is the derivative of the output by a parameter `w`, before the step.
public struct Optimizer: Hashable, Sendable {
  public enum Method: Hashable, Sendable {
    /// `w -= rate g`, gradient descent.
    case descent
    /// `v = beta v + g`, `w -= rate v` (Polyak, 1964; as `torch.optim.SGD` has it).
    case momentum
    /// `v = beta v + (1 - beta) g`, `w -= rate v`: the average of what was found, weighted towards the latest.
    case averagedMomentum
    /// `v = beta v - rate g`, `w += v`: `v` is how far the parameter moves.
    case velocity
    /// `m = beta1 m + (1 - beta1) g`, `v = beta2 v + (1 - beta2) g²`, both divided by `1 - beta^t` at step t,
    /// `w -= rate m / (sqrt(v) + eps)` (Kingma and Ba, 2015).
    case adam
  }

  public var method: Method
  /// How far a step goes for each unit of a derivative; of Adam, how far it goes at most, about.
  public var rate: Double
  /// What is kept of `v`, and in Adam of `m`, from a step to the next.
  public var beta: Double
  /// What Adam keeps of `v` from a step to the next.
  public var beta2: Double
  /// What Adam adds to the root, so that nothing is divided by 0.
  public var epsilon: Double

  /// - Parameters:
  ///   - rate: `nil` for the rate that `Method.defaultRate` gives.
  public init(
    _ method: Method, rate: Double? = nil, beta: Double = 0.9, beta2: Double = 0.999,
    epsilon: Double = 1e-8
  ) {
    self.method = method
    self.rate = rate ?? method.defaultRate
    self.beta = beta
    self.beta2 = beta2
    self.epsilon = epsilon
  }

  /// The name of a method as it is typed: `sgd`, `momentum`, `momentum ema`, `momentum velocity` or `adam`.
  ///
  /// - Returns: `nil` for another name.
  public static func method(named name: String) -> Method? {
    let words = name.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }
    return Method.allCases.first { $0.name == words.joined(separator: " ") }
  }
}

extension Optimizer.Method: CaseIterable {
  /// The name as one types it.
  public var name: String {
    switch self {
    case .descent: "sgd"
    case .momentum: "momentum"
    case .averagedMomentum: "momentum ema"
    case .velocity: "momentum velocity"
    case .adam: "adam"
    }
  }

  /// The name without blanks.
  public var word: String { name.replacing(" ", with: "-") }

  public var defaultRate: Double {
    self == .adam ? 0.005 : 0.1
  }

  /// The names of what is kept between steps, for each parameter: `v` of momentum, `m` and `v` of Adam.
  public var memoryNames: [String] {
    switch self {
    case .descent: []
    case .momentum, .averagedMomentum, .velocity: ["v"]
    case .adam: ["m", "v"]
    }
  }
}
