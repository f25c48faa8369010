/// Cuts a formula into tokens, whatever way its signs were typed or pasted.
struct Lexer {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// All tokens, closed by one `end`.
  ///
  /// - Complexity: O(n) in the length of the text.
  static func tokens(of text: String) throws(ParseError) -> [Token] {
    var lexer = Lexer(text)
    var tokens: [Token] = []
    while let token = try lexer.next() { tokens.append(token) }
    tokens.append(Token(kind: .end, range: lexer.position..<lexer.position))
    return tokens
  }

  private func scalar(at index: Int) -> Unicode.Scalar? {
    index < scalars.count ? scalars[index] : nil
  }

  private func isDigit(at index: Int) -> Bool {
    scalar(at: index).map { ("0"..."9").contains($0) } ?? false
  }

  private func text(from start: Int) -> String {
    var text = ""
    for scalar in scalars[start..<position] { text.unicodeScalars.append(scalar) }
    return text
  }

  private mutating func next() throws(ParseError) -> Token? {
    while let space = scalar(at: position), space.properties.isWhitespace { position += 1 }
    guard let first = scalar(at: position) else { return nil }
    let start = position
    if isDigit(at: start) || (first == "." && isDigit(at: start + 1)) { return try number() }
    if Lexer.beginsName(first) { return name() }
    if Lexer.digit(ofSuperscript: first) != nil { return try superscript() }
    position += 1
    let kind: Token.Kind
    switch first {
    case "+", "＋": kind = .plus
    case _ where first.isMinus: kind = .minus
    case "*":
      if scalar(at: position) == "*" {
        position += 1
        kind = .power
      } else {
        kind = .times
      }
    case "×", "·", "⋅", "∙", "∗": kind = .times
    case "/", "÷", "∕", "⁄": kind = .divide
    case "^": kind = .power
    case "½": kind = .half
    case "(": kind = .open
    case ")": kind = .close
    case ",": kind = .comma
    case "[", "]", "{", "}":
      throw ParseError(.otherBracket(String(first)), at: start..<position)
    case "=":
      throw ParseError(.strayEquals, at: start..<position)
    default:
      let shown = first.properties.generalCategory == .control ? "�" : String(first)
      throw ParseError(.unknownCharacter(shown), at: start..<position)
    }
    return Token(kind: kind, range: start..<position)
  }

  private mutating func number() throws(ParseError) -> Token {
    let start = position
    while isDigit(at: position) { position += 1 }
    if scalar(at: position) == "." {
      position += 1
      while isDigit(at: position) { position += 1 }
    }
    if let exponent = scalar(at: position), exponent == "e" || exponent == "E" {
      let sign = scalar(at: position + 1)
      let isSigned = sign.map { $0 == "+" || $0.isMinus } ?? false
      let digits = position + (isSigned ? 2 : 1)
      if isDigit(at: digits) {
        position = digits
        while isDigit(at: position) { position += 1 }
      }
    }
    if scalar(at: position) == "." {
      position += 1
      while isDigit(at: position) || scalar(at: position) == "." { position += 1 }
      throw ParseError(.unreadableNumber(text(from: start)), at: start..<position)
    }
    let digits = text(from: start)
    let plain = String(
      String.UnicodeScalarView(digits.unicodeScalars.map { $0.isMinus ? "-" : $0 }))
    guard let value = Double(plain) else {
      throw ParseError(.unreadableNumber(digits), at: start..<position)
    }
    guard value.isFinite else {
      throw ParseError(.numberTooLarge(digits), at: start..<position)
    }
    return Token(kind: .number(value), range: start..<position)
  }

  private mutating func name() -> Token {
    let start = position
    position += 1
    while let scalar = scalar(at: position), Lexer.continuesName(scalar) { position += 1 }
    let name = text(from: start)
    return Token(kind: .name(name == "π" ? "pi" : name), range: start..<position)
  }

  private mutating func superscript() throws(ParseError) -> Token {
    let start = position
    var digits = ""
    while let scalar = scalar(at: position), let digit = Lexer.digit(ofSuperscript: scalar) {
      digits.append(digit)
      position += 1
    }
    guard let value = Double(digits) else {
      throw ParseError(.unreadableNumber(text(from: start)), at: start..<position)
    }
    return Token(kind: .superscript(value), range: start..<position)
  }

  private static func digit(ofSuperscript scalar: Unicode.Scalar) -> Character? {
    switch scalar {
    case "⁻": "-"
    case "¹": "1"
    case "²": "2"
    case "³": "3"
    case "⁰", "⁴"..."⁹": Unicode.Scalar(scalar.value - 0x2070 + 0x30).map { Character($0) }
    default: nil
    }
  }

  /// Whether a name may begin with a scalar: a letter of any script.
  static func beginsName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: true
    default: false
    }
  }

  static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    // A letter may be written as a base letter and a mark.
    beginsName(scalar) || scalar == "_" || ("0"..."9").contains(scalar)
      || scalar.properties.generalCategory == .nonspacingMark
  }
}

extension Unicode.Scalar {
  /// Whether it is a minus, as keyboards type it or as a typeset page has it.
  public var isMinus: Bool {
    switch self {
    case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2212}", "\u{FE63}", "\u{FF0D}":
      true
    default: false
    }
  }
}
