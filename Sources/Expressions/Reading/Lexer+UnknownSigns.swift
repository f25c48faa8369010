extension Lexer {
  /// What to say of a sign that no formula has.
  func unknownSign(at start: Int) -> ParseError {
    let sign = scalars[start]
    let range = start..<start + 1
    var error = ParseError(.unknownSign(String(sign.onOneLine)), at: range)
    switch sign {
    case "$", "\"", "“", "”", "„", "`", "«", "»", "€", "£", "¥":
      error.reason = .meaningless(String(sign))
      error.remedy = Remedy([""], at: range)
    case "'" where !isBehindOperand(start), "’" where !isBehindOperand(start),
      "~" where isFirst, "≈" where isFirst, "…" where isLast(start),
      ";" where isLast(start), "." where isLast(start), "!" where isFirst:
      error.reason = .meaningless(String(sign))
      error.remedy = Remedy([""], at: range)
    case "'", "’", "_":
      // `12'500` and `12_500` are one number.
      guard start > 0, isDigit(at: start - 1), isDigit(at: start + 1) else { break }
      error.reason = .meaningless(String(sign))
      error.remedy = Remedy([""], at: range)
    case "°": degrees(at: start, &error)
    case "‰": replace(number: start, &error) { "(\($0)/1000)" }
    case "∛": root("3", at: start, &error)
    case "∜": root("4", at: start, &error)
    case "±", "∓":
      error.reason = .ambiguous(String(sign))
      error.remedy = Remedy(["+", "-"], at: range)
    case "⊙", "∘", "⊗", "@", "＊": offer("*", for: start, &error)
    case "∧", "↑": offer("^", for: start, &error)
    case ".": point(at: start, &error)
    default:
      guard let value = sign.properties.numericValue, sign.raisedFromSubscript == nil,
        !isBehindOperand(start)
      else {
        if sign.onOneLine != sign || sign.isDecoration {
          error.reason = .meaningless(String(sign.onOneLine))
          error.remedy = Remedy([""], at: range)
        }
        break
      }
      offer(value.shortestText, for: start, &error)
    }
    return error
  }

  private func offer(_ text: String, for start: Int, _ error: inout ParseError) {
    error.reason = .writtenOtherwise(String(scalars[start]))
    error.remedy = Remedy([text], at: start..<start + 1)
  }

  private func isBehindOperand(_ start: Int) -> Bool {
    switch tokens.last?.kind {
    case .number, .fraction, .name, .close, .closeBrace, .superscript, .percent: true
    default: false
    }
  }

  /// The range of the number or name before a sign.
  private func operand(before start: Int) -> Range<Int>? {
    guard let last = tokens.last else { return nil }
    switch last.kind {
    case .number, .name: return last.range
    default: return nil
    }
  }

  private func replace(
    number start: Int, _ error: inout ParseError, by text: (String) -> String
  ) {
    guard let operand = operand(before: start) else { return }
    error.reason = .writtenOtherwise(self.text(operand.lowerBound..<start + 1))
    error.remedy = Remedy([text(self.text(operand))], at: operand.lowerBound..<start + 1)
  }

  /// Angles are in radians; the parentheses keep what stands around the angle from taking it apart.
  private func degrees(at start: Int, _ error: inout ParseError) {
    replace(number: start, &error) { angle in
      let factor = known.contains("pi") ? "3.141592653589793" : "pi"
      let isAlone =
        (tokens.count < 2 || [.open, .plus, .comma].contains(tokens[tokens.count - 2].kind))
        && (isLast(start) || scalar(at: start + 1) == ")")
      let radians = known.contains("pi") ? "\(angle)*\(factor)/180" : "\(angle) pi/180"
      return isAlone ? radians : "(\(radians))"
    }
    if error.remedy != nil {
      error.reason = .degrees(text(operand(before: start) ?? start..<start) + "°")
    }
  }

  private func root(_ degree: String, at start: Int, _ error: inout ParseError) {
    var end = start + 1
    while let scalar = scalar(at: end), Lexer.continuesName(scalar) || scalar == "." { end += 1 }
    guard end > start + 1 else { return }
    error.reason = .writtenOtherwise(text(start..<end))
    error.remedy = Remedy(["(\(text(start + 1..<end)))^(1/\(degree))"], at: start..<end)
  }

  /// A point behind a name: `np.exp(x)` of a program, or a product.
  private func point(at start: Int, _ error: inout ParseError) {
    guard case .name(let library) = tokens.last?.kind, let range = tokens.last?.range,
      range.upperBound == start, let next = scalar(at: start + 1), Lexer.beginsName(next)
    else { return }
    if Lexer.libraries.contains(library) {
      error.reason = .writtenOtherwise("\(library).")
      error.remedy = Remedy([""], at: range.lowerBound..<start + 1)
    }
  }

  static let libraries: Set = [
    "np", "numpy", "math", "torch", "jnp", "tf", "F", "nn", "Math",
  ]

  func strayEquals(at start: Int) -> ParseError {
    var error = ParseError(.strayEquals, at: start..<start + 1)
    let right = text(start + 1..<end)
    if right.contains(where: { !$0.isWhitespace }), !right.contains("=") {
      let trimmed = right.drop(while: \.isWhitespace)
      error.remedy = Remedy([String(trimmed)], at: 0..<end)
    }
    return error
  }

  /// Tells how to write `\sqrt[3]{x}`.
  private func higherRoot(at start: Int) -> ParseError {
    let root = (tokens.last?.range ?? start..<start).lowerBound
    var error = ParseError(.writtenOtherwise(text(root..<start + 1)), at: root..<start + 1)
    guard let close = scalars[start..<end].firstIndex(of: "]"), scalar(at: close + 1) == "{",
      let brace = scalars[close..<end].firstIndex(of: "}")
    else { return error }
    let power = "(\(text(close + 2..<brace)))^(1/(\(text(start + 1..<close))))"
    error.remedy = Remedy([power], at: root..<brace + 1)
    return error
  }

  /// Brackets group nothing; where they can be meant to, the parentheses are named.
  func bracket(at start: Int) -> ParseError {
    var error = ParseError(.otherBracket(text(start..<start + 1)), at: start..<start + 1)
    guard scalars[start] == "[" else { return error }
    if case .name(let name) = tokens.last?.kind, Operation.functions[name] == nil { return error }
    if tokens.last?.kind == .power { return error }
    if tokens.last?.kind == .root { return higherRoot(at: start) }
    var depth = 0
    for index in start..<end {
      if scalars[index] == "[" { depth += 1 }
      if scalars[index] == "]" { depth -= 1 }
      guard depth == 0 else { continue }
      error.remedy = Remedy(["(\(text(start + 1..<index)))"], at: start..<index + 1)
      return error
    }
    return error
  }
}

extension Unicode.Scalar {
  /// Whether it is a picture or an ornament, which no formula can mean.
  fileprivate var isDecoration: Bool {
    properties.generalCategory == .otherSymbol || properties.generalCategory == .unassigned
      || properties.generalCategory == .privateUse || properties.generalCategory == .format
  }
}
