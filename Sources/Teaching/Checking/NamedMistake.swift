import Expressions

/// A wrong answer that an author names, so as to say something of it.
///
/// A formula follows the numbers that are drawn. A number is what somebody gets with the numbers in the file: of an
/// answer that changes with them it says nothing where others were drawn.
struct NamedMistake {
  private let answer: Answer
  private let bindings: [String: Double]

  /// - Parameter bindings: the graph's quantities with their values, of which a formula may speak.
  init(_ text: String, at bindings: [String: Double]) throws(ParseError) {
    answer = try Answer(text, names: Set(bindings.keys))
    self.bindings = bindings
  }

  /// Whether it is the same whatever numbers are drawn.
  var isNumber: Bool { answer.expression.isConstant }

  /// Its number here; `nil` if it is not finite.
  var value: Double? {
    answer.expression.value(at: bindings).flatMap { $0.isFinite ? $0 : nil }
  }

  /// Whether an answer is this one, however it is written: the same number or formula, or the formula's number here.
  func isGiven(by typed: Answer) -> Bool {
    if let number = typed.number, let value {
      switch ExactNumber(BoundedNumber(value, error: abs(value) * 1e-14)).match(number) {
      case .exact, .rounded, .wholeRounded: return true
      case .tooShort, .none: return false
      }
    }
    return FormulaDifference.between(typed.expression, and: answer.expression) == .same
  }
}
