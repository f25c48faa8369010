/// Reads one formula.
///
/// `^` binds tighter than a sign, a sign tighter than `*`, `/` and juxtaposition, which go from the left
/// together; `+` and `-` come last. Sums and products of any length are read in a loop; only nesting recurses.
struct Parser {
  static let nestingLimit = 200

  let scalars: [Unicode.Scalar]
  let tokens: [Token]
  let known: Set<String>
  private let doubts: [ParseError]
  var position = 0
  private var depth = 0
  var expression = Expression()
  /// Whether a comma parts arguments here.
  var isInArguments = false
  /// How many absolute values are open within the innermost parentheses.
  private var openBars = 0
  var openBarCount: Int { openBars }
  /// Where each name stands first, in the order of `expression.names`.
  var nameRanges: [Range<Int>] = []
  /// The state that formulas with arrays need; `nil` for a formula of numbers.
  var arrays: ArrayState?

  /// A formula that was read.
  struct Result {
    var expression: Expression
    /// Where each name stands first.
    var nameRanges: [Range<Int>]
    /// What may have been meant otherwise.
    var doubts: [ParseError]
    var shape = Shape.number
    var notes: [ArrayNote] = []
  }

  /// - Parameter shapes: the shapes of names in a formula that may have arrays; those that are missing are numbers.
  init(
    _ scalars: [Unicode.Scalar], known: Set<String>, shapes: [String: Shape]?
  ) throws(ParseError) {
    self.scalars = scalars
    (tokens, doubts) = try Lexer.tokens(of: scalars, known: known, hasArrays: shapes != nil)
    self.known = known
    arrays = shapes.map(ArrayState.init)
  }

  /// Reads a formula to its end.
  ///
  /// - Parameter known: the names that are bound; they hide `pi` and `e`, and `w(a + b)` is a product for them.
  static func parse(
    _ text: String, known: Set<String>, shapes: [String: Shape]? = nil
  ) throws(ParseError) -> Result {
    var parser = try Parser(Lexer.scalars(of: text), known: known, shapes: shapes)
    return try parser.whole()
  }

  /// Reads all that there is.
  mutating func whole() throws(ParseError) -> Result {
    guard token.kind != .end else {
      throw ParseError(.emptyFormula, at: 0..<max(1, scalars.count))
    }
    let root = try comparison()
    switch token.kind {
    case .end: break
    case .close, .closeBrace: throw unopened()
    case .comma: throw strayComma()
    case .equals: throw ParseError(.strayEquals, at: token.range)
    case .comparison: throw ParseError(.array(.chainedComparison), at: token.range)
    default: throw secondExponent()
    }
    var result = Result(expression: expression, nameRanges: nameRanges, doubts: doubts)
    if arrays != nil {
      result.shape = try shape(of: root)
      result.notes = arrays?.notes ?? []
    }
    return result
  }

  var token: Token { tokens[position] }

  /// The token so many places on; the end where there is none.
  func token(at offset: Int) -> Token { tokens[min(max(0, position + offset), tokens.count - 1)] }

  mutating func advance() { position = min(position + 1, tokens.count - 1) }

  func text(at range: Range<Int>) -> String {
    String(scalars: scalars[range])
  }

  var spelling: String {
    token.kind == .end ? "the end" : token.range.isEmpty ? "^" : text(at: token.range)
  }

  mutating func nested<Result>(
    _ body: (inout Parser) throws(ParseError) -> Result
  ) throws(ParseError) -> Result {
    guard depth < Parser.nestingLimit else {
      throw ParseError(.tooDeep(limit: Parser.nestingLimit), at: token.range)
    }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  /// Reads a formula inside parentheses, where absolute values and arguments begin anew.
  mutating func enclosed(isInArguments: Bool) throws(ParseError) -> Int {
    let outer = (openBars, self.isInArguments)
    (openBars, self.isInArguments) = (0, isInArguments)
    defer { (openBars, self.isInArguments) = outer }
    return try nested { parser throws(ParseError) in try parser.comparison() }
  }

  mutating func sum() throws(ParseError) -> Int {
    let start = token.range.lowerBound
    var left = try product()
    while true {
      let operation: Operation
      switch token.kind {
      case .plus: operation = .add
      case .minus: operation = .subtract
      default: return left
      }
      let sign = token.range.lowerBound
      advance()
      let right = try product()
      left = expression.append(operation, left, right)
      try check(left, from: start, sign: sign)
    }
  }

  private mutating func product() throws(ParseError) -> Int {
    if arrays != nil { return try arrayProduct() }
    var left = try signed()
    while true {
      switch token.kind {
      case .times, .divide:
        let operation: Operation = token.kind == .times ? .multiply : .divide
        advance()
        let right = try signed()
        left = expression.append(operation, left, right)
      case .name, .open, .openBrace, .root:
        left = expression.append(.multiply, left, try power())
      case .bar:
        if openBars > 0 { return left }
        left = expression.append(.multiply, left, try power())
      case .quotient:
        let start = token(at: -1)
        let right = try power()
        if case .number = start.kind { throw mixedOrProduct(from: start) }
        left = expression.append(.multiply, left, right)
      case .number, .fraction: throw numberAfterFactor()
      case .percent: throw percentAfterFactor()
      default: return left
      }
    }
  }

  mutating func signed() throws(ParseError) -> Int {
    switch token.kind {
    case .plus:
      advance()
      return try nested { parser throws(ParseError) in try parser.signed() }
    case .minus:
      advance()
      let operand = try nested { parser throws(ParseError) in try parser.signed() }
      return expression.append(.negate, operand, operand)
    default: return try power()
    }
  }

  mutating func power() throws(ParseError) -> Int {
    let start = token.range.lowerBound
    var base = try primary()
    if arrays != nil { base = try finished(base, from: start) }
    switch token.kind {
    case .power:
      let sign = token.range.lowerBound
      if arrays != nil, let turned = try transposedPower(of: base, from: start) { return turned }
      advance()
      let exponent = try nested { parser throws(ParseError) in try parser.exponent() }
      let power = expression.append(.power, base, exponent)
      try check(power, from: start, sign: sign)
      return power
    case .superscript(let value):
      advance()
      let exponent = expression.append(.number(Swift.abs(value)))
      guard value >= 0 else {
        return expression.append(.power, base, expression.append(.negate, exponent, exponent))
      }
      return expression.append(.power, base, exponent)
    default: return base
    }
  }

  private mutating func exponent() throws(ParseError) -> Int {
    switch token.kind {
    case .plus:
      advance()
      return try nested { parser throws(ParseError) in try parser.exponent() }
    case .minus:
      advance()
      let operand = try nested { parser throws(ParseError) in try parser.exponent() }
      return expression.append(.negate, operand, operand)
    default: return try power()
    }
  }

  private mutating func primary() throws(ParseError) -> Int {
    let start = token
    switch start.kind {
    case .number(let value):
      advance()
      switch token.kind {
      case .plus, .minus, .times, .divide, .power, .superscript, .open, .close, .end: break
      default: if let number = try longerNumber(from: start, value) { return number }
      }
      return expression.append(.number(value))
    case .fraction(let numerator, let denominator):
      advance()
      return append(numerator, over: denominator)
    case .name(let name):
      advance()
      return try named(name, at: start.range)
    case .open, .openBrace:
      advance()
      let inner = try enclosed(isInArguments: false)
      try close(start)
      return inner
    case .bar: return try absoluteValue()
    case .root: return try squareRoot()
    case .quotient: return try quotient()
    case .end:
      throw ParseError(.unexpectedEnd, at: start.range)
    case .comma: throw leadingComma()
    case .brackets: return try literal()
    case .library(let name): return try libraryCall(name)
    case .close, .closeBrace, .plus, .minus, .times, .divide, .power, .superscript, .percent, .at,
      .circle, .dot, .cross, .transpose, .method, .comparison, .equals:
      throw ParseError(.expectedOperand(found: spelling), at: start.range)
    }
  }

  /// Appends a fraction as it would be typed.
  mutating func append(_ numerator: Int, over denominator: Int) -> Int {
    let above = expression.append(.number(Double(numerator)))
    return expression.append(.divide, above, expression.append(.number(Double(denominator))))
  }

  mutating func close(_ open: Token) throws(ParseError) {
    switch token.kind {
    case .close where open.kind == .open, .closeBrace where open.kind == .openBrace: advance()
    case .end, .close, .closeBrace:
      throw ParseError(
        open.kind == .open ? .unclosedParenthesis : .unclosedBrace, at: open.range)
    case .comma: throw strayComma()
    default: throw secondExponent()
    }
  }

  mutating func append(name: String, at range: Range<Int>) -> Int {
    let count = expression.names.count
    let index = expression.append(name: name)
    if expression.names.count > count { nameRanges.append(range) }
    return index
  }

  /// Reads `|x|`.
  private mutating func absoluteValue() throws(ParseError) -> Int {
    let open = token
    advance()
    openBars += 1
    let inner = try nested { parser throws(ParseError) in try parser.sum() }
    guard token.kind == .bar else {
      throw ParseError(.unknownSign("|"), at: open.range)
    }
    openBars -= 1
    advance()
    // In `|a|b|c|` the bars may pair in two ways.
    switch token.kind {
    case .name, .number, .open, .root:
      guard !tokens[position...].contains(where: { $0.kind == .bar }) else {
        throw ParseError(.ambiguous("|"), at: open.range)
      }
    default: break
    }
    return expression.append(.abs, inner, inner)
  }

  private mutating func quotient() throws(ParseError) -> Int {
    let command = token
    advance()
    let above = try part(of: command)
    let below = try part(of: command)
    return expression.append(.divide, above, below)
  }

  /// One of the two parts of a `\frac`: braces, one digit or one letter.
  private mutating func part(of command: Token) throws(ParseError) -> Int {
    let start = token
    switch start.kind {
    case .openBrace:
      advance()
      let inner = try enclosed(isInArguments: false)
      try close(start)
      return inner
    case .number(let value) where start.range.count == 1:
      advance()
      return expression.append(.number(value))
    case .name(let name) where start.range.count == 1 || scalars[start.range.lowerBound] == "\\":
      advance()
      return try named(name, at: start.range)
    default:
      throw ParseError(.commandWithoutBraces(text(at: command.range)), at: command.range)
    }
  }

  /// Reads `√x`; what is written close behind `√x` may belong under the root.
  private mutating func squareRoot() throws(ParseError) -> Int {
    let root = token
    advance()
    let first = token
    let radicand = try nested { parser throws(ParseError) in try parser.primary() }
    let end = token(at: -1).range.upperBound
    if first.kind != .open, first.kind != .openBrace, token.range.lowerBound == end,
      scalars[root.range.lowerBound] != "\\"
    {
      switch token.kind {
      case .name, .number, .power, .superscript, .fraction:
        throw rootOverMore(root, first.range.lowerBound..<end)
      default: break
      }
    }
    return expression.append(.sqrt, radicand, radicand)
  }
}
