extension ParseError {
  /// What is wrong and what to do, on one line.
  public var message: String { ParseError.onOneLine(message(writing: remedy?.texts ?? [])) }

  /// The message on a text that was typed as an answer: what to write is told whole where it is short.
  public func message(in typed: String) -> String {
    let whole = remedy?.applied(to: typed) ?? []
    return whole.allSatisfy { 1...48 ~= $0.unicodeScalars.count }
      ? ParseError.onOneLine(message(writing: whole)) : message
  }

  /// A sentence without the control characters and line ends of what it quotes.
  private static func onOneLine(_ sentence: String) -> String {
    String(String.UnicodeScalarView(sentence.unicodeScalars.map(\.onOneLine)))
  }

  private func message(writing texts: [String]) -> String {
    /// What to write, or else a sentence.
    func write(_ otherwise: String) -> String {
      texts.isEmpty || texts.contains("") ? otherwise : "write \(texts.joined(separator: " or "))"
    }
    switch reason {
    case .expectedOperand(let found):
      return "expected a number, a name or '(' before '\(found)'; write what belongs there"
    case .unexpectedEnd:
      return "the formula ends where a number, a name or '(' is expected; write the operand"
    case .emptyFormula:
      return "there is no formula here; write one such as a^2"
    case .unclosedParenthesis:
      return "this '(' is never closed; add a ')'"
    case .unclosedBrace:
      return "this '{' is never closed; add a '}'"
    case .unopenedParenthesis:
      return "this ')' closes nothing; "
        + (remedy == nil
          ? "add the '(' where its part begins" : "take it away or add a '(' before it")
    case .otherBracket(let bracket):
      return "'\(bracket)' is not part of a formula; "
        + write("an index is written as in w_1, and a group with ( and )")
    case .strayEquals:
      return "a second '=' in one formula; give each NAME = FORMULA on its own"
    case .strayComma:
      return "a ',' stands only between the arguments of a function; "
        + write("give one formula at a time")
    case .decimalComma:
      return "a decimal comma is not read; " + write("write the number") + " with a point"
    case .unreadableNumber(let text):
      return "'\(text)' is not a number; " + write("write it like 3, .5 or 1e-3")
    case .numberTooLarge(let text):
      return "'\(text)' is too large for a number; the largest is about 1.8e308"
    case .numberAfterFactor(let number):
      return texts.count > 1
        ? "'\(number)' follows a factor; " + write("")
        : "a number cannot follow a factor; write * before \(number)"
    case .unknownSign(let sign):
      return "'\(sign)' is not part of a formula; \(ParseError.advice(insteadOf: sign))"
    case .meaningless(let sign):
      return "'\(sign)' is not part of a formula; take it away"
    case .writtenOtherwise(let typed):
      return "'\(typed)' is not read; " + write("write it another way")
    case .degrees(let angle):
      return "\(angle) is an angle in degrees, and formulas use radians; "
        + write("multiply it by pi/180")
    case .ambiguous(let typed):
      return "'\(typed)' can be read in more than one way; " + write("put parentheses")
    case .percent:
      return "'%' here may be a percentage or a remainder; "
        + write("write /100 for a percentage; formulas have no remainder")
    case .unreadableIndex(let index):
      return "'\(index)' is not an index; an index is letters and digits, as in w_1"
    case .severalNames(let name):
      return "'\(name)' may be \(texts.joined(separator: " or ")) here; write the one you mean"
    case .commandWithoutBraces(let command):
      return "'\(command)' needs each of its parts in braces; write \(command){…}{…}"
    case .unknownName(let name, let suggestion):
      return "unknown name '\(name)'; "
        + (suggestion.map { "did you mean '\(question(on: $0))'?" }
          ?? ForeignFunction.advice(onName: name))
    case .unknownFunction(let name, let suggestion):
      if let suggestion { return "unknown function '\(name)'; did you mean '\(suggestion)'?" }
      return "unknown function '\(name)'; "
        + write("write \(name) * ( … ) for a product, and give \(name) a value")
    case .foreignFunction(let name):
      return "formulas have no function '\(name)'; "
        + write(ForeignFunction.named(name)?.advice ?? "write it with the functions they have")
    case .functionWithoutParentheses(let name):
      return "'\(name)' needs its argument in parentheses; " + write("write \(name)( … )")
    case .inverseFunction(let name):
      return "'\(name)^-1' may be 1/\(name) or the inverse of \(name); write 1/\(name)( … ) for "
        + "the first, and the second with the functions that formulas have"
    case .wrongArgumentCount(let name, let expected, let found):
      return "'\(name)' takes \(expected) argument\(expected == 1 ? "" : "s"), not \(found); "
        + write("write " + (expected == 1 ? "\(name)( … )" : "\(name)( … , … )"))
    case .array(let problem): return problem.message(writing: texts)
    case .tooDeep(let limit):
      return "nested more than \(limit) deep; break the formula into several"
    }
  }

  /// The name, or the ways to write the product, that an unknown name may be.
  private func question(on suggestion: String) -> String {
    remedy?.texts.joined(separator: "' or '") ?? suggestion
  }

  /// What is said of a formula that was read in the first of several ways.
  public func note(in text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let part = String(String.UnicodeScalarView(scalars[range.clamped(to: 0..<scalars.count)]))
    let texts = remedy?.texts ?? []
    return
      "'\(part)' is the number \(texts.first ?? part); write \(texts.last ?? part) for the product"
  }

  /// What to do instead of a sign of mathematics that formulas do not know.
  private static func advice(insteadOf sign: String) -> String {
    switch sign {
    case "!": "a factorial is written out as a product"
    case "'", "’", "′", "″": "a name has only letters, digits and _"
    case "<", ">", "≤", "≥", "≠", "≈", "~": "give only one side"
    case ";": "give one formula at a time"
    case "∞", "\\infty": "give a number that is finite"
    case "∂", "∇", "∑", "∏", "∫", "⌊", "⌋", "⌈", "⌉", "&", "\\sum", "\\prod", "\\partial",
      "\\nabla", "\\int":
      "write what it stands for with + - * / and ^"
    case ".": "write * for a product, and a number without spaces"
    case "|": "write abs( … ) for | … |"
    case "_": "a name begins with a letter"
    default: "write what it stands for"
    }
  }

  /// The text with carets under the place, and the message: three lines.
  ///
  /// Of a long text only the part around the place is shown.
  public func report(in text: String, width: Int = 76) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control ? " " : Character(scalar)
    }
    let lower = min(range.lowerBound, scalars.count)
    let length = max(1, min(range.count, width / 2))
    var start = 0
    var end = scalars.count
    if scalars.count > width {
      start = max(0, min(lower - width / 2, scalars.count - width))
      end = min(scalars.count, start + width)
    }
    let shown =
      (start > 0 ? "…" : "") + String(scalars[start..<end]) + (end < scalars.count ? "…" : "")
    let indent = String(repeating: " ", count: lower - start + (start > 0 ? 1 : 0))
    let carets = String(repeating: "^", count: max(1, min(length, end - lower)))
    return "  \(shown)\n  \(indent)\(carets)\n\(message)"
  }
}

extension ParseError {
  /// The question whether `2e-1` is a number or a product with e.
  ///
  /// - Parameters:
  ///   - mantissa: where the digits stand.
  ///   - letter: where the `e` or `E` stands.
  ///   - exponent: where sign and digits of the exponent stand, blanks among them.
  static func powerOfTen(
    mantissa: Range<Int>, letter: Int, exponent: Range<Int>, in scalars: [Unicode.Scalar]
  ) -> ParseError {
    func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
    let range = mantissa.lowerBound..<exponent.upperBound
    let signed = scalars[exponent].filter { !$0.properties.isWhitespace }
    let sign = signed.first.map { $0.isMinus } ?? false ? "-" : "+"
    let digits = String(String.UnicodeScalarView(signed.dropFirst()))
    let number = Double.plainText(text(mantissa), exponent: Int(sign + digits) ?? 0)
    let product = "\(text(mantissa))*\(text(letter..<letter + 1)) \(sign) \(digits)"
    return ParseError(
      .ambiguous(text(range)), at: range, remedy: Remedy([number, product], at: range))
  }
}

extension Double {
  /// A number with a power of ten, written so that no `e` is in it.
  static func plainText(_ mantissa: String, exponent: Int) -> String {
    guard (-20...20).contains(exponent) else { return "(\(mantissa)*10^\(exponent))" }
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    var digits = parts.joined()
    var point = parts[0].count + exponent
    if point <= 0 {
      digits = digits.zeroPadded(to: digits.count + 1 - point)
      point = 1
    }
    if point >= digits.count {
      digits += String(repeating: "0", count: point - digits.count)
    } else {
      let place = digits.index(digits.startIndex, offsetBy: point)
      digits.insert(".", at: place)
    }
    let whole = digits.drop { $0 == "0" }
    return whole.isEmpty || whole.first == "." ? "0" + whole : String(whole)
  }
}
