extension Lexer {
  /// Reads a sign that only formulas with arrays have.
  ///
  /// - Returns: whether there was one.
  mutating func readArraySign(_ first: Unicode.Scalar) throws(ParseError) -> Bool {
    let start = position
    func next(_ offset: Int = 1) -> Unicode.Scalar? { scalar(at: start + offset) }
    let (kind, length): (Token.Kind, Int)
    switch first {
    case "@": (kind, length) = (.at, 1)
    case "⊙", "∘": (kind, length) = (.circle, 1)
    case "·", "⋅", "∙", "•": (kind, length) = (.dot, 1)
    case "×", "✕", "✖": (kind, length) = (.cross, 1)
    case "'", "’", "′", "ᵀ", "⊤":
      guard isBehindFactor else { return false }
      (kind, length) = (.transpose, 1)
    case ">":
      (kind, length) = next() == "=" ? (.comparison(.atLeast), 2) : (.comparison(.greater), 1)
    case "<": (kind, length) = next() == "=" ? (.comparison(.atMost), 2) : (.comparison(.less), 1)
    case "≥": (kind, length) = (.comparison(.atLeast), 1)
    case "≤": (kind, length) = (.comparison(.atMost), 1)
    case "=": (kind, length) = next() == "=" ? (.comparison(.equal), 2) : (.equals, 1)
    case "[":
      if tokens.last?.kind == .root || tokens.last?.kind == .power { return false }
      (kind, length) = (.brackets, try bracketsLength())
    case ".":
      if next() == "*" {
        (kind, length) = (.circle, 2)
        break
      }
      guard isBehindFactor, let letter = next(), Lexer.beginsName(letter) else { return false }
      return readMethod()
    default: return false
    }
    position += length
    append(kind, from: start)
    return true
  }

  /// Reads a name behind a point; what stands before it is a factor, or a library.
  private mutating func readMethod() -> Bool {
    let start = position
    position += 1
    let first = position
    while let scalar = scalar(at: position), Lexer.continuesName(scalar) { position += 1 }
    let name = text(first..<position)
    if case .name(let library) = tokens.last?.kind, let range = tokens.last?.range,
      range.upperBound == start, !known.contains(library), Lexer.libraries.contains(library)
    {
      takeLast()
      append(.library(name), from: range.lowerBound)
    } else {
      append(.method(name), from: start)
    }
    return true
  }

  /// Whether what was read last is a factor, behind which a `'`, a point or brackets say more of it.
  var isBehindFactor: Bool {
    guard let last = tokens.last else { return false }
    switch last.kind {
    case .name, .close, .closeBrace, .brackets, .transpose: return true
    case .method: return true
    default: return false
    }
  }

  /// How far brackets reach, with all that is between them.
  private func bracketsLength() throws(ParseError) -> Int {
    var depth = 0
    for index in position..<end {
      if scalars[index] == "[" { depth += 1 }
      if scalars[index] == "]" { depth -= 1 }
      if depth == 0 { return index + 1 - position }
    }
    throw ParseError(.array(.unclosedBracket), at: position..<position + 1)
  }
}
