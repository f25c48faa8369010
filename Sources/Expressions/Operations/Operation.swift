/// An elementary operation on numbers.
public enum Operation: UInt8, Hashable, Sendable, CaseIterable {
  case negate, add, subtract, multiply, divide, power
  case exp, log, sqrt, sin, cos, tan, tanh, sigmoid, relu, softplus, abs, sign, step, min, max

  /// The number of operands: 1 or 2.
  @inlinable
  public var arity: Int {
    switch self {
    case .add, .subtract, .multiply, .divide, .power, .min, .max: 2
    case .negate, .exp, .log, .sqrt, .sin, .cos, .tan, .tanh, .sigmoid, .relu, .softplus, .abs,
      .sign, .step:
      1
    }
  }

  /// The name by which formulas call the operation; `nil` if they use a sign.
  public var functionName: String? {
    switch self {
    case .negate, .add, .subtract, .multiply, .divide, .power: nil
    case .exp: "exp"
    case .log: "ln"
    case .sqrt: "sqrt"
    case .sin: "sin"
    case .cos: "cos"
    case .tan: "tan"
    case .tanh: "tanh"
    case .sigmoid: "sigmoid"
    case .relu: "relu"
    case .softplus: "softplus"
    case .abs: "abs"
    case .sign: "sign"
    case .step: "step"
    case .min: "min"
    case .max: "max"
    }
  }

  /// What is agreed on the slope where the operation has a corner; empty where it has none.
  public var convention: String {
    switch self {
    case .relu, .abs, .sign, .step: "at 0 the slope of \(functionName ?? "") is 0 by convention"
    case .min, .max: "in a tie \(functionName ?? "") follows its first operand by convention"
    case .negate, .add, .subtract, .multiply, .divide, .power, .exp, .log, .sqrt, .sin, .cos, .tan,
      .tanh, .sigmoid, .softplus:
      ""
    }
  }

  /// The functions by every name that formulas may call them; `log` is natural.
  public static let functions: [String: Operation] = {
    var named: [String: Operation] = ["log": .log, "σ": .sigmoid]
    for operation in allCases {
      if let name = operation.functionName { named[name] = operation }
    }
    return named
  }()
}
