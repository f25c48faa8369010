extension Lexer {
  mutating func readName() throws(ParseError) {
    let start = position
    position += 1
    try finishName("", from: start)
  }

  /// Reads the rest of a name, with the indices that notes give it above and below the line.
  ///
  /// - Parameters:
  ///   - first: how the name begins where it is spelt otherwise up to the position; empty where it is not.
  ///   - start: where it begins.
  mutating func finishName(_ first: String, from start: Int) throws(ParseError) {
    let rest = first.isEmpty ? start : position
    while let scalar = scalar(at: position), Lexer.continuesName(scalar) { position += 1 }
    let name = first + text(rest..<position)
    if let next = scalar(at: position), next == "{" || next == "^" || next.value > 0x7F,
      let indexed = try IndexedName(name, in: self)
    {
      position = indexed.end
      return append(.name(try bound(among: indexed.candidates, from: start)), from: start)
    }
    append(.name(name == "π" ? "pi" : name), from: start)
  }

  /// The one candidate that is bound, else the first.
  func bound(among candidates: [String], from start: Int) throws(ParseError) -> String {
    let bound = candidates.filter(known.contains)
    guard bound.count < 2 else {
      throw ParseError(
        .severalNames(text(start..<position)), at: start..<position,
        remedy: Remedy(bound, at: start..<position))
    }
    return bound.first ?? candidates[0]
  }
}
