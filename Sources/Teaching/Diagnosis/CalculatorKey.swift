import Expressions

/// A key of a calculator, or a parenthesis, that is easily taken for another.
public enum CalculatorKey: Int, Hashable, Sendable, CaseIterable {
  /// The decimal logarithm for the natural one.
  case log10
  /// The logarithm with base 2 for the natural one.
  case log2
  /// A power of ten for the exponential.
  case tenToThe
  /// e times a number for e to the number.
  case timesE
  /// tan for tanh.
  case tan
  /// Degrees for radians.
  case degrees
  /// 1/1 + e^-z for 1/(1 + e^-z).
  case parenthesis
  /// e^z for e^-z.
  case minusInExponent
  /// The exponential alone, where the whole sigmoid is asked.
  case exponentialAlone

  /// What the keys give in the place of an operation on a number.
  static func results(of operation: Operation, at z: Double) -> [(CalculatorKey, Double)] {
    func exp(_ x: Double) -> Double { Double.apply(.exp, x, x) }
    func degrees(_ operation: Operation) -> Double {
      let angle = z * .pi / 180
      return Double.apply(operation, angle, angle)
    }
    switch operation {
    case .log:
      let natural = Double.apply(.log, z, z)
      return [
        (.log10, natural / 2.302585092994046), (.log2, natural / 0.6931471805599453),
      ]
    case .exp: return [(.tenToThe, Double.apply(.power, 10, z)), (.timesE, exp(1) * z)]
    case .sigmoid:
      return [
        (.parenthesis, 1 + exp(-z)), (.minusInExponent, 1 / (1 + exp(z))),
        (.exponentialAlone, exp(z)), (.exponentialAlone, exp(-z)),
      ]
    case .tanh: return [(.tan, Double.apply(.tan, z, z)), (.degrees, degrees(.tanh))]
    case .sin, .cos, .tan: return [(.degrees, degrees(operation))]
    case .softplus: return [(.log10, Double.apply(.softplus, z, z) / 2.302585092994046)]
    case .negate, .add, .subtract, .multiply, .divide, .power, .sqrt, .relu, .abs, .sign, .step,
      .min, .max:
      return []
    }
  }
}
