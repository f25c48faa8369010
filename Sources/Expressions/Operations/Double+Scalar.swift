public import Glibc

extension Double: Scalar {
  /// - Complexity: O(1). Powers are computed by `pow`; a tie in `max` and `min` goes to the first operand.
  @inlinable @inline(__always)
  public static func apply(_ operation: Operation, _ a: Double, _ b: Double) -> Double {
    switch operation {
    case .negate: -a
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .power: pow(a, b)
    case .exp: Glibc.exp(a)
    case .log: Glibc.log(a)
    case .sqrt: a.squareRoot()
    case .sin: Glibc.sin(a)
    case .cos: Glibc.cos(a)
    case .tan: Glibc.tan(a)
    case .tanh: Glibc.tanh(a)
    case .sigmoid: logistic(a)
    case .relu: a > 0 ? a : a.isNaN ? a : 0
    case .softplus: Swift.max(a, 0) + log1p(Glibc.exp(-Swift.abs(a)))
    case .abs: Swift.abs(a)
    case .sign: a > 0 ? 1 : a < 0 ? -1 : a.isNaN ? a : 0
    case .step: a > 0 ? 1 : a.isNaN ? a : 0
    case .min: a <= b || a.isNaN ? a : b
    case .max: a >= b || a.isNaN ? a : b
    }
  }

  /// 1 / (1 + e⁻ˣ), computed so that no intermediate overflows.
  @inlinable
  static func logistic(_ x: Double) -> Double {
    if x >= 0 { return 1 / (1 + Glibc.exp(-x)) }
    let power = Glibc.exp(x)
    return power / (1 + power)
  }

  /// The slope of x⁰ is 0 at x = 0 too, where 0·x⁻¹ has no value.
  @inlinable
  public static func powerSlope(_ x: Double, _ n: Double) -> Double {
    n == 0 ? 0 : n * pow(x, n - 1)
  }

  @inlinable
  public static func xlogy(_ y: Double, _ x: Double) -> Double {
    y == 0 ? 0 : y * Glibc.log(x)
  }
}
