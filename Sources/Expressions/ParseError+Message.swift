extension ParseError {
  /// What is wrong and what to do, on one line.
  public var message: String {
    switch reason {
    case .expectedOperand(let found):
      "expected a number, a name or '(' before '\(found)'; write the operand or take a sign away"
    case .expectedOperator(let found):
      "expected an operator before '\(found)'; write + - * / or ^ between the two"
    case .unexpectedEnd:
      "the formula ends where a number, a name or '(' is expected; write the operand"
    case .emptyFormula:
      "there is no formula here; write one such as a^2"
    case .unclosedParenthesis:
      "this '(' is never closed; add a ')'"
    case .unopenedParenthesis:
      "this ')' closes nothing; take it away or add a '(' before it"
    case .otherBracket(let bracket):
      "'\(bracket)' is no part of a formula; use ( and )"
    case .strayEquals:
      "a second '=' in one formula; give each NAME = FORMULA on its own"
    case .strayComma:
      "a ',' stands only between the arguments of a function; take it away"
    case .decimalComma(let advice):
      "a decimal comma is not read; write \(advice) with a point"
    case .unreadableNumber(let text):
      "'\(text)' is no number; write it like 3, .5 or 1e-3"
    case .numberTooLarge(let text):
      "'\(text)' is too large for a number; the largest is about 1.8e308"
    case .numberAfterFactor(let number):
      "a number cannot follow a factor; write * before \(number)"
    case .unknownCharacter(let character):
      "'\(character)' is no part of a formula; \(ParseError.advice(insteadOf: character))"
    case .unknownName(let name, let suggestion):
      "unknown name '\(name)'" + ParseError.advice(suggestion, otherwise: "give it a value")
    case .unknownFunction(let name, let suggestion):
      "unknown function '\(name)'"
        + ParseError.advice(
          suggestion, otherwise: "write \(name) * ( … ) for a product, and give \(name) a value")
    case .functionWithoutParentheses(let name, let advice):
      "'\(name)' needs its argument in parentheses; write \(advice)"
    case .wrongArgumentCount(let name, let expected, let found):
      "'\(name)' takes \(expected) argument\(expected == 1 ? "" : "s"), not \(found); write "
        + (expected == 1 ? "\(name)(x)" : "\(name)(x, y)")
    case .tooDeep(let limit):
      "nested more than \(limit) deep; break the formula into several"
    }
  }

  /// What to write for a sign of mathematics that formulas do not know.
  private static func advice(insteadOf character: String) -> String {
    switch character {
    case "|": "write abs(x) for |x|"
    case "√": "write sqrt(x) for √x"
    default: "take it away"
    }
  }

  static func advice(_ suggestion: String?, otherwise: String) -> String {
    suggestion.map { "; did you mean '\($0)'?" } ?? "; \(otherwise)"
  }

  /// The text with carets under the place, and the message: three lines.
  ///
  /// Of a long text only the part around the place is shown.
  public func report(in text: String, width: Int = 76) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control ? " " : Character(scalar)
    }
    let lower = min(range.lowerBound, scalars.count)
    let length = max(1, min(range.count, width / 2))
    var start = 0
    var end = scalars.count
    if scalars.count > width {
      start = max(0, min(lower - width / 2, scalars.count - width))
      end = min(scalars.count, start + width)
    }
    let shown =
      (start > 0 ? "…" : "") + String(scalars[start..<end]) + (end < scalars.count ? "…" : "")
    let indent = String(repeating: " ", count: lower - start + (start > 0 ? 1 : 0))
    let carets = String(repeating: "^", count: max(1, min(length, end - lower)))
    return "  \(shown)\n  \(indent)\(carets)\n\(message)"
  }
}
