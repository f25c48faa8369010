import Glibc

/// A number in a simplified formula: a fraction of integers as long as it is one, else a decimal number.
enum Coefficient: Hashable, Sendable {
  /// A fraction in lowest terms with a positive denominator.
  case fraction(Int, Int)
  case decimal(Double)

  static let zero = Coefficient.fraction(0, 1)
  static let one = Coefficient.fraction(1, 1)

  init(_ number: Double) {
    if let integer = Int(exactly: number), Swift.abs(number) < 0x1p53 {
      self = .fraction(integer, 1)
    } else {
      self = .decimal(number)
    }
  }

  /// A fraction in lowest terms, or nothing where an integer overflows or the denominator is 0.
  private static func reduced(_ numerator: Int, _ denominator: Int) -> Coefficient? {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    var (a, b) = (Swift.abs(numerator), Swift.abs(denominator))
    while b != 0 { (a, b) = (b, a % b) }
    let sign = denominator < 0 ? -1 : 1
    return .fraction(sign * numerator / a, sign * denominator / a)
  }

  var value: Double {
    switch self {
    case .fraction(let numerator, let denominator): Double(numerator) / Double(denominator)
    case .decimal(let number): number
    }
  }

  var isZero: Bool { value == 0 }

  var isNegative: Bool { value < 0 }

  /// The integer it is, if it is one.
  var integer: Int? {
    if case .fraction(let numerator, 1) = self { numerator } else { nil }
  }

  static func + (a: Coefficient, b: Coefficient) -> Coefficient {
    if case .fraction(let n, let d) = a, case .fraction(let m, let e) = b {
      let (left, o1) = n.multipliedReportingOverflow(by: e)
      let (right, o2) = m.multipliedReportingOverflow(by: d)
      let (sum, o3) = left.addingReportingOverflow(right)
      let (product, o4) = d.multipliedReportingOverflow(by: e)
      if !(o1 || o2 || o3 || o4), let sum = reduced(sum, product) { return sum }
    }
    return Coefficient(a.value + b.value)
  }

  static func * (a: Coefficient, b: Coefficient) -> Coefficient {
    if case .fraction(let n, let d) = a, case .fraction(let m, let e) = b {
      let (above, o1) = n.multipliedReportingOverflow(by: m)
      let (below, o2) = d.multipliedReportingOverflow(by: e)
      if !(o1 || o2), let product = reduced(above, below) { return product }
    }
    return Coefficient(a.value * b.value)
  }

  static prefix func - (a: Coefficient) -> Coefficient { .fraction(-1, 1) * a }

  /// The power to an integer, or nothing for 0 to a negative one.
  func raised(to exponent: Int) -> Coefficient? {
    if isZero, exponent < 0 { return nil }
    guard case .fraction(let n, let d) = self, Swift.abs(exponent) <= 64 else {
      let power = pow(value, Double(exponent))
      return power.isFinite ? Coefficient(power) : nil
    }
    let base = exponent < 0 ? Coefficient.reduced(d, n) ?? .decimal(1 / value) : self
    return (0..<Swift.abs(exponent)).reduce(.one) { power, _ in power * base }
  }
}
