/// What is wrong with a formula, and where.
public struct ParseError: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case expectedOperand(found: String)
    case unexpectedEnd
    case emptyFormula
    case unclosedParenthesis
    /// A brace of LaTeX.
    case unclosedBrace
    case unopenedParenthesis
    case otherBracket(String)
    case strayEquals
    case strayComma
    case decimalComma
    case unreadableNumber(String)
    case numberTooLarge(String)
    /// A number after a factor, as in `w 3`.
    case numberAfterFactor(String)
    /// A sign that formulas do not have.
    case unknownSign(String)
    /// A sign that says nothing and can go.
    case meaningless(String)
    /// What mathematics writes and formulas write another way.
    case writtenOtherwise(String)
    /// An angle in degrees; formulas have radians.
    case degrees(String)
    /// What can be read in several ways, as `12,500` and `2.5 e-1`.
    case ambiguous(String)
    /// A `%` that may stand for a hundredth or for a remainder.
    case percent
    /// An index that is no letters and digits, as in `h_{t-1}`.
    case unreadableIndex(String)
    /// A name from notes that may be either of two that are bound.
    case severalNames(String)
    /// A command of LaTeX whose parts are not in braces.
    case commandWithoutBraces(String)
    case unknownName(String, suggestion: String?)
    case unknownFunction(String, suggestion: String?)
    /// A function of mathematics that formulas do not have.
    case foreignFunction(String)
    /// A function without parentheses around its argument, as in `sin x` or `sin^2(x)`.
    case functionWithoutParentheses(String)
    /// `sin^-1`, which is one through the sine or its inverse.
    case inverseFunction(String)
    case wrongArgumentCount(String, expected: Int, found: Int)
    case tooDeep(limit: Int)
    /// What is wrong with arrays.
    case array(ArrayProblem)
  }

  public var reason: Reason
  /// Where in the text, in Unicode scalars from its start.
  public var range: Range<Int>
  /// What to write instead, where that can be told.
  public var remedy: Remedy?

  public init(_ reason: Reason, at range: Range<Int>, remedy: Remedy? = nil) {
    self.reason = reason
    self.range = range
    self.remedy = remedy
  }

  /// The error for a formula that is a part of a longer text.
  public func moved(by count: Int) -> ParseError {
    ParseError(
      reason, at: range.lowerBound + count..<range.upperBound + count,
      remedy: remedy?.moved(by: count))
  }
}
