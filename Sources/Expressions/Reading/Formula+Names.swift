extension Formula {
  /// A name that a formula uses, with its first place in Unicode scalars.
  public struct NameUse: Hashable, Sendable {
    public var name: String
    public var range: Range<Int>
  }

  /// Whether formulas call a function by a word, so that a quantity of that name would hide it.
  public static func isFunction(_ word: String) -> Bool {
    Operation.functions[word] != nil || ArrayFunction.named(word) != nil
  }

  /// The names that the text of a formula with arrays uses, before the shapes are known that reading it needs.
  ///
  /// - Parameter known: the names bound anywhere in the graph.
  /// - Throws: `ParseError` for a sign that no formula has.
  /// - Complexity: O(n) in the length of the text.
  public static func names(
    in text: String, known: Set<String>
  ) throws(ParseError) -> [NameUse] {
    var uses: [NameUse] = []
    var seen: Set<String> = []
    try collect(Lexer.scalars(of: text), from: 0, known) { use in
      if seen.insert(use.name).inserted { uses.append(use) }
    }
    return uses
  }

  private static func collect(
    _ scalars: [Unicode.Scalar], from start: Int, _ known: Set<String>, _ use: (NameUse) -> Void
  ) throws(ParseError) {
    let tokens: [Token]
    do throws(ParseError) {
      tokens = try Lexer.tokens(of: scalars, known: known, hasArrays: true).tokens
    } catch {
      throw error.moved(by: start)
    }
    for (index, token) in tokens.enumerated() {
      let range = token.range.lowerBound + start..<token.range.upperBound + start
      switch token.kind {
      case .name(let name):
        let isWord = isWord(name, before: tokens[min(index + 1, tokens.count - 1)].kind)
        let isTurning = name == "T" && index > 0 && turns(tokens, index)
        if known.contains(name) || !isWord && !isTurning { use(NameUse(name: name, range: range)) }
      case .brackets:
        for piece in pieces(of: scalars, in: token.range) {
          try collect(Array(scalars[piece]), from: start + piece.lowerBound, known, use)
        }
      default: break
      }
    }
  }

  /// Whether a name that is not bound is a word of formulas.
  private static func isWord(_ name: String, before next: Token.Kind) -> Bool {
    switch next {
    case .open, .openBrace:
      if Operation.functions[name] != nil || ArrayFunction.named(name) != nil { return true }
      return ["range", "arange"].contains(name)
    case .equals: return ArrayFunction.allKeywords.contains(name)
    default:
      return Expression.Constant(rawValue: name) != nil || Operation.functions[name] != nil
        || ["True", "False", "None"].contains(name)
    }
  }

  /// Whether a T is that of `A^T`.
  private static func turns(_ tokens: [Token], _ index: Int) -> Bool {
    if tokens[index - 1].kind == .power { return true }
    return index > 1 && tokens[index - 2].kind == .power
      && (tokens[index - 1].kind == .openBrace || tokens[index - 1].kind == .open)
  }

  /// What stands between brackets, without the signs that part it.
  private static func pieces(of scalars: [Unicode.Scalar], in range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound + 1
    var depth = 0
    for index in range.dropFirst() {
      if "[(".unicodeScalars.contains(scalars[index]) { depth += 1 }
      let closes = index == range.upperBound - 1
      if depth == 0, closes || ",;:".unicodeScalars.contains(scalars[index]) {
        if start < index { pieces.append(start..<index) }
        start = index + 1
      }
      if "])".unicodeScalars.contains(scalars[index]) { depth -= 1 }
    }
    return pieces
  }
}
