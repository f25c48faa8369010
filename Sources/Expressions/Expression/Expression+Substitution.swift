extension Expression {
  /// The formula with expressions in the place of some of its names, nothing simplified.
  ///
  /// - Complexity: O(n) in the terms of the formula and of what is put in.
  public func substituting(_ replacements: [String: Expression]) -> Expression {
    var result = Expression()
    var places: [String: Int] = [:]
    for name in names {
      if let replacement = replacements[name] { places[name] = result.append(replacement) }
    }
    _ = result.append(self, placing: places)
    return result
  }
}

extension Expression {
  /// The part of the formula that a term is the root of, with the names that it uses.
  ///
  /// - Complexity: O(n) in the terms before it.
  public func part(_ term: Int) -> Expression {
    var isUsed = Array(repeating: false, count: term + 1)
    isUsed[term] = true
    for index in (0...term).reversed() where isUsed[index] {
      for operand in operands(of: index) { isUsed[operand] = true }
    }
    var part = Expression()
    var places: [Int: Int] = [:]
    for index in 0...term where isUsed[index] {
      places[index] = part.append(index, of: self) { places[$0] ?? 0 }
    }
    return part
  }
}
