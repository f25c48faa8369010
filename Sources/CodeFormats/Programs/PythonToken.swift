/// A word or sign of Python.
struct PythonToken: Hashable {
  enum Kind: Hashable {
    case name(String)
    case number(String)
    /// A text in quotes, which says nothing of numbers.
    case text
    case sign(String)
    case newline
    case indent, dedent
    case end
  }

  var kind: Kind
  var place: ProgramError.Place
}

/// Takes Python apart, line by line, as its reference has it.
struct PythonLexer {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var line = 1
  private var lineStart = 0
  private var depth = 0
  private var indents = [0]
  private(set) var tokens: [PythonToken] = []
  /// Lines of a notebook that are no Python, such as `%matplotlib inline`.
  private(set) var magicLines: [Int] = []

  private static let signs: [[Unicode.Scalar]] = [
    "**=", "//=", ">>=", "<<=", "...", "**", "//", "->", "+=", "-=", "*=", "/=", "@=", "%=", "==",
    "!=", "<=", ">=", "<<", ">>", ":=", "&=", "|=", "^=",
  ].map { Array($0.unicodeScalars) }
  private static let single = Set("+-*/%@=<>()[]{},:.;&|^~!".unicodeScalars)

  /// - Throws: for a sign that Python has not, a text without an end, and brackets left open.
  /// - Complexity: O(n).
  init(_ text: String) throws(ProgramError) {
    scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { position = 1 }
    try read()
  }

  private var place: ProgramError.Place {
    ProgramError.Place(line: line, column: position - lineStart + 1)
  }

  private func scalar(_ offset: Int = 0) -> Unicode.Scalar? {
    scalars.indices.contains(position + offset) ? scalars[position + offset] : nil
  }

  private mutating func read() throws(ProgramError) {
    var isAtStart = true
    while position < scalars.count {
      if isAtStart {
        isAtStart = false
        guard try readIndent() else {
          isAtStart = true
          continue
        }
      }
      let first = scalars[position]
      switch first {
      case "\n", "\r":
        if depth == 0 {
          if tokens.last?.kind != .newline {
            tokens.append(PythonToken(kind: .newline, place: place))
          }
          isAtStart = true
        }
        endLine()
      case " ", "\t", "\u{C}", "\u{A0}": position += 1
      case "#": skipLine()
      case "\\" where scalar(1) == "\n" || scalar(1) == "\r":
        position += 1
        endLine()
      default: try readToken(first)
      }
    }
    if depth > 0 { throw ProgramError("a bracket is left open at the end; close it", at: place) }
    if tokens.last?.kind != .newline { tokens.append(PythonToken(kind: .newline, place: place)) }
    for _ in indents.dropFirst() { tokens.append(PythonToken(kind: .dedent, place: place)) }
    tokens.append(PythonToken(kind: .end, place: place))
  }

  private mutating func endLine() {
    let isPair = scalars[position] == "\r" && scalar(1) == "\n"
    position += isPair ? 2 : 1
    line += 1
    lineStart = position
  }

  private mutating func skipLine() {
    while let next = scalar(), next != "\n", next != "\r" { position += 1 }
  }

  /// Reads the blanks before a line.
  ///
  /// - Returns: whether the line says something.
  private mutating func readIndent() throws(ProgramError) -> Bool {
    var width = 0
    while let next = scalar(), next == " " || next == "\t" {
      width = next == "\t" ? (width / 8 + 1) * 8 : width + 1
      position += 1
    }
    guard let next = scalar() else { return true }
    if next == "#" { skipLine() }
    if let end = scalar(), end == "\n" || end == "\r" {
      endLine()
      return false
    }
    guard scalar() != nil else { return true }
    if next == "%" || next == "!" || next == "?" {
      magicLines.append(line)
      skipLine()
      return true
    }
    if width > indents[indents.count - 1] {
      indents.append(width)
      tokens.append(PythonToken(kind: .indent, place: place))
    }
    while width < indents[indents.count - 1] {
      indents.removeLast()
      tokens.append(PythonToken(kind: .dedent, place: place))
    }
    guard width == indents[indents.count - 1] else {
      throw ProgramError("this line is set in otherwise than those around it", at: place)
    }
    return true
  }

  private mutating func readToken(_ first: Unicode.Scalar) throws(ProgramError) {
    let start = place
    if first.properties.isXIDStart || first == "_" {
      let name = take { $0.properties.isXIDContinue }
      if let quote = scalar(), quote == "'" || quote == "\"", name.count <= 2,
        name.allSatisfy({ "rRbBuUfF".contains($0) })
      {
        try readText(quote)
        tokens.append(PythonToken(kind: .text, place: start))
      } else {
        tokens.append(PythonToken(kind: .name(name), place: start))
      }
    } else if ("0"..."9").contains(first)
      || first == "." && scalar(1).map({ ("0"..."9").contains($0) }) ?? false
    {
      tokens.append(PythonToken(kind: .number(readNumber()), place: start))
    } else if first == "'" || first == "\"" {
      try readText(first)
      tokens.append(PythonToken(kind: .text, place: start))
    } else if let sign = PythonLexer.signs.first(where: { scalars[position...].starts(with: $0) }) {
      position += sign.count
      tokens.append(
        PythonToken(
          kind: .sign(String(String.UnicodeScalarView(sign))), place: start))
    } else if PythonLexer.single.contains(first) {
      if "([{".unicodeScalars.contains(first) { depth += 1 }
      if ")]}".unicodeScalars.contains(first) {
        guard depth > 0 else {
          throw ProgramError("nothing was opened that this '\(first)' closes", at: start)
        }
        depth -= 1
      }
      position += 1
      tokens.append(PythonToken(kind: .sign(String(first)), place: start))
    } else {
      let code = String(first.value, radix: 16, uppercase: true)
      throw ProgramError(
        "Python has no sign such as \(first.properties.isMath ? "'\(first)'" : "U+\(code)"); write it in letters",
        at: start)
    }
  }

  private mutating func take(while isPart: (Unicode.Scalar) -> Bool) -> String {
    let start = position
    while let next = scalar(), isPart(next) { position += 1 }
    return String(String.UnicodeScalarView(scalars[start..<position]))
  }

  /// Digits, a point, an exponent, and letters behind them that make it none.
  private mutating func readNumber() -> String {
    var text = take { ("0"..."9").contains($0) || $0 == "_" || $0 == "." }
    if let sign = scalar(), sign == "e" || sign == "E" {
      let digit = scalar(1).map { ("0"..."9").contains($0) } ?? false
      let isSigned =
        (scalar(1) == "-" || scalar(1) == "+")
        && scalar(2).map { ("0"..."9").contains($0) } ?? false
      if digit || isSigned {
        position += isSigned ? 2 : 1
        text += isSigned && scalars[position - 1] == "-" ? "e-" : "e"
        text += take { ("0"..."9").contains($0) || $0 == "_" }
      }
    }
    return text + take { $0.properties.isXIDContinue }
  }

  /// Skips a text in quotes, once or three times each.
  private mutating func readText(_ quote: Unicode.Scalar) throws(ProgramError) {
    let start = place
    let isLong = scalar(1) == quote && scalar(2) == quote
    position += isLong ? 3 : 1
    while let next = scalar() {
      if next == "\\" {
        position += 1
        if let escaped = scalar(), escaped == "\n" || escaped == "\r" {
          endLine()
        } else {
          position += 1
        }
      } else if next == quote, !isLong || scalar(1) == quote && scalar(2) == quote {
        position += isLong ? 3 : 1
        return
      } else if next == "\n" || next == "\r" {
        guard isLong else { break }
        endLine()
      } else {
        position += 1
      }
    }
    throw ProgramError("a text in quotes has no end; close it", at: start)
  }
}
