/// Reads expressions of Python, with its precedences.
struct PythonParser {
  private let tokens: [PythonToken]
  private(set) var position = 0
  private(set) var tree = PythonTree()
  private var depth = 0

  /// So deep expressions may be nested.
  private static let depthLimit = 100

  init(_ tokens: [PythonToken]) { self.tokens = tokens }

  /// Adds an expression that the program does not write as one.
  mutating func append(_ kind: PythonTree.Kind, at place: ProgramError.Place) -> PythonTree.Part {
    tree.append(kind, at: place)
  }

  var token: PythonToken { tokens[min(position, tokens.count - 1)] }
  func token(_ offset: Int) -> PythonToken {
    tokens[min(max(0, position + offset), tokens.count - 1)]
  }

  mutating func advance() { position += 1 }

  func isSign(_ sign: String) -> Bool { token.kind == .sign(sign) }

  mutating func takeSign(_ sign: String) -> Bool {
    guard isSign(sign) else { return false }
    advance()
    return true
  }

  mutating func expect(_ sign: String, _ message: String) throws(ProgramError) {
    guard takeSign(sign) else { throw ProgramError(message, at: token.place) }
  }

  /// Several expressions with commas between, as one tuple; one alone is itself.
  mutating func expressions() throws(ProgramError) -> PythonTree.Part {
    let place = token.place
    var parts = [try expression()]
    guard isSign(",") else { return parts[0] }
    while takeSign(",") {
      if token.kind == .newline || isSign("=") || isSign(")") { break }
      parts.append(try expression())
    }
    return tree.append(.tuple(parts), at: place)
  }

  mutating func expression() throws(ProgramError) -> PythonTree.Part {
    depth += 1
    defer { depth -= 1 }
    guard depth <= PythonParser.depthLimit else {
      throw ProgramError(
        "this is nested more than \(PythonParser.depthLimit) deep; name parts of it",
        at: token.place)
    }
    if case .name("lambda") = token.kind { return try lambda() }
    let first = try comparison()
    if case .name(let word) = token.kind {
      throw ProgramError(PythonParser.advice(on: word), at: token.place)
    }
    return first
  }

  private static func advice(on word: String) -> String {
    switch word {
    case "if": "a choice by 'if' is not read; write np.where(a > 0, b, c)"
    case "for": "a comprehension is not read; write its numbers out"
    case "and", "or", "not", "in", "is": "'\(word)' is not read; formulas hold arithmetic"
    default: "'\(word)' stands where a sign belongs; write one statement a line"
    }
  }

  private mutating func lambda() throws(ProgramError) -> PythonTree.Part {
    let place = token.place
    advance()
    var names: [String] = []
    while case .name(let name) = token.kind {
      names.append(name)
      advance()
      if !takeSign(",") { break }
    }
    try expect(":", "a lambda takes names alone, as in lambda z: 1 / (1 + np.exp(-z))")
    let body = try expression()
    return tree.append(.lambda(names, body), at: place)
  }

  private mutating func comparison() throws(ProgramError) -> PythonTree.Part {
    let first = try level(0)
    guard case .sign(let sign) = token.kind, ["<", ">", "<=", ">=", "==", "!="].contains(sign)
    else {
      return first
    }
    let place = token.place
    advance()
    let second = try level(0)
    return tree.append(.comparison(sign, first, second), at: place)
  }

  private static let levels: [[String]] = [
    ["|"], ["^"], ["&"], ["<<", ">>"], ["+", "-"], ["*", "/", "//", "%", "@"],
  ]

  private mutating func level(_ level: Int) throws(ProgramError) -> PythonTree.Part {
    guard level < PythonParser.levels.count else { return try unary() }
    var left = try self.level(level + 1)
    while case .sign(let sign) = token.kind, PythonParser.levels[level].contains(sign) {
      let place = token.place
      advance()
      let right = try self.level(level + 1)
      left = tree.append(.binary(sign, left, right), at: place)
    }
    return left
  }

  private mutating func unary() throws(ProgramError) -> PythonTree.Part {
    var signs: [(String, ProgramError.Place)] = []
    while case .sign(let sign) = token.kind, ["-", "+", "~"].contains(sign) {
      signs.append((sign, token.place))
      guard signs.count <= PythonParser.depthLimit else {
        throw ProgramError("so many signs in a row are not read", at: token.place)
      }
      advance()
    }
    var part = try power()
    for (sign, place) in signs.reversed() where sign != "+" {
      part = tree.append(.unary(sign, part), at: place)
    }
    return part
  }

  private mutating func power() throws(ProgramError) -> PythonTree.Part {
    depth += 1
    defer { depth -= 1 }
    guard depth <= PythonParser.depthLimit else {
      throw ProgramError(
        "this is nested more than \(PythonParser.depthLimit) deep; name parts of it",
        at: token.place)
    }
    let base = try primary()
    guard isSign("**") else { return base }
    let place = token.place
    advance()
    let exponent = try unary()
    return tree.append(.binary("**", base, exponent), at: place)
  }

  private mutating func primary() throws(ProgramError) -> PythonTree.Part {
    var part = try atom()
    var length = 0
    while case .sign(let sign) = token.kind {
      let place = token.place
      length += 1
      guard length <= PythonParser.depthLimit else {
        throw ProgramError("so many calls in a row are not read; name parts of it", at: place)
      }
      switch sign {
      case ".":
        advance()
        guard case .name(let name) = token.kind else {
          throw ProgramError("a name belongs behind the point", at: token.place)
        }
        advance()
        part = tree.append(.attribute(part, name), at: tree[part].place)
      case "(":
        advance()
        let (arguments, keywords) = try self.arguments()
        part = tree.append(.call(part, arguments, keywords), at: tree[part].place)
      case "[":
        advance()
        part = tree.append(.subscripted(part, try subscripts()), at: tree[part].place)
      default: return part
      }
    }
    return part
  }

  private mutating func arguments() throws(ProgramError) -> (
    [PythonTree.Part], [PythonTree.Keyword]
  ) {
    var arguments: [PythonTree.Part] = []
    var keywords: [PythonTree.Keyword] = []
    while !isSign(")") {
      if case .name(let name) = token.kind, token(1).kind == .sign("=") {
        advance()
        advance()
        keywords.append(PythonTree.Keyword(name: name, value: try expression()))
      } else {
        arguments.append(try expression())
      }
      if !takeSign(",") { break }
    }
    try expect(")", "a ')' or a comma belongs here")
    return (arguments, keywords)
  }

  private mutating func subscripts() throws(ProgramError) -> [PythonTree.Subscript] {
    var found: [PythonTree.Subscript] = []
    while !isSign("]") {
      let start = isSign(":") ? nil : try expression()
      if takeSign(":") {
        let end = isSign(":") || isSign(",") || isSign("]") ? nil : try expression()
        if isSign(":") {
          throw ProgramError("a step between indices is not read; write them out", at: token.place)
        }
        found.append(.slice(start, end))
      } else if let start {
        found.append(.at(start))
      }
      if !takeSign(",") { break }
    }
    try expect("]", "a ']' or a comma belongs here")
    return found
  }

  private mutating func atom() throws(ProgramError) -> PythonTree.Part {
    let place = token.place
    switch token.kind {
    case .number(let text):
      advance()
      return tree.append(.number(text), at: place)
    case .name(let word) where PythonParser.statements.contains(word):
      throw ProgramError("'\(word)' stands where a number or a name belongs", at: place)
    case .name(let name):
      advance()
      return tree.append(.name(name), at: place)
    case .text:
      advance()
      while token.kind == .text { advance() }
      return tree.append(.text, at: place)
    case .sign("("):
      advance()
      if takeSign(")") { return tree.append(.tuple([]), at: place) }
      let inner = try expressions()
      try expect(")", "a ')' belongs here")
      return inner
    case .sign("["):
      advance()
      var parts: [PythonTree.Part] = []
      while !isSign("]") {
        parts.append(try expression())
        if !takeSign(",") { break }
      }
      try expect("]", "a ']' or a comma belongs here")
      return tree.append(.list(parts), at: place)
    case .sign("{"):
      throw ProgramError("a dictionary is not read; write w1 = …, one name a line", at: place)
    case .sign("*"), .sign("**"):
      throw ProgramError("what a '\(signText)' unpacks is not read; write it out", at: place)
    case .sign(let sign):
      throw ProgramError("'\(sign)' stands where a number or a name belongs", at: place)
    case .newline, .end, .indent, .dedent:
      throw ProgramError("the line ends where a number or a name belongs", at: place)
    }
  }

  private var signText: String { if case .sign(let sign) = token.kind { sign } else { "" } }

  /// Words that begin statements.
  static let statements: Set<String> = [
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "not", "or",
    "nonlocal", "pass", "raise", "return", "try", "while", "with", "yield",
  ]
}
