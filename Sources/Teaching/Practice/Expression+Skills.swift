import Expressions

extension Operation {
  /// The rule that leads through the operation to one of its operands.
  ///
  /// - Parameters:
  ///   - place: the operand, 0 or 1.
  ///   - isOtherConstant: whether the other operand is made of numbers alone.
  func skill(of place: Int, isOtherConstant: Bool) -> Skill {
    switch self {
    case .negate: .constantFactor
    case .add: .sum
    case .subtract: .difference
    case .multiply: isOtherConstant ? .constantFactor : .product
    case .divide: place == 0 && isOtherConstant ? .constantFactor : .quotient
    case .power: place == 0 ? .power : .exponential
    case .exp, .log: .exponential
    case .sqrt: .squareRoot
    case .sin, .cos, .tan: .trigonometry
    case .tanh: .tanh
    // The slope of softplus is the sigmoid.
    case .sigmoid, .softplus: .sigmoid
    // Lines with a corner, where one has to look on which side one is.
    case .relu, .abs, .sign, .step: .relu
    case .min, .max: .maximum
    }
  }

  /// Whether something can stand inside of it, and have a derivative of its own.
  fileprivate var hasInside: Bool {
    switch self {
    case .negate, .add, .subtract, .multiply, .divide, .min, .max: false
    case .power, .exp, .log, .sqrt, .sin, .cos, .tan, .tanh, .sigmoid, .relu, .softplus, .abs,
      .sign, .step:
      true
    }
  }
}

extension Expression {
  /// An operation on the way from the root to a name, with the operand that leads there.
  private struct Passage {
    var operation: Operation
    var operands: [Int]
    var place: Int
    var result: Int
  }

  /// The operations between the root and each occurrence of a name.
  ///
  /// - Complexity: O(n) in the terms.
  private func passages(to slot: Int) -> [Passage] {
    var leads = Array(repeating: false, count: terms.count)
    var passages: [Passage] = []
    for (index, term) in terms.enumerated() {
      let joined: (operation: Operation, operands: [Int])
      switch term {
      case .number, .constant, .array: continue
      case .name(let name):
        leads[index] = name == slot
        continue
      case .unary(let operation, let a): joined = (operation, [a])
      case .binary(let operation, let a, let b): joined = (operation, [a, b])
      }
      for (place, operand) in joined.operands.enumerated() where leads[operand] {
        leads[index] = true
        passages.append(
          Passage(
            operation: joined.operation, operands: joined.operands, place: place, result: index))
      }
    }
    return passages
  }

  /// The skills that the derivative with respect to a name asks for.
  func skills(withRespectTo slot: Int) -> Set<Skill> {
    let constants = constantTerms
    var skills: Set<Skill> = []
    for passage in passages(to: slot) {
      let isOtherConstant =
        passage.operands.count == 2 && constants[passage.operands[1 - passage.place]]
      skills.insert(
        passage.operation.skill(of: passage.place, isOtherConstant: isOtherConstant))
      if passage.operation.hasInside, case .name = terms[passage.operands[passage.place]] {
        continue
      }
      if passage.operation.hasInside { skills.insert(.inner) }
    }
    return skills
  }

  /// Whether a minus has to be minded on the way from the root to a name.
  func hasMinus(withRespectTo slot: Int, at values: [Double]) -> Bool {
    let results = termValues(at: values)
    return passages(to: slot).contains { passage in
      let x = results[passage.operands[0]]
      let o = results[passage.operands[passage.operands.count - 1]]
      let slopes = passage.operation.localDerivatives(x, o, result: results[passage.result])
      if (passage.place == 0 ? slopes.0 : slopes.1) < 0 { return true }
      switch passage.operation {
      // Two may have gone into it and be gone: 3w² at w = -2.
      case .power, .divide: return x < 0 || o < 0
      default: return false
      }
    }
  }

  /// Whether a ReLU occurs.
  var usesReLU: Bool {
    terms.contains { if case .unary(.relu, _) = $0 { true } else { false } }
  }
}
