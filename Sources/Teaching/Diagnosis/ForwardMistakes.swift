import Expressions

/// What each wrong way of computing gives as the value of a formula.
struct ForwardMistakes {
  private(set) var mistakes: [Mistake] = []
  private let expression: Expression
  private let operands: [Double]

  /// The longest formula that is looked into; a longer one is nobody's to compute by hand.
  private static let limit = 60

  init(_ expression: Expression, at operands: [Double]) {
    self.expression = expression
    self.operands = operands
    guard expression.terms.count <= ForwardMistakes.limit else { return }
    let results = expression.termValues(at: operands)
    mistakes.append(Mistake(.precedence, leftToRight(results)))
    for (index, term) in expression.terms.enumerated() {
      switch term {
      case .number, .constant, .name, .array: break
      case .unary(.relu, let a): add(.reluIgnored, results[a], at: index)
      case .unary(.negate, let a):
        // The sign of -w² taken into the square.
        if case .binary(.power, _, let exponent) = expression.terms[a],
          results[exponent].truncatingRemainder(dividingBy: 2) == 0
        {
          add(.squareOfSign, results[a], at: index)
        }
      case .unary: break
      case .binary(let operation, let a, let b):
        add(operation, results[a], results[b], at: index)
      }
    }
    addSigns(results)
    addCalculatorKeys(results)
  }

  /// Adds what comes out where one term has another value.
  private mutating func add(_ rule: WrongRule, _ value: Double, at index: Int) {
    let results = expression.termValues(at: operands, mistaking: [index: value])
    mistakes.append(Mistake(rule, results[expression.root]))
  }

  private mutating func add(_ operation: Operation, _ x: Double, _ o: Double, at index: Int) {
    switch operation {
    case .power:
      if x < 0, o == o.rounded() { add(.squareOfSign, -Double.apply(.power, x, o), at: index) }
      add(.squareAsDouble, x * o, at: index)
      return
    case .add: add(.operationSwapped, x * o, at: index)
    case .subtract: add(.operationSwapped, x + o, at: index)
    case .multiply: add(.operationSwapped, x + o, at: index)
    case .divide: add(.operationSwapped, x * o, at: index)
    default: return
    }
    add(.operandMissing, x, at: index)
    add(.operandMissing, o, at: index)
    if operation == .subtract { add(.operandMissing, -o, at: index) }
  }

  /// One sign lost inside: of a negative number, of a product, of what is taken away.
  private mutating func addSigns(_ results: [Double]) {
    for (index, term) in expression.terms.enumerated() where index != expression.root {
      // Nobody loses the sign of a number that has none.
      switch term {
      case .number, .constant: continue
      case .name where results[index] >= 0 && !isTakenAway(index): continue
      case .name, .unary, .binary, .array: break
      }
      let value = expression.termValues(at: operands, mistaking: [index: -results[index]])
      // A minus of the whole is the sign of the whole.
      guard value[expression.root] != -results[expression.root] else { continue }
      mistakes.append(Mistake(.signInside, value[expression.root], place: index))
    }
  }

  private func isTakenAway(_ index: Int) -> Bool {
    expression.terms.contains { term in
      if case .binary(.subtract, _, index) = term { true } else { false }
    }
  }

  /// Another key of the calculator, or its parentheses forgotten.
  private mutating func addCalculatorKeys(_ results: [Double]) {
    for (index, term) in expression.terms.enumerated() {
      var found: [(CalculatorKey, Double)] = []
      switch term {
      case .unary(let operation, let a):
        found = CalculatorKey.results(of: operation, at: results[a])
      case .binary(.power, let a, let b) where expression.terms[a] == .constant(.e):
        found = CalculatorKey.results(of: .exp, at: results[b])
      case .binary(.divide, let a, let sum):
        guard case .binary(let operation, let b, let c) = expression.terms[sum],
          operation == .add || operation == .subtract
        else { continue }
        found = [
          (.parenthesis, Double.apply(operation, results[a] / results[b], results[c]))
        ]
      case .number, .constant, .name, .binary, .array: continue
      }
      for (key, value) in found {
        let results = expression.termValues(at: operands, mistaking: [index: value])
        mistakes.append(Mistake(.calculatorKey, results[expression.root], place: key.rawValue))
      }
      // The minus of e^-z, wherever that stands.
      if case .unary(.exp, let a) = term, case .unary(.negate, let b) = expression.terms[a] {
        let value = Double.apply(.exp, results[b], results[b])
        let results = expression.termValues(at: operands, mistaking: [index: value])
        mistakes.append(
          Mistake(
            .calculatorKey, results[expression.root], place: CalculatorKey.minusInExponent.rawValue)
        )
      }
    }
  }

  /// The value where the signs written are worked off from left to right: 15 for 2 + 3w at w = 3.
  ///
  /// What stands in parentheses is kept together, as is the argument of a function.
  private func leftToRight(_ results: [Double]) -> Double {
    /// The numbers and signs in the order written, without what parentheses hold together.
    var numbers: [Double] = []
    var signs: [Operation] = []
    func write(_ term: Int, under parent: Int) {
      guard case .binary(let operation, let a, let b) = expression.terms[term],
        let binding = ForwardMistakes.binding(operation), binding >= parent
      else {
        numbers.append(results[term])
        return
      }
      write(a, under: binding)
      signs.append(operation)
      write(b, under: binding + (operation == .subtract || operation == .divide ? 1 : 0))
    }
    write(expression.root, under: 0)
    var value = numbers[0]
    for (sign, number) in zip(signs, numbers.dropFirst()) {
      value = Double.apply(sign, value, number)
    }
    return value
  }

  /// How tightly a sign binds; `nil` for a function.
  private static func binding(_ operation: Operation) -> Int? {
    switch operation {
    case .add, .subtract: 1
    case .multiply, .divide: 2
    case .power: 3
    default: nil
    }
  }
}
