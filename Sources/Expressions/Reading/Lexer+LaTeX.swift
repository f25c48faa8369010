extension Lexer {
  /// Reads a command of LaTeX, such as `\frac`; a `\` between operands is an error that tells of `/`.
  mutating func readCommand() throws(ParseError) {
    let start = position
    position += 1
    while let letter = scalar(at: position),
      ("a"..."z").contains(letter) || ("A"..."Z").contains(letter)
    {
      position += 1
    }
    let name = text(start + 1..<position)
    if name.isEmpty { return try readSign(from: start) }
    if let sign = Lexer.signs[name] { return append(sign, from: start) }
    if Lexer.blanks.contains(name) { return skipDelimiterPoint(after: name) }
    if let letter = Lexer.greek[name] {
      let letter = try bound(among: [letter, name], from: start)
      return try finishName(letter, from: start)
    }
    switch name {
    case "frac", "dfrac", "tfrac", "cfrac":
      append(.quotient, from: start)
      readDigitsOfFraction()
    case "sqrt": append(.root, from: start)
    case "text", "mathrm", "operatorname", "mathbf", "mathit", "textit", "boldsymbol", "bm":
      try readUprightName(from: start)
    case _ where Operation.functions[name] != nil || ForeignFunction.named(name) != nil:
      append(.name(name), from: start)
    default:
      guard !known.contains(name), name.count > 1 else {
        throw backslash(from: start)
      }
      throw ParseError(.unknownSign("\\" + name), at: start..<position)
    }
  }

  /// Reads `\{`, `\(` or `\,`.
  private mutating func readSign(from start: Int) throws(ParseError) {
    let sign = scalar(at: position)
    switch sign {
    case "{", "}":
      position += 1
      append(sign == "{" ? .openBrace : .closeBrace, from: start)
    case ",", ";", ":", "!", " ": position += 1
    case "(" where isFirst: position += 1
    case ")" where isLast(position): position += 1
    case "|":
      position += 1
      append(.bar, from: start)
    default: throw backslash(from: start)
    }
  }

  private func backslash(from start: Int) -> ParseError {
    ParseError(
      .writtenOtherwise("\\"), at: start..<start + 1, remedy: Remedy(["/"], at: start..<start + 1))
  }

  /// Whether nothing but blanks was read.
  var isFirst: Bool { tokens.isEmpty }

  /// Whether nothing but blanks stands behind a place.
  func isLast(_ index: Int) -> Bool {
    scalars[min(index + 1, end)..<end].allSatisfy { $0.properties.isWhitespace || $0 == "$" }
  }

  /// Skips the `.` of `\left.`, which shows nothing.
  private mutating func skipDelimiterPoint(after name: String) {
    if name == "left" || name == "right", scalar(at: position) == ".", !isDigit(at: position + 1) {
      position += 1
    }
  }

  /// Reads the digits of `\frac12` one by one.
  private mutating func readDigitsOfFraction() {
    for _ in 0..<2 {
      while let blank = scalar(at: position), blank.properties.isWhitespace { position += 1 }
      guard isDigit(at: position), let digit = scalar(at: position) else { return }
      position += 1
      append(.number(Double(digit.value - 0x30)), from: position - 1)
    }
  }

  /// Reads the name in the braces of `\mathrm{relu}`.
  private mutating func readUprightName(from start: Int) throws(ParseError) {
    var index = position
    while let blank = scalar(at: index), blank.properties.isWhitespace { index += 1 }
    guard scalar(at: index) == "{", let first = scalar(at: index + 1), Lexer.beginsName(first)
    else {
      throw ParseError(.unknownSign(text(start..<position)), at: start..<position)
    }
    var close = index + 2
    while let scalar = scalar(at: close), Lexer.continuesName(scalar) { close += 1 }
    guard scalar(at: close) == "}" else {
      throw ParseError(.unknownSign(text(start..<position)), at: start..<position)
    }
    position = close + 1
    try finishName(text(index + 1..<close), from: start)
  }

  private static let signs: [String: Token.Kind] = [
    "cdot": .times, "times": .times, "ast": .times, "div": .divide, "lvert": .bar, "rvert": .bar,
    "vert": .bar, "mid": .bar, "lbrace": .openBrace, "rbrace": .closeBrace, "lparen": .open,
    "rparen": .close,
  ]

  /// Commands that show nothing, or set the size of what follows.
  private static let blanks: Set = [
    "left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr", "bigg", "Bigg", "quad", "qquad",
    "displaystyle", "textstyle", "limits", "nolimits",
  ]

  private static let greek = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
    "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
    "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
  ]
}
