import Expressions

// Rules of products, quotients and functions taken for others.

extension LocalMistakes {
  /// How far each term moves with the name, by the sweep from left to right.
  private var tangents: [Double] {
    var tangents: [Double] = []
    tangents.reserveCapacity(expression.terms.count)
    for (index, term) in expression.terms.enumerated() {
      switch term {
      case .number, .constant, .array: tangents.append(0)
      case .name(let name): tangents.append(name == slot ? 1 : 0)
      case .unary(let operation, let a):
        let rule = operation.localDerivatives(results[a], results[a], result: results[index])
        tangents.append(tangents[a] == 0 ? 0 : rule.0 * tangents[a])
      case .binary(let operation, let a, let b):
        let rule = operation.localDerivatives(results[a], results[b], result: results[index])
        let first = tangents[a] == 0 ? 0 : rule.0 * tangents[a]
        tangents.append(first + (tangents[b] == 0 ? 0 : rule.1 * tangents[b]))
      }
    }
    return tangents
  }

  /// What other libraries answer at a corner; the place is one among `rivalSlopes`.
  mutating func addConventions() {
    for (place, rival) in expression.rivalSlopes(from: results).enumerated() {
      add(.otherConvention, [rival.term: (rival.first, rival.second)], place: place)
    }
  }

  /// One term of the product rule alone, or the derivatives of both factors multiplied.
  mutating func addMissingTerms() {
    let tangents = tangents
    for (index, term) in expression.terms.enumerated() {
      guard case .binary(.multiply, let a, let b) = term, tangents[a] != 0, tangents[b] != 0 else {
        continue
      }
      let whole = results[b] * tangents[a] + results[a] * tangents[b]
      // Of two like terms one alone is the operand counted once.
      if results[b] * tangents[a] == results[a] * tangents[b] { continue }
      for (place, part) in [
        results[b] * tangents[a], results[a] * tangents[b], tangents[a] * tangents[b],
      ].enumerated() {
        mistakes.append(
          Mistake(.productRule, right + slopes[index] * (part - whole), place: place))
      }
    }
  }

  /// Slips of the quotient rule: its terms added, the wrong way round, the square forgotten, derivatives divided.
  mutating func addQuotient(_ a: Int, _ b: Int, at index: Int) {
    let tangents = tangents
    let (f, g) = (results[a], results[b])
    let (df, dg) = (tangents[a], tangents[b])
    let whole = (df * g - f * dg) / (g * g)
    var slips: [Double] = []
    if df != 0, dg != 0 {
      slips = [(df * g + f * dg) / (g * g), -whole, df * g - f * dg, df / dg]
    } else if dg != 0 {
      mistakes.append(Mistake(.reciprocalSign, right - 2 * slopes[index] * whole))
      // The derivative of 1/g taken for 1/g', for 1/g², or without the numerator.
      slips = [f / dg, df - dg / (g * g), -1 / (g * g), dg / g, -dg * g * f]
    } else if df != 0 {
      slips = [df * g, df / (g * g)]
    }
    for (place, slip) in slips.enumerated() {
      mistakes.append(Mistake(.quotientRule, right + slopes[index] * (slip - whole), place: place))
    }
  }

  /// The slope of another function, or of a key of the calculator taken for it.
  mutating func addOtherFunctions(
    _ operation: Operation, _ z: Double, _ s: Double, at index: Int
  ) {
    for other in LocalMistakes.functions where other != operation {
      // Some put the value that stands there into the other function's rule, some compute the other function.
      for result in [s, Double.apply(other, z, z)] {
        let slope = other.localDerivatives(z, z, result: result).0
        // The value that stands there is no slope of another function, but the value.
        if slope == s { continue }
        add(.otherFunction, slope, at: index, place: Int(other.rawValue))
      }
    }
    let keys: [(CalculatorKey, Double)] =
      switch operation {
      case .log: [(.log10, 1 / (z * 2.302585092994046))]
      case .sin: [(.degrees, Double.apply(.cos, z * .pi / 180, 0))]
      case .cos: [(.degrees, -Double.apply(.sin, z * .pi / 180, 0))]
      case .exp: CalculatorKey.results(of: .exp, at: z)
      default: []
      }
    for (key, slope) in keys { add(.calculatorKey, slope, at: index, place: key.rawValue) }
  }

  private static let functions: [Operation] = [
    .exp, .log, .sqrt, .sin, .cos, .tan, .tanh, .sigmoid, .softplus,
  ]

  /// p, or -p, for the p - 1 of a cross-entropy.
  mutating func addTarget() {
    let usesLogarithm = expression.terms.contains { term in
      if case .unary(.log, _) = term { true } else { false }
    }
    guard usesLogarithm, right > -1, right < 0 else { return }
    mistakes.append(Mistake(.targetForgotten, right + 1))
    mistakes.append(Mistake(.targetForgotten, -(right + 1)))
  }
}
