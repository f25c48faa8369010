/// The step from one line of a derivation to the next: every unfinished part is taken on by one rule.
struct DerivationStep {
  private let name: String
  /// The rules that were used, each once, in the order of the line.
  private(set) var rules: [DerivationRule] = []
  /// The operations that were taken whose slope at a corner is a convention.
  private(set) var conventions: [Operation] = []

  init(withRespectTo name: String) {
    self.name = name
  }

  private mutating func note(_ rule: DerivationRule) {
    if !rules.contains(rule) { rules.append(rule) }
  }

  mutating func derived(_ sketch: DerivationSketch) -> DerivationSketch {
    switch sketch {
    case .finished: return sketch
    case .unfinished(let part): return derivative(of: part)
    case .sum(let summands):
      var derived: [DerivationSketch.Summand] = []
      for var summand in summands {
        summand.sketch = self.derived(summand.sketch)
        derived.append(summand)
      }
      return .sum(derived)
    case .product(let local, let inner): return .product(local, derived(inner))
    case .quotient(let above, let below): return .quotient(derived(above), below)
    }
  }

  private func depends(_ part: Expression) -> Bool { part.names.contains(name) }

  private func isName(_ part: Expression) -> Bool { part == Expression(name: name) }

  private mutating func derivative(of part: Expression) -> DerivationSketch {
    guard depends(part) else {
      note(.constant)
      return .finished(Expression(0))
    }
    switch part.terms[part.root] {
    case .array: Expression.hasArrays()
    case .number, .constant, .name:
      note(.itself(name))
      return .finished(Expression(1))
    case .unary(.negate, let a):
      note(.constantFactor)
      let inner = part.part(endingAt: a)
      if isName(inner) { return .finished(-Expression(1)) }
      return .sum([DerivationSketch.Summand(isNegative: true, sketch: .unfinished(inner))])
    case .unary(let operation, let a):
      return chain(operation, part.part(endingAt: a), part.part(endingAt: a))
    case .binary(.add, _, _), .binary(.subtract, _, _):
      note(.sum)
      return .sum(part.summands)
    case .binary(.multiply, _, _): return product(part.factors)
    case .binary(.divide, let a, let b):
      return quotient(part.part(endingAt: a), part.part(endingAt: b))
    case .binary(let operation, let a, let b):
      return chain(operation, part.part(endingAt: a), part.part(endingAt: b))
    }
  }

  /// A constant in front stays; several factors that move each have their turn.
  private mutating func product(_ factors: [Expression]) -> DerivationSketch {
    let moving = factors.indices.filter { depends(factors[$0]) }
    func others(than index: Int) -> Expression {
      var rest = factors
      rest.remove(at: index)
      return rest.dropFirst().reduce(rest[0], *)
    }
    if moving.count == 1 {
      note(.constantFactor)
      return times(others(than: moving[0]), factors[moving[0]])
    }
    note(.product)
    return .sum(
      moving.map { index in
        DerivationSketch.Summand(
          sketch: .product(others(than: index), .unfinished(factors[index])))
      })
  }

  private mutating func quotient(_ above: Expression, _ below: Expression) -> DerivationSketch {
    if !depends(below) {
      note(.constantFactor)
      return times(Expression(1) / below, above)
    }
    if !depends(above) {
      note(.reciprocal)
      return times(local(.divide, above, below).1, below)
    }
    note(.quotient)
    let numerator = [
      DerivationSketch.Summand(sketch: .product(below, .unfinished(above))),
      DerivationSketch.Summand(isNegative: true, sketch: .product(above, .unfinished(below))),
    ]
    return .quotient(.sum(numerator), .apply(.power, below, Expression(2)))
  }

  /// The local derivatives of an operation, each times the derivative of its operand where that moves.
  private mutating func chain(
    _ operation: Operation, _ a: Expression, _ b: Expression
  ) -> DerivationSketch {
    if !operation.convention.isEmpty, !conventions.contains(operation) {
      conventions.append(operation)
    }
    let local = local(operation, a, b)
    var summands: [DerivationSketch.Summand] = []
    for (slot, operand) in [a, b].prefix(operation.arity).enumerated()
    where depends(operand) {
      let isInner = !isName(operand)
      switch operation {
      case .power: note(slot == 0 ? .power(isInner: isInner) : .exponential(isInner: isInner))
      case .sign, .step: note(.function(operation, isInner: false))
      default: note(.function(operation, isInner: isInner))
      }
      let slope = slot == 0 ? local.0 : local.1
      summands.append(DerivationSketch.Summand(sketch: times(slope, operand)))
    }
    return summands.count == 1 ? summands[0].sketch : .sum(summands)
  }

  /// A local derivative times the derivative of what moves, which is left out where it is 1 or meets a 0.
  private func times(_ local: Expression, _ inner: Expression) -> DerivationSketch {
    isName(inner) || local == Expression(0)
      ? .finished(local) : .product(local, .unfinished(inner))
  }

  /// The table's local derivatives over operands as they are written, their numbers folded.
  private func local(
    _ operation: Operation, _ a: Expression, _ b: Expression
  ) -> (Expression, Expression) {
    let first = a.isConstant ? a : Expression(name: "a")
    let second = b.isConstant ? b : Expression(name: "b")
    let isQuotient = operation == .divide
    let result = isQuotient ? first / second : Expression(name: "y")
    let rule = operation.localDerivatives(first, second, result: result)
    let operands = ["a": a, "b": b, "y": Expression.apply(operation, a, b)]
    return (
      rule.0.simplified().substituting(operands), rule.1.simplified().substituting(operands)
    )
  }
}

extension Expression {
  /// The terms of a sum as written, with their signs; a sum in parentheses is one of them.
  fileprivate var summands: [DerivationSketch.Summand] {
    var summands: [DerivationSketch.Summand] = []
    var index = root
    func append(_ operand: Int, isNegative: Bool) {
      summands.append(
        DerivationSketch.Summand(
          isNegative: isNegative, sketch: .unfinished(part(endingAt: operand))))
    }
    while true {
      switch terms[index] {
      case .binary(.add, let a, let b), .binary(.subtract, let a, let b):
        append(b, isNegative: terms[index] == .binary(.subtract, a, b))
        index = a
      default:
        append(index, isNegative: false)
        return summands.reversed()
      }
    }
  }

  /// The factors of a product as written.
  fileprivate var factors: [Expression] {
    var factors: [Expression] = []
    var index = root
    while case .binary(.multiply, let a, let b) = terms[index] {
      factors.append(part(endingAt: b))
      index = a
    }
    factors.append(part(endingAt: index))
    return factors.reversed()
  }
}
