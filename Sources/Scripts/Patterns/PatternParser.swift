/// A part of a regular expression.
indirect enum PatternNode {
  case set(PatternSet)
  case assertion(PatternAssertion)
  case sequence([PatternNode])
  case choice(PatternNode, PatternNode)
  /// As often as the least number, and at most as often as the other, if there is one.
  case repeated(PatternNode, Int, Int?)
}

/// Something that holds between two characters.
enum PatternAssertion: Hashable, Sendable {
  case start, end, wordBoundary, noWordBoundary

  func holds(at position: Int, in text: [Character]) -> Bool {
    func isWord(_ index: Int) -> Bool {
      text.indices.contains(index) && PatternSet.Member.word.contains(text[index])
    }
    return switch self {
    case .start: position == 0
    case .end: position == text.count
    case .wordBoundary: isWord(position - 1) != isWord(position)
    case .noWordBoundary: isWord(position - 1) == isWord(position)
    }
  }
}

/// The characters that may stand at a place.
struct PatternSet: Hashable, Sendable {
  indirect enum Member: Hashable, Sendable {
    case range(ClosedRange<Character>)
    case digit, word, space
    case other(than: Member)

    func contains(_ character: Character) -> Bool {
      switch self {
      case .range(let range): range.contains(character)
      case .digit: ("0"..."9").contains(character)
      case .word: character.isLetter || character.isNumber || character == "_"
      case .space: character.isWhitespace
      case .other(let member): !member.contains(character)
      }
    }
  }

  var members: [Member]
  var isNegated = false

  func contains(_ character: Character) -> Bool {
    members.contains { $0.contains(character) } != isNegated
  }
}

/// Reads a regular expression; every function is nil where the text is none.
struct PatternParser {
  private let characters: [Character]
  private var position = 0
  private var depth = 0

  private static let nestingLimit = 50

  init(_ text: String) {
    characters = Array(text)
  }

  private var next: Character? { position < characters.count ? characters[position] : nil }

  private mutating func take(_ character: Character) -> Bool {
    guard next == character else { return false }
    position += 1
    return true
  }

  mutating func pattern() -> PatternNode? {
    guard let node = choice(), next == nil else { return nil }
    return node
  }

  private mutating func choice() -> PatternNode? {
    guard var node = sequence() else { return nil }
    while take("|") {
      guard let other = sequence() else { return nil }
      node = .choice(node, other)
    }
    return node
  }

  private mutating func sequence() -> PatternNode? {
    var parts: [PatternNode] = []
    while let character = next, character != "|", character != ")" {
      guard let part = repeated() else { return nil }
      parts.append(part)
    }
    return .sequence(parts)
  }

  private mutating func repeated() -> PatternNode? {
    guard let part = single() else { return nil }
    let node: PatternNode
    switch next {
    case "*": node = .repeated(part, 0, nil)
    case "+": node = .repeated(part, 1, nil)
    case "?": node = .repeated(part, 0, 1)
    case "{":
      position += 1
      guard let (least, most) = counts() else { return nil }
      node = .repeated(part, least, most)
    default: return part
    }
    position += 1
    // Whether as few as possible are taken does not matter where only the finding does.
    _ = take("?")
    if let next, "*+?{".contains(next) { return nil }
    return node
  }

  /// Reads `3`, `3,` or `3,5` up to the brace that closes it.
  private mutating func counts() -> (Int, Int?)? {
    guard let least = number() else { return nil }
    var most: Int? = least
    if take(",") { most = next == "}" ? nil : number() ?? -1 }
    guard next == "}", most.map({ $0 >= least }) ?? true else { return nil }
    return (least, most)
  }

  private mutating func number() -> Int? {
    let digits = characters[position...].prefix { ("0"..."9").contains($0) }.prefix(5)
    position += digits.count
    return Int(String(digits))
  }

  private mutating func single() -> PatternNode? {
    guard let character = next else { return nil }
    position += 1
    switch character {
    case ".": return .set(PatternSet(members: [], isNegated: true))
    case "^": return .assertion(.start)
    case "$": return .assertion(.end)
    case "(": return group()
    case "[": return set().map { .set($0) }
    case "\\":
      if take("b") { return .assertion(.wordBoundary) }
      if take("B") { return .assertion(.noWordBoundary) }
      return escaped().map { .set(PatternSet(members: [$0])) }
    case "*", "+", "?", "{": return nil
    default: return .set(PatternSet(members: [.range(character...character)]))
    }
  }

  private mutating func group() -> PatternNode? {
    if take("?"), !take(":") { return nil }
    guard depth < PatternParser.nestingLimit else { return nil }
    depth += 1
    defer { depth -= 1 }
    guard let inner = choice(), take(")") else { return nil }
    return inner
  }

  /// What a backslash makes of the character after it.
  private mutating func escaped() -> PatternSet.Member? {
    guard let character = next else { return nil }
    position += 1
    switch character {
    case "d": return .digit
    case "w": return .word
    case "s": return .space
    case "D": return .other(than: .digit)
    case "W": return .other(than: .word)
    case "S": return .other(than: .space)
    case "t": return .range("\t"..."\t")
    case "n": return .range("\n"..."\n")
    default:
      return character.isLetter || character.isNumber ? nil : .range(character...character)
    }
  }

  /// Reads what stands between `[` and `]`; a `]` that comes first stands for itself.
  private mutating func set() -> PatternSet? {
    var set = PatternSet(members: [], isNegated: take("^"))
    repeat {
      guard let first = member() else { return nil }
      guard case .range(let low) = first, next == "-", position + 1 < characters.count,
        characters[position + 1] != "]"
      else {
        set.members.append(first)
        continue
      }
      position += 1
      guard case .range(let high)? = member(), low.lowerBound <= high.upperBound else { return nil }
      set.members.append(.range(low.lowerBound...high.upperBound))
    } while next != nil && next != "]"
    return take("]") ? set : nil
  }

  private mutating func member() -> PatternSet.Member? {
    guard let character = next else { return nil }
    position += 1
    return character == "\\" ? escaped() : .range(character...character)
  }
}
