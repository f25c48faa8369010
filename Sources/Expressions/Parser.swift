/// Reads one formula.
///
/// `^` binds tighter than a sign, a sign tighter than `*`, `/` and juxtaposition, which go from the left
/// together; `+` and `-` come last. Sums and products of any length are read in a loop; only nesting recurses.
struct Parser {
  static let nestingLimit = 200

  private let scalars: [Unicode.Scalar]
  private let tokens: [Token]
  private let known: Set<String>
  private var position = 0
  private var depth = 0
  private var expression = Expression()
  /// Where each name stands first, in the order of `expression.names`.
  private var nameRanges: [Range<Int>] = []

  private init(_ text: String, known: Set<String>) throws(ParseError) {
    scalars = Array(text.unicodeScalars)
    tokens = try Lexer.tokens(of: text)
    self.known = known
  }

  /// Reads a formula to its end.
  ///
  /// - Parameter known: the names that are bound; they hide `pi` and `e`, and `w(a + b)` is a product for them.
  static func parse(
    _ text: String, known: Set<String>
  ) throws(ParseError) -> (Expression, [Range<Int>]) {
    var parser = try Parser(text, known: known)
    guard parser.token.kind != .end else {
      throw ParseError(.emptyFormula, at: 0..<max(1, text.unicodeScalars.count))
    }
    _ = try parser.sum()
    switch parser.token.kind {
    case .end: break
    case .close: throw ParseError(.unopenedParenthesis, at: parser.token.range)
    case .comma: throw ParseError(.strayComma, at: parser.token.range)
    default:
      throw ParseError(.expectedOperator(found: parser.spelling), at: parser.token.range)
    }
    return (parser.expression, parser.nameRanges)
  }

  private var token: Token { tokens[position] }

  private var next: Token { tokens[min(position + 1, tokens.count - 1)] }

  private mutating func advance() { position = min(position + 1, tokens.count - 1) }

  private func text(at range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  private var spelling: String { Parser.spelling(of: token.kind) }

  private static func spelling(of kind: Token.Kind) -> String {
    switch kind {
    case .number(let value): value.shortestText
    case .half: "½"
    case .name(let name): name
    case .plus: "+"
    case .minus: "-"
    case .times: "*"
    case .divide: "/"
    case .power: "^"
    case .superscript(let value): "^\(value.shortestText)"
    case .open: "("
    case .close: ")"
    case .comma: ","
    case .end: "the end"
    }
  }

  private mutating func nested<Result>(
    _ body: (inout Parser) throws(ParseError) -> Result
  ) throws(ParseError) -> Result {
    guard depth < Parser.nestingLimit else {
      throw ParseError(.tooDeep(limit: Parser.nestingLimit), at: token.range)
    }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  private mutating func sum() throws(ParseError) -> Int {
    var left = try product()
    while true {
      let operation: Operation
      switch token.kind {
      case .plus: operation = .add
      case .minus: operation = .subtract
      default: return left
      }
      advance()
      let right = try product()
      left = expression.append(operation, left, right)
    }
  }

  private mutating func product() throws(ParseError) -> Int {
    var left = try signed()
    while true {
      switch token.kind {
      case .times, .divide:
        let operation: Operation = token.kind == .times ? .multiply : .divide
        advance()
        let right = try signed()
        left = expression.append(operation, left, right)
      case .name, .open:
        let right = try power()
        left = expression.append(.multiply, left, right)
      case .number(let value):
        throw ParseError(.numberAfterFactor(value.shortestText), at: token.range)
      case .half:
        throw ParseError(.numberAfterFactor("½"), at: token.range)
      default: return left
      }
    }
  }

  private mutating func signed() throws(ParseError) -> Int {
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

  private mutating func power() throws(ParseError) -> Int {
    let base = try primary()
    switch token.kind {
    case .power:
      advance()
      let exponent = try nested { parser throws(ParseError) in try parser.exponent() }
      return expression.append(.power, base, exponent)
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
      if token.kind == .comma, case .number = next.kind, depth == 0 {
        let advice = "\(text(at: start.range)).\(text(at: next.range))"
        throw ParseError(
          .decimalComma(advice), at: start.range.lowerBound..<next.range.upperBound)
      }
      return expression.append(.number(value))
    case .half:
      advance()
      let one = expression.append(.number(1))
      return expression.append(.divide, one, expression.append(.number(2)))
    case .name(let name):
      advance()
      return try named(name, at: start.range)
    case .open:
      advance()
      let inner = try nested { parser throws(ParseError) in try parser.sum() }
      try close(start)
      return inner
    case .end:
      throw ParseError(.unexpectedEnd, at: start.range)
    case .close, .comma, .plus, .minus, .times, .divide, .power, .superscript:
      throw ParseError(.expectedOperand(found: spelling), at: start.range)
    }
  }

  private mutating func close(_ open: Token) throws(ParseError) {
    switch token.kind {
    case .close: advance()
    case .end: throw ParseError(.unclosedParenthesis, at: open.range)
    case .comma: throw ParseError(.strayComma, at: token.range)
    default: throw ParseError(.expectedOperator(found: spelling), at: token.range)
    }
  }

  private mutating func named(_ name: String, at range: Range<Int>) throws(ParseError) -> Int {
    if let function = Operation.functions[name] {
      return try call(function, named: name, at: range)
    }
    if !known.contains(name) {
      if let constant = Expression.Constant(rawValue: name) {
        return expression.append(.constant(constant))
      }
      if token.kind == .open {
        throw ParseError(
          .unknownFunction(
            name,
            suggestion: Spelling.nearest(to: name, among: Operation.functions.keys)),
          at: range)
      }
    }
    let count = expression.names.count
    let index = expression.append(name: name)
    if expression.names.count > count { nameRanges.append(range) }
    return index
  }

  private mutating func call(
    _ function: Operation, named name: String, at range: Range<Int>
  ) throws(ParseError) -> Int {
    guard token.kind == .open else { throw withoutParentheses(name, at: range) }
    let open = token
    advance()
    guard token.kind != .close else {
      throw ParseError(
        .wrongArgumentCount(name, expected: function.arity, found: 0), at: range)
    }
    var operands = [try nested { parser throws(ParseError) in try parser.sum() }]
    while token.kind == .comma {
      advance()
      operands.append(try nested { parser throws(ParseError) in try parser.sum() })
    }
    try close(open)
    guard operands.count == function.arity else {
      throw ParseError(
        .wrongArgumentCount(name, expected: function.arity, found: operands.count), at: range)
    }
    return expression.append(function, operands[0], operands[operands.count - 1])
  }

  /// Tells how to write `sin x`, `sin² x` and `sin^2(x)`.
  private func withoutParentheses(_ name: String, at range: Range<Int>) -> ParseError {
    var exponent = ""
    var ahead = position
    func kind(_ index: Int) -> Token.Kind { tokens[min(index, tokens.count - 1)].kind }
    if case .superscript(let value) = kind(ahead) {
      exponent = "^\(value.shortestText)"
      ahead += 1
    } else if kind(ahead) == .power, case .number(let value) = kind(ahead + 1) {
      exponent = "^\(value.shortestText)"
      ahead += 2
    }
    if kind(ahead) == .open { ahead += 1 }
    let argument =
      switch kind(ahead) {
      case .name(let argument) where Operation.functions[argument] == nil: argument
      case .number(let value): value.shortestText
      default: "x"
      }
    let arguments = Operation.functions[name]?.arity == 2 ? "\(argument), y" : argument
    return ParseError(
      .functionWithoutParentheses(name, advice: "\(name)(\(arguments))\(exponent)"), at: range)
  }
}
