/// A name as notes write it: `z₁`, `w_{3,1}`, `z^{[1]}_3`, `W^{(2)}`.
struct IndexedName {
  /// What it may be called in formulas, the likeliest first.
  private(set) var candidates: [String]
  /// Where it ends.
  let end: Int

  /// - Returns: nothing where the name has no index of that kind.
  init?(_ name: String, in lexer: Lexer) throws(ParseError) {
    var reader = Reader(lexer: lexer, position: lexer.position)
    var base = name
    var below: [String] = []
    var isTypeset = false
    if let bar = name.firstIndex(of: "_") {
      base = String(name[..<bar])
      let index = name[name.index(after: bar)...]
      if index.isEmpty {
        guard let group = try reader.group() else { return nil }
        below = group
      } else {
        below = index.split(separator: "_").map(String.init)
      }
    } else if let index = try reader.subscripts() {
      below = [index]
      isTypeset = true
    }
    let above = reader.superscript()
    if above != nil, below.isEmpty {
      below = try reader.indexBelow() ?? []
    }
    guard reader.position > lexer.position else { return nil }
    if above == nil, Operation.functions[base] != nil, below.isEmpty { return nil }
    end = reader.position
    let index = below.joined(separator: "_")
    if let above {
      candidates =
        below.isEmpty
        ? [base + above, "\(base)_\(above)"]
        : ["\(base)\(above)_\(index)", "\(base)_\(above)_\(index)"]
    } else {
      candidates = ["\(base)_\(index)", base + index]
      if below.count > 1 { candidates += [base + below.joined(), "\(base)_\(below.joined())"] }
      if isTypeset, index.count == 2, index.allSatisfy(\.isNumber) {
        candidates.append("\(base)_\(index.prefix(1))_\(index.suffix(1))")
      }
    }
    var seen: Set<String> = []
    candidates = candidates.filter { seen.insert($0).inserted }
  }

  /// Reads indices behind a name.
  private struct Reader {
    let lexer: Lexer
    var position: Int

    private func isIndex(_ scalar: Unicode.Scalar) -> Bool {
      Lexer.beginsName(scalar) || ("0"..."9").contains(scalar)
    }

    /// What stands between two texts, if it is made of letters and digits, and of commas and blanks between them.
    private mutating func words(
      from opening: String, to closing: String, isParted: Bool
    ) -> [String]? {
      var index = position
      for scalar in opening.unicodeScalars {
        guard lexer.scalar(at: index) == scalar else { return nil }
        index += 1
      }
      let start = index
      while let scalar = lexer.scalar(at: index),
        isIndex(scalar) || (isParted && (scalar == "," || scalar == " "))
      {
        index += 1
      }
      let words = lexer.text(start..<index).split { $0 == "," || $0 == " " }.map(String.init)
      for scalar in closing.unicodeScalars {
        guard lexer.scalar(at: index) == scalar else { return nil }
        index += 1
      }
      guard !words.isEmpty else { return nil }
      position = index
      return words
    }

    /// The indices of `_{3,1}`, whose `_` was read.
    mutating func group() throws(ParseError) -> [String]? {
      guard lexer.scalar(at: position) == "{" else { return nil }
      if let words = words(from: "{", to: "}", isParted: true) { return words }
      var end = position
      while let scalar = lexer.scalar(at: end), scalar != "}" { end += 1 }
      let range = position..<min(end + 1, lexer.end)
      throw ParseError(.unreadableIndex(lexer.text(range)), at: range)
    }

    /// The digits and letters of `₁₂`.
    mutating func subscripts() throws(ParseError) -> String? {
      let start = position
      var index = ""
      while let scalar = lexer.scalar(at: position), let plain = scalar.raisedFromSubscript {
        index.unicodeScalars.append(plain)
        position += 1
      }
      guard !index.isEmpty else { return nil }
      guard index.unicodeScalars.allSatisfy(isIndex) else {
        throw ParseError(
          .unreadableIndex(lexer.text(start..<position)), at: start..<position)
      }
      return index
    }

    /// The index of `^{[1]}`, `^{(1)}` and `⁽¹⁾`, which is no power.
    mutating func superscript() -> String? {
      for (opening, closing) in [("^{[", "]}"), ("^{(", ")}")] {
        if let words = words(from: opening, to: closing, isParted: false) { return words[0] }
      }
      guard lexer.scalar(at: position) == "⁽" else { return nil }
      var end = position + 1
      var index = ""
      while let plain = lexer.scalar(at: end)?.loweredFromSuperscript, isIndex(plain) {
        index.unicodeScalars.append(plain)
        end += 1
      }
      guard !index.isEmpty, lexer.scalar(at: end) == "⁾" else { return nil }
      position = end + 1
      return index
    }

    /// What stands below the line behind an index above it.
    mutating func indexBelow() throws(ParseError) -> [String]? {
      if let index = try subscripts() { return [index] }
      guard lexer.scalar(at: position) == "_" else { return nil }
      position += 1
      if let group = try group() { return group }
      let start = position
      while let scalar = lexer.scalar(at: position), Lexer.continuesName(scalar) { position += 1 }
      return lexer.text(start..<position).split(separator: "_").map(String.init)
    }
  }
}
