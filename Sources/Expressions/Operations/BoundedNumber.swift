/// A number with a bound on how far rounding may have taken it from the exact one.
///
/// The bound is carried through a computation beside the number (running error analysis, after Wilkinson; Higham,
/// "Accuracy and Stability of Numerical Algorithms", 2nd edition, chapter 3.3): what an operation adds of its own, and
/// what its operands bring along, each times the slope of the operation. So 0.1 + 0.2 - 0.3 is a zero within its bound,
/// and 3e-10 from a vanishing product is not.
public struct BoundedNumber: Hashable, Sendable {
  /// The number as the machine computes it; not finite where it has none.
  public var value: Double
  /// The largest distance from the exact number, to first order; infinite where nothing can be said.
  public var error: Double

  public init(_ value: Double, error: Double) {
    self.value = value
    self.error = error
  }

  /// Whether there is a number, known well enough to be compared.
  public var isKnown: Bool { value.isFinite && error.isFinite }

  /// Whether the formula has no number here, and rounding is not to blame for it.
  public var isUndefined: Bool { !value.isFinite && error == 0 }

  /// Whether the exact number may be zero.
  public var mayBeZero: Bool { abs(value) <= error }

  /// Whether two numbers are one as far as their bounds tell.
  ///
  /// - Parameter slack: how many times the bounds, which hold to first order only, are allowed.
  public func agrees(with other: BoundedNumber, slack: Double = 8) -> Bool {
    guard isKnown, other.isKnown else { return false }
    return abs(value - other.value)
      <= slack * (error + other.error) + 4e-16 * max(abs(value), abs(other.value))
  }

  /// A result of which nothing is known, since rounding may have made it anything.
  static let unknown = BoundedNumber(.nan, error: .infinity)
  /// A result that does not exist.
  static let undefined = BoundedNumber(.nan, error: 0)

  /// The distance between neighbouring numbers at a magnitude.
  static func spacing(_ value: Double) -> Double { value.isFinite ? abs(value).ulp : .infinity }

  /// Whether a number is a whole one of a power of two, as typed numbers such as 3 and 0.25 are exactly.
  static func isDyadic(_ value: Double) -> Bool {
    abs(value) < 1e15 && value * 1_048_576 == (value * 1_048_576).rounded()
  }
}

extension BoundedNumber: Scalar {
  /// A number as somebody wrote it: 3 and 0.25 are exact, 0.1 is rounded.
  public init(_ number: Double) {
    value = number
    error = BoundedNumber.isDyadic(number) ? 0 : BoundedNumber.spacing(number) / 2
  }

  public static func apply(
    _ operation: Operation, _ a: BoundedNumber, _ b: BoundedNumber
  ) -> BoundedNumber {
    let isBinary = operation.arity == 2
    guard a.value.isFinite, !isBinary || b.value.isFinite else {
      let isMeant = a.isUndefined || (isBinary && b.isUndefined)
      return isMeant ? .undefined : .unknown
    }
    guard a.error.isFinite, !isBinary || b.error.isFinite else { return .unknown }
    if let outside = outsideDomain(operation, a, b) { return outside }
    let value = Double.apply(operation, a.value, b.value)
    // Too large for the machine is not the same as without value.
    guard value.isFinite else { return .unknown }
    let own = rounding(of: operation, a.value, b.value, value)
    if a.error == 0, !isBinary || b.error == 0 { return BoundedNumber(value, error: own) }
    return BoundedNumber(value, error: own + carried(operation, a, b, value))
  }

  /// What becomes of operands for which an operation has no value, or may have none; nothing elsewhere.
  private static func outsideDomain(
    _ operation: Operation, _ a: BoundedNumber, _ b: BoundedNumber
  ) -> BoundedNumber? {
    switch operation {
    case .divide where b.mayBeZero: b.error == 0 ? .undefined : .unknown
    case .log where a.value <= 0 || a.mayBeZero: a.mayBeZero && a.error > 0 ? .unknown : .undefined
    case .sqrt where a.value < 0: a.mayBeZero ? .unknown : .undefined
    case .power where a.value < 0 && b.value != b.value.rounded(): .undefined
    case .power where a.mayBeZero && b.value < 0: a.error == 0 ? .undefined : .unknown
    case .step where a.mayBeZero && a.error > 0, .sign where a.mayBeZero && a.error > 0: .unknown
    default: nil
    }
  }

  /// What an operation adds by rounding its result.
  private static func rounding(
    of operation: Operation, _ a: Double, _ b: Double, _ value: Double
  ) -> Double {
    switch operation {
    case .negate, .relu, .abs, .sign, .step, .min, .max: 0
    case .add, .subtract:
      // What the sum lost is a number again (Knuth's two-sum), so exact sums are known as such.
      twoSumError(a, operation == .add ? b : -b, value)
    case .multiply: abs((-value).addingProduct(a, b))
    case .divide: abs((-a).addingProduct(value, b) / b)
    case .sqrt: abs((-a).addingProduct(value, value) / (2 * value == 0 ? 1 : 2 * value))
    case .power where a == a.rounded() && b == b.rounded() && abs(value) < 1e15 && b >= 0: 0
    case .exp where a == 0, .log where a == 1: 0
    case .sin where a == 0, .tan where a == 0, .tanh where a == 0, .cos where a == 0: 0
    case .power, .exp, .log, .sin, .cos, .tan, .tanh, .sigmoid, .softplus: 4 * spacing(value)
    }
  }

  private static func twoSumError(_ a: Double, _ b: Double, _ sum: Double) -> Double {
    let part = sum - a
    return abs((a - (sum - part)) + (b - part))
  }

  /// What the operands' own bounds come to.
  private static func carried(
    _ operation: Operation, _ a: BoundedNumber, _ b: BoundedNumber, _ value: Double
  ) -> Double {
    switch operation {
    // Either side of a kink or a tie may be the right one.
    case .relu, .abs: return a.error
    case .min, .max:
      return abs(a.value - b.value) <= a.error + b.error
        ? Swift.max(a.error, b.error)
        : (value == a.value ? a.error : b.error)
    case .sqrt where a.mayBeZero: return a.error.squareRoot()
    default: break
    }
    let slopes = operation.localDerivatives(a.value, b.value, result: value)
    func times(_ slope: Double, _ error: Double) -> Double {
      error == 0 ? 0 : slope.isFinite ? abs(slope) * error : .infinity
    }
    let carried = times(slopes.0, a.error)
    return operation.arity == 1 ? carried : carried + times(slopes.1, b.error) + a.error * b.error
  }

  /// The slope of x⁰ is 0 at x = 0 too.
  public static func powerSlope(_ x: BoundedNumber, _ n: BoundedNumber) -> BoundedNumber {
    if n.value == 0, n.error == 0 { return BoundedNumber(0) }
    return n * apply(.power, x, n - BoundedNumber(1))
  }

  public static func xlogy(_ y: BoundedNumber, _ x: BoundedNumber) -> BoundedNumber {
    if y.value == 0, y.error == 0 { return BoundedNumber(0) }
    return y * call(.log, x)
  }
}
