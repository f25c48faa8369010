import Expressions
import Teaching

/// The slope of a formula by the rules of derivatives, worked from the names outwards, as learners do.
///
/// The product finds slopes from the root backwards; nothing of that is used here.
struct LearnerSlopes {
  let expression: Expression
  /// The name with respect to which it is differentiated.
  let slot: Int
  let values: [Double]
  let isConstant: [Bool]
  let isMoved: [Bool]

  /// - Parameter result: the formula's own value, where it is another than that of the operands.
  init(_ expression: Expression, at operands: [Double], slot: Int, result: Double? = nil) {
    self.expression = expression
    self.slot = slot
    values = expression.termValues(
      at: operands, mistaking: result.map { [expression.root: $0] } ?? [:])
    isConstant = expression.constantTerms
    var isMoved: [Bool] = []
    for term in expression.terms {
      switch term {
      case .number, .constant: isMoved.append(false)
      case .name(let name): isMoved.append(name == slot)
      case .unary(_, let a): isMoved.append(isMoved[a])
      case .binary(_, let a, let b): isMoved.append(isMoved[a] || isMoved[b])
      case .array: Expression.hasArrays()
      }
    }
    self.isMoved = isMoved
  }

  /// The slope, where some terms move otherwise than they do and some operations have other slopes than their own.
  func slope(
    moving moves: [Int: Double] = [:], mistaking rules: [Int: (Double, Double)] = [:]
  ) -> Double {
    termSlopes(moving: moves, mistaking: rules)[expression.root]
  }

  /// The slope of each term.
  func termSlopes(
    moving moves: [Int: Double] = [:], mistaking rules: [Int: (Double, Double)] = [:]
  ) -> [Double] {
    var slopes: [Double] = []
    for (index, term) in expression.terms.enumerated() {
      if let move = moves[index] {
        slopes.append(move)
        continue
      }
      switch term {
      case .number, .constant: slopes.append(0)
      case .name(let name): slopes.append(name == slot ? 1 : 0)
      case .unary(let operation, let a):
        let rule =
          rules[index] ?? operation.localDerivatives(values[a], values[a], result: values[index])
        slopes.append(rule.0 * slopes[a])
      case .binary(let operation, let a, let b):
        let rule =
          rules[index] ?? operation.localDerivatives(values[a], values[b], result: values[index])
        slopes.append(
          (slopes[a] == 0 ? 0 : rule.0 * slopes[a]) + (slopes[b] == 0 ? 0 : rule.1 * slopes[b]))
      case .array: Expression.hasArrays()
      }
    }
    return slopes
  }

  /// What each wrong rule of an operation makes of the slope.
  var answers: [LearnerAnswer] {
    (mistakes + mistakesOfProducts + mistakesOfFunctions).map { LearnerAnswer($0.rule, $0.value) }
  }

  private var mistakes: [(rule: WrongRule, value: Double)] {
    var found: [(rule: WrongRule, value: Double)] = []
    for (index, term) in expression.terms.enumerated() where isMoved[index] {
      switch term {
      case .number, .constant, .name: break
      case .unary(let operation, let a):
        found += mistakes(of: operation, values[a], values[index]).map {
          ($0.rule, slope(mistaking: [index: ($0.slope, 0)]))
        }
        if operation != .negate { found += innerForgotten(a) }
      case .binary(let operation, let a, let b):
        found += mistakes(of: operation, a, b, index).map {
          ($0.rule, slope(mistaking: [index: $0.slopes]))
        }
        if operation == .power, isConstant[b] { found += innerForgotten(a) }
        found += constantsKept(operation, a, b)
        if operation == .add { found += split(index) }
      case .array: Expression.hasArrays()
      }
    }
    let count = expression.terms.count { if case .name(slot) = $0 { true } else { false } }
    if count > 1 { found.append((.countedOnce, slope() / Double(count))) }
    return found
  }

  private func mistakes(
    of operation: Operation, _ z: Double, _ s: Double
  ) -> [(rule: WrongRule, slope: Double)] {
    func sigmoid(_ z: Double) -> Double { Double.apply(.sigmoid, z, z) }
    switch operation {
    case .relu:
      return [(.reluValue, z), z > 0 ? (.reluAlwaysOff, 0) : (.reluAlwaysOn, 1)]
    case .sigmoid:
      return [
        (.sigmoidValue, s), (.sigmoidOfInput, z * (1 - z)),
        (.sigmoidTwice, sigmoid(s) * (1 - sigmoid(s))), (.sigmoidOneMinus, 1 - s),
      ]
    case .tanh: return [(.tanhOneMinus, 1 - s), (.tanhOneMinus, 1 - z * z)]
    case .exp: return [(.expPower, z * Double.apply(.exp, z - 1, 0)), (.expPower, 1)]
    case .log: return [(.lnItself, s), (.lnItself, 1 / s)]
    case .sin: return [(.cosSign, -Double.apply(.cos, z, z))]
    case .cos: return [(.cosSign, Double.apply(.sin, z, z))]
    case .negate, .sqrt, .tan, .softplus, .abs, .sign, .step, .add, .subtract, .multiply, .divide,
      .power, .min, .max:
      return []
    }
  }

  private func mistakes(
    of operation: Operation, _ a: Int, _ b: Int, _ index: Int
  ) -> [(rule: WrongRule, slopes: (Double, Double))] {
    let (x, o, y) = (values[a], values[b], values[index])
    switch operation {
    case .multiply:
      var found: [(rule: WrongRule, slopes: (Double, Double))] = [
        (.ownOperand, (x, o)), (.productItself, (y, y)),
      ]
      if !isConstant[a], !isConstant[b] { found.append((.productAsSum, (1, 1))) }
      if isConstant[a], isPower(b), x != 1 {
        found += [(.halfForgotten, (0, 1)), (.halfKept, (0, x * x))]
      }
      return found
    case .add:
      var found: [(rule: WrongRule, slopes: (Double, Double))] = [
        (.sumAsProduct, (o, x)), (.sumSplit, (0.5, 0.5)),
      ]
      for (product, isFirst) in [(a, true), (b, false)] {
        guard case .binary(.multiply, let p, let q) = expression.terms[product] else { continue }
        found += [p, q].map {
          (.biasAsWeight, isFirst ? (1, values[$0]) : (values[$0], 1))
        }
      }
      return found
    case .subtract: return isMoved[b] ? [(.subtrahendSign, (1, 1))] : []
    case .divide:
      var found: [(rule: WrongRule, slopes: (Double, Double))] = []
      if isMoved[b] { found.append((.quotientNotSquared, (1 / o, -x / o))) }
      if isMoved[b] { found.append((.reciprocalSign, (1 / o, x / (o * o)))) }
      if isConstant[b], isPower(a), o != 1 {
        found += [(.halfForgotten, (1, 0)), (.halfKept, (1 / (o * o), 0))]
      }
      return found
    case .power where isConstant[b]:
      func power(_ exponent: Double) -> Double { Double.apply(.power, x, exponent) }
      return [
        (.powerNotLowered, (o * power(o), 0)), (.powerCoefficient, (power(o - 1), 0)),
        (.powerIntegrated, (power(o + 1) / (o + 1), 0)), (.powerRaised, (o * power(o + 1), 0)),
      ]
    case .max, .min:
      let chosen = (operation == .max ? x >= o : x <= o) ? (1.0, 0.0) : (0.0, 1.0)
      return [
        (.maxBoth, (1, 1)), (.maxLoser, (chosen.1, chosen.0)),
        (.maxScaled, (chosen.0 * y, chosen.1 * y)), (.maxHalf, (0.5, 0.5)),
      ]
    case .power, .negate, .exp, .log, .sqrt, .sin, .cos, .tan, .tanh, .sigmoid, .relu, .softplus,
      .abs, .sign, .step:
      return []
    }
  }

  private func isPower(_ term: Int) -> Bool {
    if case .binary(.power, _, _) = expression.terms[term] { true } else { false }
  }

  /// The slope where the inside of a power or a function is taken to move exactly as far as its name.
  private func innerForgotten(_ inner: Int) -> [(rule: WrongRule, value: Double)] {
    if case .name = expression.terms[inner] { return [] }
    return isMoved[inner] ? [(.innerForgotten, slope(moving: [inner: 1]))] : []
  }

  /// The slope where a number that is added moves as far as it is large.
  private func constantsKept(
    _ operation: Operation, _ a: Int, _ b: Int
  ) -> [(rule: WrongRule, value: Double)] {
    guard operation == .add || operation == .subtract else { return [] }
    return [a, b].filter { isConstant[$0] }
      .map { (.constantKept, slope(moving: [$0: values[$0]])) }
  }

  /// The slope where a sum of more than two terms shares its change out among them.
  private func split(_ sum: Int) -> [(rule: WrongRule, value: Double)] {
    var leaves: [Int] = []
    var open = [sum]
    while let term = open.popLast() {
      if case .binary(.add, let a, let b) = expression.terms[term] {
        open += [a, b]
      } else {
        leaves.append(term)
      }
    }
    guard leaves.count > 2 else { return [] }
    // Each leaf's own part of the slope, by letting all others stand still.
    let parts = leaves.map { leaf in
      slope(moving: Dictionary(uniqueKeysWithValues: leaves.filter { $0 != leaf }.map { ($0, 0) }))
    }
    return [(.sumSplit, parts.reduce(0, +) / Double(leaves.count))]
  }
}
