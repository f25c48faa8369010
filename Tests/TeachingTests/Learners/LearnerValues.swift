import Expressions
import Teaching

/// What wrong ways of computing make of a formula's value, worked on the formula as it is written.
struct LearnerValues {
  let expression: Expression
  let operands: [Double]

  /// The value where some terms have another value than their own.
  func value(taking taken: [Int: Double]) -> Double {
    var values: [Double] = []
    for (index, term) in expression.terms.enumerated() {
      if let other = taken[index] {
        values.append(other)
        continue
      }
      switch term {
      case .number(let number): values.append(number)
      case .constant(let constant): values.append(constant.value)
      case .name(let name): values.append(operands[name])
      case .unary(let operation, let a): values.append(.apply(operation, values[a], values[a]))
      case .binary(let operation, let a, let b):
        values.append(.apply(operation, values[a], values[b]))
      case .array: Expression.hasArrays()
      }
    }
    return values[values.count - 1]
  }

  var answers: [LearnerAnswer] {
    (mistakes + mistakesOfSigns + mistakesOfKeys).map { LearnerAnswer($0.rule, $0.value) }
  }

  private var mistakes: [(rule: WrongRule, value: Double)] {
    let values = expression.termValues(at: operands)
    var found: [(rule: WrongRule, value: Double)] = []
    if let flat = leftToRight { found.append((.precedence, flat)) }
    for (index, term) in expression.terms.enumerated() {
      func add(_ rule: WrongRule, _ taken: Double) {
        found.append((rule, value(taking: [index: taken])))
      }
      switch term {
      case .unary(.relu, let a) where values[a] < 0: add(.reluIgnored, values[a])
      case .unary(.negate, let a):
        if case .binary(.power, let base, let n) = expression.terms[a], values[n] == 2 {
          add(.squareOfSign, values[base] * values[base])
        }
      case .binary(.power, let a, let n) where values[n] >= 0 && values[n] == values[n].rounded():
        let power = (0..<Int(values[n])).reduce(1) { product, _ in product * values[a] }
        if values[a] < 0 { add(.squareOfSign, -power) }
        add(.squareAsDouble, values[a] * values[n])
      case .binary(.add, let a, let b):
        add(.operationSwapped, values[a] * values[b])
        add(.operandMissing, values[a])
        add(.operandMissing, values[b])
      case .binary(.subtract, let a, let b):
        add(.operationSwapped, values[a] + values[b])
        add(.operandMissing, values[a])
        add(.operandMissing, values[b])
        add(.operandMissing, -values[b])
      case .binary(.multiply, let a, let b):
        add(.operationSwapped, values[a] + values[b])
        add(.operandMissing, values[a])
        add(.operandMissing, values[b])
      case .binary(.divide, let a, let b):
        add(.operationSwapped, values[a] * values[b])
        add(.operandMissing, values[a])
        add(.operandMissing, values[b])
      case .number, .constant, .name, .unary, .binary: break
      case .array: Expression.hasArrays()
      }
    }
    return found
  }

  /// The value where the signs of the printed formula are worked off in the order of reading; none where the order
  /// makes no difference to how it is read.
  private var leftToRight: Double? {
    let bindings = Dictionary(
      uniqueKeysWithValues: zip(expression.names, operands.map { Expression($0) }))
    var rest = expression.text[...]
    var numbers: [Double] = []
    var signs: [Character] = []
    while !rest.isEmpty {
      rest = rest.drop { $0 == " " }
      if !numbers.isEmpty {
        if let sign = rest.first, "+-*/^".contains(sign) {
          signs.append(sign)
          rest = rest.dropFirst().drop { $0 == " " }
        } else {
          signs.append("*")
        }
      }
      guard let (piece, after) = LearnerValues.piece(rest),
        let part = try? Formula(piece, known: Set(expression.names)).expression
      else { return nil }
      numbers.append(part.substituting(bindings).value(at: [Double]()))
      rest = after
    }
    guard Set(signs.map { "+-".contains($0) ? 1 : "*/".contains($0) ? 2 : 3 }).count > 1 else {
      return nil
    }
    let operations: [Character: Operation] = [
      "+": .add, "-": .subtract, "*": .multiply, "/": .divide, "^": .power,
    ]
    return zip(signs, numbers.dropFirst()).reduce(numbers[0]) { value, next in
      operations[next.0].map { .apply($0, value, next.1) } ?? value
    }
  }

  /// The number, the name, the parenthesis or the call with which a text begins, and what follows.
  private static func piece(_ text: Substring) -> (String, Substring)? {
    guard let first = text.first else { return nil }
    var end = text.startIndex
    if first.isNumber {
      end = text.firstIndex { !$0.isNumber && $0 != "." } ?? text.endIndex
    } else if first.isLetter {
      end = text.firstIndex { !$0.isNumber && !$0.isLetter && $0 != "_" } ?? text.endIndex
    }
    if first.isLetter || first == "(", end < text.endIndex, text[end] == "(" {
      var depth = 0
      repeat {
        if text[end] == "(" { depth += 1 }
        if text[end] == ")" { depth -= 1 }
        end = text.index(after: end)
      } while depth > 0 && end < text.endIndex
    }
    return end == text.startIndex ? nil : (String(text[..<end]), text[end...])
  }
}
