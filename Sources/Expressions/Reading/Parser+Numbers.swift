extension Parser {
  /// Reads on behind a number where more belongs to it: a percent sign, groups of digits, a fraction.
  ///
  /// - Returns: nothing where the number stands alone.
  mutating func longerNumber(from start: Token, _ value: Double) throws(ParseError) -> Int? {
    switch token.kind {
    case .fraction(let numerator, let denominator) where isWhole(start):
      advance()
      return mixed(value, numerator, denominator)
    case .percent:
      return try percentage(of: value)
    case .comma where !isInArguments && token.range.lowerBound == start.range.upperBound:
      return try parted(from: start)
    case .number:
      return try secondNumber(after: start, value)
    case .name("e"), .name("E"):
      try checkPowerOfTen(from: start)
      return nil
    default: return nil
    }
  }

  /// Whether a number is digits alone.
  private func isWhole(_ token: Token) -> Bool {
    guard case .number = token.kind else { return false }
    return scalars[token.range].allSatisfy { ("0"..."9").contains($0) }
  }

  /// Appends a whole number and a fraction.
  private mutating func mixed(_ whole: Double, _ numerator: Int, _ denominator: Int) -> Int {
    let left = expression.append(.number(whole))
    return expression.append(.add, left, append(numerator, over: denominator))
  }

  private mutating func percentage(of value: Double) throws(ParseError) -> Int {
    let sign = token
    advance()
    switch token.kind {
    case .plus, .minus, .times, .divide, .close, .closeBrace, .comma, .bar, .end: break
    default:
      throw ParseError(.percent, at: sign.range)
    }
    let number = expression.append(.number(value))
    return expression.append(.divide, number, expression.append(.number(100)))
  }

  func percentAfterFactor() -> ParseError {
    ParseError(.percent, at: token.range)
  }

  /// Reads digits that commas part, where they can be one number alone.
  private mutating func parted(from start: Token) throws(ParseError) -> Int? {
    var end = start.range.upperBound
    var last = position
    while last + 1 < tokens.count, tokens[last].kind == .comma,
      tokens[last].range.lowerBound == end, case .number = tokens[last + 1].kind,
      tokens[last + 1].range.lowerBound == end + 1
    {
      end = tokens[last + 1].range.upperBound
      last += 2
    }
    guard last > position else { return nil }
    let range = start.range.lowerBound..<end
    let typed = text(at: range)
    let (digits, exponent) = Parser.splitExponent(typed)
    let groups = NumberGroups(digits)
    if groups.isOneOrTheOther {
      throw ParseError(
        .ambiguous(typed), at: range,
        remedy: Remedy(groups.bothNumbers.map { $0 + exponent }, at: range))
    }
    guard let number = groups.number else { throw strayComma() }
    if groups.hasDecimalComma {
      throw ParseError(.decimalComma, at: range, remedy: Remedy([number + exponent], at: range))
    }
    guard let value = Double(number + exponent), value.isFinite else {
      throw ParseError(.unreadableNumber(typed), at: range)
    }
    position = last
    return expression.append(.number(value))
  }

  private static func splitExponent(_ typed: String) -> (digits: String, exponent: String) {
    guard let mark = typed.firstIndex(where: { $0 == "e" || $0 == "E" }) else { return (typed, "") }
    let exponent = typed[mark...].unicodeScalars.map { $0.isMinus ? "-" : $0 }
    return (String(typed[..<mark]), String(String.UnicodeScalarView(exponent)))
  }

  /// Reads `2 1/2`; any other number behind a number is asked about.
  private mutating func secondNumber(
    after start: Token, _ value: Double
  ) throws(ParseError) -> Int {
    let (numerator, slash, denominator) = (token, token(at: 1), token(at: 2))
    if isWhole(start), isWhole(numerator), slash.kind == .divide, isWhole(denominator),
      slash.range.lowerBound == numerator.range.upperBound,
      denominator.range.lowerBound == slash.range.upperBound,
      let above = Int(text(at: numerator.range)), let below = Int(text(at: denominator.range)),
      above < below
    {
      guard standsAlone(from: -1, to: 3) else {
        throw mixedOrProduct(from: start, upTo: denominator)
      }
      position = min(position + 3, tokens.count - 1)
      return mixed(value, above, below)
    }
    var last = position
    while last + 1 < tokens.count - 1, case .number = tokens[last + 1].kind { last += 1 }
    let numbers = [start] + tokens[position...last]
    let range = start.range.lowerBound..<tokens[last].range.upperBound
    let texts = numbers.map { text(at: $0.range) }
    let joined = NumberGroups(texts.joined(separator: " ")).joined ?? texts.joined()
    let one = Double(joined) == nil ? [] : [joined]
    throw ParseError(
      .numberAfterFactor(texts[1]), at: numerator.range,
      remedy: Remedy(one + [texts.joined(separator: "*")], at: range))
  }

  /// Whether nothing that binds tighter than a sum stands around some tokens.
  private func standsAlone(from first: Int, to end: Int) -> Bool {
    let before = position + first - 1
    if before >= 0 {
      switch tokens[before].kind {
      case .plus, .minus:
        // A sign behind an operator is a part of its operand.
        guard before > 0 else { break }
        switch tokens[before - 1].kind {
        case .times, .divide, .power: return false
        default: break
        }
      case .open, .openBrace, .comma, .bar: break
      default: return false
      }
    }
    switch token(at: end).kind {
    case .plus, .minus, .close, .closeBrace, .comma, .bar, .end: return true
    default: return false
    }
  }

  /// Asks whether a number before a fraction is added to it or multiplied with it.
  func mixedOrProduct(from start: Token, upTo end: Token? = nil) -> ParseError {
    let range = start.range.lowerBound..<(end ?? token(at: -1)).range.upperBound
    let whole = text(at: start.range)
    let fraction = text(at: start.range.upperBound..<range.upperBound)
      .drop { $0.isWhitespace }
    return ParseError(
      .ambiguous(text(at: range)), at: range,
      remedy: Remedy(["(\(whole) + \(fraction))", "\(whole)*\(fraction)"], at: range))
  }

  /// Asks back where a blank stands in what may be a power of ten.
  private func checkPowerOfTen(from start: Token) throws(ParseError) {
    let (letter, sign, digits) = (token, token(at: 1), token(at: 2))
    let isSign = sign.kind == .plus || sign.kind == .minus
    guard isSign, isWhole(digits), Parser.splitExponent(text(at: start.range)).exponent.isEmpty
    else { return }
    let isParted =
      letter.range.upperBound < sign.range.lowerBound
      && sign.range.upperBound < digits.range.lowerBound
    guard !isParted else { return }
    throw .powerOfTen(
      mantissa: start.range, letter: letter.range.lowerBound,
      exponent: sign.range.lowerBound..<digits.range.upperBound, in: scalars)
  }

  /// Tells what to do about a number behind a factor.
  func numberAfterFactor() -> ParseError {
    let number = token
    let spelled = text(at: number.range)
    let (before, first) = (token(at: -1), token(at: -2))
    var error = ParseError(
      .numberAfterFactor(spelled), at: number.range,
      remedy: Remedy(["* \(spelled)"], at: number.range))
    guard case .name(let name) = before.kind else { return error }
    if case .number = first.kind {
      let range = first.range.lowerBound..<number.range.upperBound
      let start = text(at: first.range)
      // `3 x 4` has a letter for the sign, `2e 3` a blank in a power of ten.
      if name.lowercased() == "x" {
        let product = "\(start)*\(spelled)"
        return known.contains(name)
          ? ParseError(
            .ambiguous(text(at: range)), at: number.range,
            remedy: Remedy([product, "\(start)*\(name)*\(spelled)"], at: range))
          : ParseError(
            .writtenOtherwise(text(at: range)), at: number.range,
            remedy: Remedy([product], at: range))
      }
      if name.lowercased() == "e", isWhole(number), Parser.splitExponent(start).exponent.isEmpty {
        error.remedy = Remedy(
          [Double.plainText(start, exponent: Int(spelled) ?? 0), "\(start)*\(name)*\(spelled)"],
          at: range)
        return error
      }
    }
    let indexed = ["\(name)\(spelled)", "\(name)_\(spelled)"].filter(known.contains)
    if !indexed.isEmpty {
      error.remedy = Remedy(
        ["\(name)*\(spelled)"] + indexed, at: before.range.lowerBound..<number.range.upperBound)
    }
    return error
  }

  /// Tells of `,5`.
  func leadingComma() -> ParseError {
    let comma = token
    let next = token(at: 1)
    guard isWhole(next), next.range.lowerBound == comma.range.upperBound, !isInArguments else {
      return ParseError(.expectedOperand(found: ","), at: comma.range)
    }
    let range = comma.range.lowerBound..<next.range.upperBound
    return ParseError(
      .decimalComma, at: range, remedy: Remedy(["0.\(text(at: next.range))"], at: range))
  }

  /// A comma that ends a text says nothing; any other parts what is no argument.
  func strayComma() -> ParseError {
    guard token(at: 1).kind == .end, position + 1 < tokens.count, token.kind == .comma else {
      return ParseError(.strayComma, at: token.range)
    }
    return ParseError(.meaningless(","), at: token.range, remedy: Remedy([""], at: token.range))
  }

  /// A parenthesis at the end that closes nothing can go.
  func unopened() -> ParseError {
    var error = ParseError(.unopenedParenthesis, at: token.range)
    if token(at: 1).kind == .end {
      error.remedy = Remedy([""], at: token.range)
    }
    return error
  }

  /// Asks what a second exponent belongs to, as in `a²^3`.
  func secondExponent() -> ParseError {
    ParseError(.ambiguous(spelling), at: token.range)
  }
}
