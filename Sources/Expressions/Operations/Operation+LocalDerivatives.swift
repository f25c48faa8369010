extension Operation {
  /// The derivatives of the result with respect to the first and the second operand.
  ///
  /// This is the one table of rules: numbers, symbolic derivatives and the texts of hints are made from it.
  /// `y` is the result of the operation on `a` and `b`. With a single operand, `b` and the second
  /// derivative mean nothing.
  @inlinable @inline(__always)
  public func localDerivatives<S: Scalar>(_ a: S, _ b: S, result y: S) -> (S, S) {
    let zero = S(0)
    let one = S(1)
    return switch self {
    case .negate: (-one, zero)
    case .add: (one, one)
    case .subtract: (one, -one)
    case .multiply: (b, a)
    case .divide: (one / b, -y / b)
    case .power: (.powerSlope(a, b), .xlogy(y, a))
    case .exp: (y, zero)
    case .log: (one / a, zero)
    case .sqrt: (one / (S(2) * y), zero)
    case .sin: (.call(.cos, a), zero)
    case .cos: (-.call(.sin, a), zero)
    case .tan: (one + .apply(.power, y, S(2)), zero)
    case .tanh: (one - .apply(.power, y, S(2)), zero)
    case .sigmoid: (y * (one - y), zero)
    // At the kink any slope from 0 to 1 would do; 0 is the convention of the field: nothing flows.
    case .relu: (.call(.step, a), zero)
    case .softplus: (.call(.sigmoid, a), zero)
    // sign(0) = 0 is the middle of the slopes -1 and 1 at the kink.
    case .abs: (.call(.sign, a), zero)
    case .sign, .step: (zero, zero)
    // step(0) = 0, so a tie goes to the first operand.
    case .min: (one - .call(.step, a - b), .call(.step, a - b))
    case .max: (one - .call(.step, b - a), .call(.step, b - a))
    }
  }
}
