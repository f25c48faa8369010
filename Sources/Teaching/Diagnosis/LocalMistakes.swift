import Autodiff
import Expressions

/// What each wrong rule of one operation gives as the local derivative of a node.
struct LocalMistakes {
  var mistakes: [Mistake] = []
  let expression: Expression
  let slot: Int
  let results: [Double]
  let right: Double
  let slopes: [Double]
  /// For each term whether it is made of numbers alone.
  private let constants: [Bool]
  private let isCommonOnly: Bool

  /// - Parameters:
  ///   - expression: the formula of the node.
  ///   - operands: the values of its names.
  ///   - slot: the name with respect to which it is differentiated.
  ///   - result: the box's own value, where it is another than that of the operands.
  ///   - isCommonOnly: whether only the rules that learners meet most are followed.
  init(
    _ expression: Expression, at operands: [Double], slot: Int, result: Double? = nil,
    isCommonOnly: Bool = false
  ) {
    self.expression = expression
    self.slot = slot
    var results = expression.termValues(at: operands)
    if let result { results[expression.root] = result }
    self.results = results
    slopes = expression.termSlopes(from: results)
    constants = expression.constantTerms
    right = LocalMistakes.sum(slopes, of: slot, in: expression)
    self.isCommonOnly = isCommonOnly
    for (index, term) in expression.terms.enumerated() {
      switch term {
      case .number, .constant, .name, .array: break
      case .unary(let operation, let a): addUnary(operation, a, at: index)
      case .binary(let operation, let a, let b): addBinary(operation, a, b, at: index)
      }
    }
    addForgottenInner()
    addCountedOnce()
    guard !isCommonOnly else { return }
    addConventions()
    addMissingTerms()
    addTarget()
  }

  private static func sum(_ slopes: [Double], of slot: Int, in expression: Expression) -> Double {
    zip(expression.terms, slopes).reduce(0) { sum, pair in
      if case .name(slot) = pair.0 { sum + pair.1 } else { sum }
    }
  }

  /// Adds what comes out where one operation has other local derivatives.
  mutating func add(
    _ rule: WrongRule, _ first: Double, _ second: Double = 0, at index: Int, place: Int? = nil
  ) {
    add(rule, [index: (first, second)], place: place ?? index)
  }

  mutating func add(
    _ rule: WrongRule, _ derivatives: [Int: (Double, Double)], place: Int? = nil
  ) {
    guard rule.isCommon || !isCommonOnly else { return }
    let slopes = expression.termSlopes(from: results, mistaking: derivatives)
    mistakes.append(
      Mistake(rule, LocalMistakes.sum(slopes, of: slot, in: expression), place: place))
  }

  private func isConstant(_ term: Int) -> Bool { constants[term] }

  private mutating func addBinary(_ operation: Operation, _ a: Int, _ b: Int, at index: Int) {
    let (x, o, y) = (results[a], results[b], results[index])
    let rule = operation.localDerivatives(x, o, result: y)
    switch operation {
    case .multiply:
      add(.ownOperand, x, o, at: index)
      // Nobody takes a number's factor for a term.
      if !isConstant(a), !isConstant(b) { add(.productAsSum, 1, 1, at: index) }
      add(.productItself, y, y, at: index)
      addHalf(isConstant(a) ? x : isConstant(b) ? o : 1, of: isConstant(a) ? b : a)
    case .add:
      add(.sumAsProduct, o, x, at: index)
      addSplitSum(index)
      addKeptConstant(a, b)
      addBias(a, b, at: index)
    case .subtract:
      add(.subtrahendSign, 1, 1, at: index)
      addKeptConstant(a, b)
    case .divide:
      add(.quotientNotSquared, rule.0, -y, at: index)
      if !isCommonOnly { addQuotient(a, b, at: index) }
      addHalf(isConstant(b) ? 1 / o : 1, of: a)
    case .power where isConstant(b):
      let power = { (exponent: Double) in Double.apply(.power, x, exponent) }
      add(.powerNotLowered, o * power(o), 0, at: index)
      add(.powerCoefficient, power(o - 1), 0, at: index)
      add(.powerIntegrated, power(o + 1) / (o + 1), 0, at: index)
      add(.powerRaised, o * power(o + 1), 0, at: index)
    case .max, .min:
      add(.maxBoth, 1, 1, at: index)
      add(.maxHalf, 0.5, 0.5, at: index)
      add(.maxLoser, rule.1, rule.0, at: index)
      add(.maxScaled, rule.0 * y, rule.1 * y, at: index)
    default: break
    }
  }

  /// A constant factor of a power left out, or taken once more: the half of ½d².
  private mutating func addHalf(_ factor: Double, of other: Int) {
    guard factor != 1, factor != 0, case .binary(.power, _, _) = expression.terms[other] else {
      return
    }
    mistakes.append(Mistake(.halfForgotten, right / factor))
    mistakes.append(Mistake(.halfKept, right * factor))
  }

  /// The change of a sum shared out among its terms: a half, or 1/n.
  private mutating func addSplitSum(_ index: Int) {
    var derivatives: [Int: (Double, Double)] = [:]
    /// How many terms each sum has that is a part of this one.
    var counts: [Int: Int] = [:]
    for sum in 0...index {
      guard case .binary(.add, let a, let b) = expression.terms[sum] else { continue }
      let (first, second) = (counts[a] ?? 1, counts[b] ?? 1)
      counts[sum] = first + second
      let count = Double(first + second)
      derivatives[sum] = (Double(first) / count, Double(second) / count)
    }
    add(.sumSplit, 0.5, 0.5, at: index)
    if counts[index] ?? 2 > 2 { add(.sumSplit, derivatives) }
  }

  /// A constant that is only added, counted to the slope: 5 for 2 + 3w.
  private mutating func addKeptConstant(_ a: Int, _ b: Int) {
    for term in [a, b] where isConstant(term) {
      mistakes.append(Mistake(.constantKept, right + slopes[term] * results[term]))
    }
  }

  /// One wire taken for several from the same operand.
  private mutating func addCountedOnce() {
    let count = expression.occurrenceSlots.count { $0 == slot }
    if count > 1 { mistakes.append(Mistake(.countedOnce, right / Double(count))) }
  }

  /// The factor of a product beside, given to what is only added to it: x for b in wx + b.
  private mutating func addBias(_ a: Int, _ b: Int, at index: Int) {
    for (product, isFirst) in [(a, true), (b, false)] {
      guard case .binary(.multiply, let x, let y) = expression.terms[product] else { continue }
      for factor in [results[x], results[y]] {
        add(.biasAsWeight, isFirst ? 1 : factor, isFirst ? factor : 1, at: index)
      }
    }
  }

  private mutating func addUnary(_ operation: Operation, _ a: Int, at index: Int) {
    let (z, s) = (results[a], results[index])
    switch operation {
    case .relu:
      add(.reluValue, z, at: index)
      if z <= 0 || !isCommonOnly { add(.reluAlwaysOn, 1, at: index) }
      add(.reluAlwaysOff, 0, at: index)
    case .sigmoid:
      let again = Double.apply(.sigmoid, s, s)
      add(.sigmoidValue, s, at: index)
      add(.sigmoidOfInput, z * (1 - z), at: index)
      add(.sigmoidTwice, again * (1 - again), at: index)
      add(.sigmoidOneMinus, 1 - s, at: index)
    case .tanh:
      add(.tanhOneMinus, 1 - s, at: index)
      add(.tanhOneMinus, 1 - z * z, at: index)
    case .exp:
      add(.expPower, z * Double.apply(.exp, z - 1, 0), at: index)
      add(.expPower, 1, at: index)
    case .log:
      add(.lnItself, s, at: index)
      add(.lnItself, 1 / s, at: index)
    case .cos: add(.cosSign, Double.apply(.sin, z, z), at: index)
    case .sin: add(.cosSign, -Double.apply(.cos, z, z), at: index)
    default: break
    }
    if !isCommonOnly, operation != .negate { addOtherFunctions(operation, z, s, at: index) }
  }

  /// The outer derivative alone, where something stands inside of a power or a function.
  private mutating func addForgottenInner() {
    let isMoved = expression.dependentTerms(on: slot)
    for term in expression.terms {
      let inner: Int
      switch term {
      case .unary(let operation, let a) where operation != .negate: inner = a
      case .binary(.power, let a, let b) where isConstant(b): inner = a
      default: continue
      }
      if case .name = expression.terms[inner] { continue }
      guard isMoved[inner] else { continue }
      mistakes.append(Mistake(.innerForgotten, slopes[inner]))
    }
  }
}

extension Expression {
  /// For each term whether a name is a part of it.
  fileprivate func dependentTerms(on slot: Int) -> [Bool] {
    var found: [Bool] = []
    found.reserveCapacity(terms.count)
    for term in terms {
      switch term {
      case .number, .constant, .array: found.append(false)
      case .name(let name): found.append(name == slot)
      case .unary(_, let a): found.append(found[a])
      case .binary(_, let a, let b): found.append(found[a] || found[b])
      }
    }
    return found
  }
}
