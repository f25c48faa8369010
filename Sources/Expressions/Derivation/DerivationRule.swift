/// A rule by which one line of a derivation follows from the line before.
public enum DerivationRule: Hashable, Sendable {
  case constant
  /// The name by which is derived, standing alone.
  case itself(String)
  case sum
  case constantFactor
  case product
  case quotient
  case reciprocal
  case power(isInner: Bool)
  case exponential(isInner: Bool)
  /// The rule of a function.
  case function(Operation, isInner: Bool)
  /// Numbers folded and like terms collected.
  case putTogether
  /// Everything that is left, by the same rules, put together.
  case andSoOn

  /// The rule as it is named beside a line.
  public var title: String {
    switch self {
    case .constant: "constant"
    case .itself(let name): "\(name) by itself"
    case .sum: "sum rule"
    case .constantFactor: "constant factor"
    case .product: "product rule"
    case .quotient: "quotient rule"
    case .reciprocal: "reciprocal"
    case .power(let isInner): DerivationRule.title("power rule", isInner)
    case .exponential(let isInner): DerivationRule.title("exponential", isInner)
    case .function(let operation, let isInner):
      DerivationRule.title(operation.ruleName, isInner)
    case .putTogether: "put together"
    case .andSoOn: "and so on, put together"
    }
  }

  private static func title(_ name: String, _ isInner: Bool) -> String {
    isInner ? "\(name) with inner derivative" : name
  }
}

extension Operation {
  /// What the rule for the operation's derivative is called.
  fileprivate var ruleName: String {
    switch self {
    case .negate: "constant factor"
    case .add, .subtract: "sum rule"
    case .multiply: "product rule"
    case .divide: "quotient rule"
    case .power: "power rule"
    case .exp: "exponential"
    case .log: "logarithm"
    case .sqrt: "square root"
    case .sin: "sine"
    case .cos: "cosine"
    case .tan: "tangent"
    case .tanh: "hyperbolic tangent"
    case .sigmoid: "sigmoid"
    case .relu: "ReLU"
    case .softplus: "softplus"
    case .abs: "absolute value"
    case .sign: "sign"
    case .step: "step"
    case .min: "minimum"
    case .max: "maximum"
    }
  }
}
