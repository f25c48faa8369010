/// Cuts a formula into tokens, whatever way its signs were typed or pasted.
struct Lexer {
  /// What was typed, with the digits and signs of a keyboard for their other shapes.
  var scalars: [Unicode.Scalar]
  /// Where the part that is read ends.
  var end: Int
  /// The names that are bound: `2e1` is 2·e1 only for them.
  let known: Set<String>
  /// Whether the signs of arrays are read.
  let hasArrays: Bool
  var position = 0
  private(set) var tokens: [Token] = []
  /// What was read in one way and may have been meant in another.
  var doubts: [ParseError] = []

  private init(_ scalars: [Unicode.Scalar], known: Set<String>, hasArrays: Bool) {
    self.scalars = scalars
    end = scalars.count
    self.known = known
    self.hasArrays = hasArrays
    tokens.reserveCapacity(scalars.count / 2 + 1)
  }

  /// The scalars of a text, with the digits and signs of a keyboard for their other shapes, one for one.
  static func scalars(of text: String) -> [Unicode.Scalar] {
    var scalars = Array(text.unicodeScalars)
    for index in scalars.indices where scalars[index].value > 0x7F {
      scalars[index] = scalars[index].plain
    }
    return scalars
  }

  /// All tokens, closed by one `end`, and the doubts that are left.
  ///
  /// - Complexity: O(n) in the length of the text.
  static func tokens(
    of scalars: [Unicode.Scalar], known: Set<String>, hasArrays: Bool = false
  ) throws(ParseError) -> (tokens: [Token], doubts: [ParseError]) {
    var lexer = Lexer(scalars, known: known, hasArrays: hasArrays)
    try lexer.readAll()
    lexer.append(.end, from: lexer.position)
    return (lexer.tokens, lexer.doubts)
  }

  mutating func readAll() throws(ParseError) {
    while position < end { try readNext() }
  }

  /// Takes the last token back, as where it was a library's name.
  mutating func takeLast() { tokens.removeLast() }

  mutating func append(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, range: start..<position))
  }

  func scalar(at index: Int) -> Unicode.Scalar? { index < end ? scalars[index] : nil }

  func isDigit(at index: Int) -> Bool { index < end && ("0"..."9").contains(scalars[index]) }

  func text(_ range: Range<Int>) -> String { String(scalars: scalars[range]) }

  /// Reads what stands at the position: blanks, or one token; of LaTeX and of superscripts several.
  private mutating func readNext() throws(ParseError) {
    let first = scalars[position]
    let start = position
    if first.isBlank || first.isInvisible {
      position += 1
      return
    }
    if hasArrays, try readArraySign(first) { return }
    if isDigit(at: start) || (first == "." && isDigit(at: start + 1)) { return try readNumber() }
    if Lexer.beginsName(first) { return try readName() }
    if first.loweredFromSuperscript != nil { return try readSuperscript() }
    if first == "\\" { return try readCommand() }
    // LaTeX stands between dollars.
    if first == "$", isFirst || isLast(start) {
      position = isFirst ? start + 1 : end
      return
    }
    position += 1
    append(try kind(of: first, at: start), from: start)
  }

  private mutating func kind(
    of first: Unicode.Scalar, at start: Int
  ) throws(ParseError) -> Token.Kind {
    switch first {
    case "+", "\u{FE62}", "\u{2795}": return .plus
    case _ where first.isMinus: return .minus
    case "*":
      guard scalar(at: position) == "*" else { return .times }
      position += 1
      return .power
    case "×", "·", "⋅", "∙", "∗", "•", "✕", "✖", "\u{2062}": return .times
    case "/", "÷", "∕", "⁄", "∶", "➗", ":": return .divide
    case "^", "ˆ": return .power
    case "(": return .open
    case ")": return .close
    case "{": return .openBrace
    case "}": return .closeBrace
    case ",": return .comma
    case "|", "∣": return .bar
    case "√": return .root
    case "%": return .percent
    case "=": throw strayEquals(at: start)
    case "[", "]": throw bracket(at: start)
    default:
      if let fraction = first.fraction {
        return .fraction(fraction.numerator, fraction.denominator)
      }
      throw unknownSign(at: start)
    }
  }

  /// Reads an exponent above the line: digits, or a formula such as `ⁿ⁻¹`; `¹⁄₂` is a fraction.
  private mutating func readSuperscript() throws(ParseError) {
    let start = position
    var lowered: [Unicode.Scalar] = []
    while let scalar = scalar(at: position), let plain = scalar.loweredFromSuperscript {
      lowered.append(plain)
      position += 1
    }
    let text = String(String.UnicodeScalarView(lowered))
    if let numerator = Int(text), scalar(at: position) == "⁄",
      let denominator = denominator(after: position + 1)
    {
      position = denominator.end
      return append(.fraction(numerator, denominator.value), from: start)
    }
    if lowered.dropFirst(lowered[0] == "-" ? 1 : 0).allSatisfy({ ("0"..."9").contains($0) }),
      let value = Double(text)
    {
      return append(.superscript(value), from: start)
    }
    let (after, whole) = (position, end)
    let typed = Array(scalars[start..<after])
    position = start
    append(.power, from: start)
    append(.open, from: start)
    scalars.replaceSubrange(start..<after, with: lowered)
    end = after
    try readAll()
    scalars.replaceSubrange(start..<after, with: typed)
    end = whole
    append(.close, from: after)
  }

  /// The number below the line that ends a fraction.
  private func denominator(after start: Int) -> (value: Int, end: Int)? {
    var index = start
    var digits = ""
    while let digit = scalar(at: index)?.raisedFromSubscript {
      digits.unicodeScalars.append(digit)
      index += 1
    }
    return Int(digits).map { ($0, index) }
  }

  /// Whether a name may begin with a scalar: a letter of any script.
  static func beginsName(_ scalar: Unicode.Scalar) -> Bool {
    // The tables of Unicode take a third of the time of reading.
    if scalar.isASCII { return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: true
    default: false
    }
  }

  static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    // A letter may be written as a base letter and a mark.
    beginsName(scalar) || scalar == "_" || ("0"..."9").contains(scalar)
      || (!scalar.isASCII && scalar.properties.generalCategory == .nonspacingMark
        && !scalar.isInvisible)
  }
}
