import Expressions
import Teaching

// Signs lost inside a value, and keys of a calculator.

extension LearnerValues {
  /// Minus minus, opposite signs added, a minus lost in a product.
  var mistakesOfSigns: [(rule: WrongRule, value: Double)] {
    let values = expression.termValues(at: operands)
    let whole = values[expression.root]
    var found: [(rule: WrongRule, value: Double)] = []
    func add(_ term: Int, _ taken: Double) {
      let value = value(taking: [term: taken])
      // That is the sign of the whole.
      guard value != -whole else { return }
      found.append((.signInside, value))
    }
    for (index, term) in expression.terms.enumerated() {
      switch term {
      case .binary(.add, let a, let b), .binary(.subtract, let a, let b):
        for operand in [a, b] where values[operand] < 0 && !isNumber(operand) {
          add(index, with(operand, abs(values[operand]), in: term, values))
        }
        // A product is worked out and written down with the sign of its factors lost, or one made up.
        for operand in [a, b] where isProduct(operand) {
          add(index, with(operand, -values[operand], in: term, values))
        }
      case .binary(.multiply, let a, let b), .binary(.divide, let a, let b):
        for operand in [a, b] where values[operand] < 0 && !isNumber(operand) {
          add(index, with(operand, abs(values[operand]), in: term, values))
        }
      case .unary(.negate, let a) where index != expression.root: add(index, values[a])
      case .unary(let operation, let a) where values[a] < 0 && operation != .negate:
        add(index, .apply(operation, -values[a], -values[a]))
      case .number, .constant, .name, .unary, .binary: continue
      case .array: Expression.hasArrays()
      }
    }
    return found
  }

  private func isNumber(_ term: Int) -> Bool {
    if case .number = expression.terms[term] { true } else { false }
  }

  private func isNegation(_ term: Int) -> Bool {
    if case .unary(.negate, _) = expression.terms[term] { true } else { false }
  }

  private func isProduct(_ term: Int) -> Bool {
    if case .binary(.multiply, _, _) = expression.terms[term] { true } else { false }
  }

  /// The result of an operation with another number for one operand.
  private func with(
    _ operand: Int, _ number: Double, in term: Expression.Term, _ values: [Double]
  ) -> Double {
    guard case .binary(let operation, let a, let b) = term else { return values[operand] }
    return .apply(
      operation, a == operand ? number : values[a], b == operand ? number : values[b])
  }

  /// Another key of the calculator, the wrong mode, or parentheses that were not typed.
  var mistakesOfKeys: [(rule: WrongRule, value: Double)] {
    let values = expression.termValues(at: operands)
    var found: [(rule: WrongRule, value: Double)] = []
    for (index, term) in expression.terms.enumerated() {
      for taken in keyed(term, values) {
        found.append((.calculatorKey, value(taking: [index: taken])))
      }
    }
    return found
  }

  private func keyed(_ term: Expression.Term, _ values: [Double]) -> [Double] {
    func call(_ operation: Operation, _ z: Double) -> Double { .apply(operation, z, z) }
    switch term {
    case .unary(.exp, let a) where isNegation(a): return [call(.exp, -values[a])]
    case .unary(let operation, let a):
      let z = values[a]
      let angle = z * 3.141592653589793 / 180
      switch operation {
      case .log: return [call(.log, z) / call(.log, 10), call(.log, z) / call(.log, 2)]
      case .exp: return [.apply(.power, 10, z), call(.exp, 1) * z]
      case .sigmoid: return [1 + call(.exp, -z), 1 / (1 + call(.exp, z)), call(.exp, z)]
      case .tanh: return [call(.tan, z)]
      case .sin, .cos, .tan: return [call(operation, angle)]
      case .negate, .sqrt, .softplus, .relu, .abs, .sign, .step, .add, .subtract, .multiply,
        .divide, .power, .min, .max:
        return []
      }
    case .binary(.divide, let a, let sum):
      // 1/1 + e^-z.
      guard case .binary(.add, let b, let c) = expression.terms[sum] else { return [] }
      return [values[a] / values[b] + values[c]]
    case .number, .constant, .name, .binary: return []
    case .array: Expression.hasArrays()
    }
  }
}
