/// What is wrong with a formula, and where.
public struct ParseError: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case expectedOperand(found: String)
    case expectedOperator(found: String)
    case unexpectedEnd
    case emptyFormula
    case unclosedParenthesis
    case unopenedParenthesis
    case otherBracket(String)
    case strayEquals
    case strayComma
    case decimalComma(String)
    case unreadableNumber(String)
    case numberTooLarge(String)
    /// A number after a factor, as in `w 3`.
    case numberAfterFactor(String)
    case unknownCharacter(String)
    case unknownName(String, suggestion: String?)
    case unknownFunction(String, suggestion: String?)
    /// A function without parentheses around its argument, as in `sin x` or `sin^2(x)`.
    case functionWithoutParentheses(String, advice: String)
    case wrongArgumentCount(String, expected: Int, found: Int)
    case tooDeep(limit: Int)
  }

  public var reason: Reason
  /// Where in the text, in Unicode scalars from its start.
  public var range: Range<Int>

  public init(_ reason: Reason, at range: Range<Int>) {
    self.reason = reason
    self.range = range
  }
}
