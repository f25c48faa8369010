extension Lexer {
  /// Reads digits with a point and an exponent.
  mutating func readNumber() throws(ParseError) {
    let start = position
    skipDigits()
    if scalar(at: position) == "." {
      position += 1
      skipDigits()
    }
    let mantissaEnd = position
    var isSigned = false
    if let exponent = scalar(at: position), exponent == "e" || exponent == "E" {
      let sign = scalar(at: position + 1)
      isSigned = sign.map { $0 == "+" || $0.isMinus } ?? false
      let digits = position + (isSigned ? 2 : 1)
      if isDigit(at: digits), isSigned || !isBoundName(at: position) {
        position = digits
        skipDigits()
      } else {
        isSigned = false
      }
    }
    if scalar(at: position) == "." { throw severalPoints(from: start) }
    let digits = text(start..<position)
    let plain =
      isSigned
      ? String(String.UnicodeScalarView(digits.unicodeScalars.map { $0.isMinus ? "-" : $0 }))
      : digits
    guard let value = Double(plain) else {
      throw ParseError(.unreadableNumber(digits), at: start..<position)
    }
    guard value.isFinite else {
      throw ParseError(.numberTooLarge(digits), at: start..<position)
    }
    append(.number(value), from: start)
    if isSigned, known.contains(text(mantissaEnd..<mantissaEnd + 1)) {
      doubts.append(
        .powerOfTen(
          mantissa: start..<mantissaEnd, letter: mantissaEnd, exponent: mantissaEnd + 1..<position,
          in: scalars))
    }
  }

  private mutating func skipDigits() {
    while isDigit(at: position) { position += 1 }
  }

  /// Whether a bound name such as `e1` begins here.
  private func isBoundName(at start: Int) -> Bool {
    guard !known.isEmpty else { return false }
    var end = start + 1
    while isDigit(at: end) { end += 1 }
    if known.contains(text(start..<end)) { return true }
    while let scalar = scalar(at: end), Lexer.continuesName(scalar) { end += 1 }
    return known.contains(text(start..<end))
  }

  /// Points that end a sentence, or that part thousands, as in `1.234.567`, are told how to go.
  private mutating func severalPoints(from start: Int) -> ParseError {
    while isDigit(at: position) || scalar(at: position) == "." { position += 1 }
    if scalar(at: position) == ",", isDigit(at: position + 1) {
      position += 1
      skipDigits()
    }
    let typed = text(start..<position)
    var error = ParseError(.unreadableNumber(typed), at: start..<position)
    let whole = String(typed.reversed().drop { $0 == "." }.reversed())
    if Double(whole) != nil {
      error.remedy = Remedy([whole], at: error.range)
    } else if let number = NumberGroups(typed).number {
      error.remedy = Remedy([number], at: error.range)
    }
    return error
  }
}
