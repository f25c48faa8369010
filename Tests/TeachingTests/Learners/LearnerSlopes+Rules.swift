import Expressions
import Teaching

// Slips of the product and quotient rule, and rules of other functions.

extension LearnerSlopes {
  /// The product rule with a term missing, and quotients differentiated by half of their rule.
  var mistakesOfProducts: [(rule: WrongRule, value: Double)] {
    let slopes = termSlopes()
    var found: [(rule: WrongRule, value: Double)] = []
    for (index, term) in expression.terms.enumerated() {
      guard case .binary(let operation, let a, let b) = term else { continue }
      let (f, g, df, dg) = (values[a], values[b], slopes[a], slopes[b])
      switch operation {
      case .multiply where isMoved[a] && isMoved[b]:
        found += [df * g, f * dg, df * dg].map { (.productRule, slope(moving: [index: $0])) }
      case .divide where isMoved[b]:
        let whole = (df * g - f * dg) / (g * g)
        let slips =
          isMoved[a]
          ? [(df * g + f * dg) / (g * g), -whole, df * g - f * dg, df / dg]
          : [f / dg, -dg / (g * g), -1 / (g * g)]
        found += slips.map { (.quotientRule, slope(moving: [index: $0])) }
      case .divide where isMoved[a]:
        found += [df * g, df / (g * g)].map { (.quotientRule, slope(moving: [index: $0])) }
      default: continue
      }
    }
    return found
  }

  /// The rule of a function that is easily taken for another, and the wrong mode or key for a slope.
  var mistakesOfFunctions: [(rule: WrongRule, value: Double)] {
    var found: [(rule: WrongRule, value: Double)] = []
    for (index, term) in expression.terms.enumerated() where isMoved[index] {
      guard case .unary(let operation, let a) = term else { continue }
      for slope in LearnerSlopes.confused(operation, values[a], values[index]) {
        found.append((.otherFunction, self.slope(mistaking: [index: (slope, 0)])))
      }
      for slope in LearnerSlopes.keyed(operation, values[a]) {
        found.append((.calculatorKey, self.slope(mistaking: [index: (slope, 0)])))
      }
    }
    return found
  }

  private static func call(_ operation: Operation, _ z: Double) -> Double {
    Double.apply(operation, z, z)
  }

  /// The slopes that the rules of other functions give, by their own value or by the one that stands there.
  private static func confused(_ operation: Operation, _ z: Double, _ s: Double) -> [Double] {
    let (sigmoid, tanh) = (call(.sigmoid, z), call(.tanh, z))
    return switch operation {
    case .tanh: [s * (1 - s), sigmoid * (1 - sigmoid)]
    case .sigmoid: [1 - s * s, 1 - tanh * tanh]
    case .softplus: [s * (1 - s), s]
    case .exp: [1 / z]
    case .log: [call(.exp, z)]
    case .sin: [-call(.sin, z), s]
    case .cos: [call(.cos, z), s]
    case .tan: [1 - s * s]
    case .sqrt: [1 / z, call(.exp, z)]
    case .negate, .relu, .abs, .sign, .step, .add, .subtract, .multiply, .divide, .power, .min,
      .max:
      []
    }
  }

  /// The slopes with the calculator in degrees, or for the logarithm of its other key.
  private static func keyed(_ operation: Operation, _ z: Double) -> [Double] {
    let angle = z * 3.141592653589793 / 180
    return switch operation {
    case .sin: [call(.cos, angle)]
    case .cos: [-call(.sin, angle)]
    case .exp: [Double.apply(.power, 10, z)]
    case .log: [1 / (z * call(.log, 10))]
    case .negate, .sqrt, .tan, .tanh, .sigmoid, .softplus, .relu, .abs, .sign, .step, .add,
      .subtract, .multiply, .divide, .power, .min, .max:
      []
    }
  }
}
