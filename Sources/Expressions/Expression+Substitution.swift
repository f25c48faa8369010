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
