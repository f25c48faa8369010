extension Expression {
  /// The formula as a short computation: numbers in the place of its names, and of the parts that are deepest in it.
  ///
  /// - Parameters:
  ///   - values: a value for each of `names`.
  ///   - limit: the most numbers and operations that are left.
  ///   - shown: the number that is written for a part's value.
  /// - Complexity: O(n) in the number of terms.
  public func folded(
    at values: [Double], toTerms limit: Int, writing shown: (Double) -> Double
  ) -> Expression {
    let results = termValues(at: values)
    /// The terms that are left, each with the places of its operands in this list; none for one that is a number.
    var left: [(term: Int, operands: [Int])] = [(root, [])]
    var place = 0
    while place < left.count {
      let operands: [Int] =
        switch terms[left[place].term] {
        case .number, .constant, .name, .array: []
        case .unary(_, let a): [a]
        case .binary(_, let a, let b): [a, b]
        }
      if left.count + operands.count <= limit {
        left[place].operands = operands.indices.map { left.count + $0 }
        left += operands.map { ($0, []) }
      }
      place += 1
    }
    var folded = left.map { Expression(shown(results[$0.term])) }
    for (place, part) in left.enumerated().reversed() where !part.operands.isEmpty {
      switch terms[part.term] {
      case .number, .constant, .name, .array: break
      case .unary(let operation, _):
        let a = folded[part.operands[0]]
        folded[place] = .apply(operation, a, a)
      case .binary(let operation, _, _):
        folded[place] = .apply(operation, folded[part.operands[0]], folded[part.operands[1]])
      }
    }
    return folded[0]
  }
}
