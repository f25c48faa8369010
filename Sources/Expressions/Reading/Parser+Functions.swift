extension Parser {
  mutating func named(_ name: String, at range: Range<Int>) throws(ParseError) -> Int {
    if arrays != nil, let call = try arrayCall(name, at: range) { return call }
    if let function = Operation.functions[name] {
      return try call(function, named: name, at: range)
    }
    if !known.contains(name) {
      if let constant = Expression.Constant(rawValue: name) {
        return expression.append(.constant(constant))
      }
      if token.kind == .open { throw unknownFunction(name, at: range) }
    }
    return append(name: name, at: range)
  }

  private mutating func call(
    _ function: Operation, named name: String, at range: Range<Int>
  ) throws(ParseError) -> Int {
    guard token.kind == .open || token.kind == .openBrace else {
      throw withoutParentheses(name, at: range)
    }
    let open = token
    let first = position
    advance()
    guard token.kind != .close else {
      throw ParseError(
        .wrongArgumentCount(name, expected: function.arity, found: 0), at: range)
    }
    // `log(8, 2)` has a base elsewhere, and `log(8,2)` no decimal comma.
    let isInArguments = function.arity > 1 || function == .log
    var operands = [try enclosed(isInArguments: isInArguments)]
    while token.kind == .comma {
      advance()
      operands.append(try enclosed(isInArguments: isInArguments))
    }
    try close(open)
    guard operands.count == function.arity else {
      throw wrongCount(name, function, found: operands.count, at: range, opening: first)
    }
    let result = expression.append(function, operands[0], operands[operands.count - 1])
    try check(result, from: range.lowerBound, sign: range.lowerBound)
    return result
  }

  /// Tells how to write `max(a, b, c)` and `log(x, 2)`.
  private func wrongCount(
    _ name: String, _ function: Operation, found: Int, at range: Range<Int>, opening: Int
  ) -> ParseError {
    var error = ParseError(
      .wrongArgumentCount(name, expected: function.arity, found: found), at: range)
    guard let arguments = arguments(opening: opening) else { return error }
    let whole = range.lowerBound..<arguments.end
    let texts = arguments.texts
    switch function {
    case .min, .max:
      guard texts.count > 2 else { break }
      let nested = texts.dropFirst().reduce(texts[0]) { "\(name)(\($0), \($1))" }
      error.remedy = Remedy([nested], at: whole)
    case .log:
      guard texts.count == 2 else { break }
      let logarithms = texts.map { "ln(\($0))" }
      error.remedy = Remedy(
        ["(\(logarithms[0])/\(logarithms[1]))", "(\(logarithms[1])/\(logarithms[0]))"], at: whole)
    default: break
    }
    return error
  }

  /// The texts of the arguments in the parentheses that open at a token, and where the parentheses end.
  ///
  /// - Complexity: O(n) in the tokens of the arguments.
  private func arguments(opening: Int) -> (texts: [String], end: Int, next: Int)? {
    var depth = 0
    var texts: [String] = []
    var start = tokens[opening].range.upperBound
    for index in opening..<tokens.count {
      let token = tokens[index]
      func take() {
        texts.append(text(at: start..<token.range.lowerBound).trimmingBlanks)
        start = token.range.upperBound
      }
      switch token.kind {
      case .open, .openBrace: depth += 1
      case .comma where depth == 1: take()
      case .close, .closeBrace:
        depth -= 1
        guard depth == 0 else { continue }
        take()
        return (texts, token.range.upperBound, index + 1)
      default: break
      }
    }
    return nil
  }

  private func unknownFunction(_ name: String, at range: Range<Int>) -> ParseError {
    let arguments = arguments(opening: position)
    let whole = range.lowerBound..<(arguments?.end ?? range.upperBound)
    if let function = ForeignFunction.named(name) {
      var error = ParseError(.foreignFunction(name), at: range)
      let texts = function.texts((arguments?.texts ?? []).map(argument))
      if !texts.isEmpty {
        let isAlone = isTerm(from: position - 1, to: arguments?.next ?? position)
        error.remedy = Remedy(
          texts.map { isAlone || Parser.isCall($0) ? $0 : "(\($0))" }, at: whole)
      }
      return error
    }
    if let product = Formula.product(in: name, known: known) {
      let rest = text(at: range.upperBound..<whole.upperBound)
      return ParseError(
        .unknownFunction(name, suggestion: nil), at: range,
        remedy: Remedy(["\(product) \(rest)"], at: whole))
    }
    let suggestion = Formula.function(near: name)
    return ParseError(
      .unknownFunction(name, suggestion: suggestion), at: range,
      remedy: suggestion.map { Remedy([$0], at: range) })
  }

  /// An argument with the parentheses that it needs beside signs; a name that is not bound may be a product.
  private func argument(_ text: String) -> ForeignFunction.Argument {
    let isName = known.contains(text) || text.count == 1 && text.first?.isLetter ?? false
    let isAtom = isName || text.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
    return ForeignFunction.Argument(whole: text, factor: isAtom ? text : "(\(text))")
  }

  /// Whether some tokens are a term of a sum, so that what stands for them needs no parentheses.
  private func isTerm(from first: Int, to end: Int) -> Bool {
    if first > 0 {
      switch tokens[first - 1].kind {
      case .plus, .open, .openBrace, .comma: break
      default: return false
      }
    }
    switch tokens[min(end, tokens.count - 1)].kind {
    case .plus, .minus, .close, .closeBrace, .comma, .end: return true
    default: return false
    }
  }

  /// Whether a text is one call of a function, as `sigmoid(z)`.
  private static func isCall(_ text: String) -> Bool {
    guard let open = text.firstIndex(of: "("), text.last == ")" else { return false }
    return Operation.functions[String(text[..<open])] != nil
      && (try? Formula(text))?.expression.isCall ?? false
  }

  /// Tells how to write `sin x`, `sin² x`, `sin^2(x)` and `2cos 2w`.
  private func withoutParentheses(_ name: String, at range: Range<Int>) -> ParseError {
    var exponent = ""
    var start = position
    if case .superscript(let value) = tokens[start].kind {
      exponent = "^\(value.shortestText)"
      start += 1
    } else if tokens[start].kind == .power {
      let isSigned = token(at: 1).kind == .minus
      guard case .number(let value) = token(at: isSigned ? 2 : 1).kind else {
        return ParseError(.functionWithoutParentheses(name), at: range)
      }
      exponent = "^\(isSigned ? "-" : "")\(value.shortestText)"
      start += isSigned ? 3 : 2
    }
    if exponent == "^-1" { return ParseError(.inverseFunction(name), at: range) }
    var error = ParseError(.functionWithoutParentheses(name), at: range)
    guard Operation.functions[name]?.arity == 1, let end = factorEnd(from: start, isFirst: true)
    else { return error }
    let last = restEnd(from: end)
    func text(_ from: Int, _ to: Int) -> String {
      self.text(at: tokens[from].range.lowerBound..<tokens[to - 1].range.upperBound)
    }
    let argument = Parser.withoutParentheses(text(start, end))
    let one = "\(name)(\(argument))\(exponent)"
    // A number close before the function belongs to what is read.
    var before = ""
    var lower = range.lowerBound
    let prior = position - 2
    if prior >= 0, case .number = tokens[prior].kind,
      tokens[prior].range.upperBound == range.lowerBound
    {
      before = self.text(at: tokens[prior].range)
      lower = tokens[prior].range.lowerBound
    }
    guard last > end, tokens[start].kind != .open else {
      error.remedy = Remedy(
        [before + one], at: lower..<tokens[end - 1].range.upperBound)
      return error
    }
    let upper = tokens[last - 1].range.upperBound
    let rest = self.text(at: tokens[end - 1].range.upperBound..<upper)
    error.remedy = Remedy(
      [before + one + rest, "\(before)\(name)(\(text(start, last)))\(exponent)"], at: lower..<upper)
    return error
  }

  /// The text without the parentheses that enclose it whole.
  private static func withoutParentheses(_ text: String) -> String {
    guard text.first == "(", text.last == ")" else { return text }
    var depth = 0
    for (index, character) in text.enumerated() {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth == 0, index + 1 < text.count { return text }
    }
    return String(text.dropFirst().dropLast())
  }

  /// The token behind a factor that begins at a token; `2w` and `x^2` are one.
  private func factorEnd(from start: Int, isFirst: Bool = false, depth: Int = 0) -> Int? {
    guard start < tokens.count, depth < Parser.nestingLimit else { return nil }
    var end = start + 1
    switch tokens[start].kind {
    case .minus, .root: return factorEnd(from: start + 1, isFirst: isFirst, depth: depth + 1)
    case .number, .fraction: break
    case .name(let name):
      if Operation.functions[name] != nil {
        guard end < tokens.count else { return nil }
        if tokens[end].kind == .open {
          guard let call = arguments(opening: end) else { return nil }
          end = call.next
        } else {
          return factorEnd(from: end, depth: depth + 1)
        }
      }
    case .open:
      guard let group = arguments(opening: start) else { return nil }
      end = group.next
    case .bar:
      guard let close = tokens[end...].firstIndex(where: { $0.kind == .bar }) else { return nil }
      end = close + 1
    default: return nil
    }
    while end < tokens.count {
      let isClose = tokens[end].range.lowerBound == tokens[end - 1].range.upperBound
      switch tokens[end].kind {
      case .superscript: end += 1
      case .power:
        guard let exponent = factorEnd(from: end + 1, depth: depth + 1) else { return end }
        end = exponent
      case .name where isFirst && isClose, .open where isFirst && isClose:
        guard let next = factorEnd(from: end, depth: depth + 1) else { return end }
        end = next
      default: return end
      }
    }
    return end
  }

  /// The token behind the factors that go on from a token.
  private func restEnd(from start: Int) -> Int {
    var end = start
    while end < tokens.count {
      switch tokens[end].kind {
      case .name, .open, .number, .root:
        guard let next = factorEnd(from: end) else { return end }
        end = next
      case .times, .divide:
        guard let next = factorEnd(from: end + 1) else { return end }
        end = next
      default: return end
      }
    }
    return end
  }

  /// Asks how far a root reaches.
  func rootOverMore(_ root: Token, _ radicand: Range<Int>) -> ParseError {
    var end = position
    var upper = radicand.upperBound
    while end < tokens.count, tokens[end].range.lowerBound == upper {
      switch tokens[end].kind {
      case .name, .number, .power, .superscript, .fraction: break
      default: upper = tokens[end].range.lowerBound - 1
      }
      guard tokens[end].range.lowerBound == upper else {
        upper = tokens[end].range.lowerBound
        break
      }
      upper = tokens[end].range.upperBound
      end += 1
    }
    let range = root.range.lowerBound..<upper
    let inner = text(at: radicand)
    let rest = text(at: radicand.upperBound..<upper)
    return ParseError(
      .ambiguous(text(at: range)), at: range,
      remedy: Remedy(["sqrt(\(inner))\(rest)", "sqrt(\(inner)\(rest))"], at: range))
  }
}

extension Expression {
  /// Whether the formula is one call of a function.
  fileprivate var isCall: Bool {
    switch terms[root] {
    case .unary(let operation, _), .binary(let operation, _, _): operation.functionName != nil
    case .number, .constant, .name, .array: false
    }
  }
}
