import Expressions

extension ArrayAnswerKey {
  /// A rule without what numbers do anyway when they meet: a factor is spread over the other one.
  ///
  /// What is left out is tried on all points, so that the formula stays right wherever a learner types it.
  ///
  /// - Complexity: O(n) evaluations in what spreads or reshapes.
  func short(_ rule: Expression, for entry: ArrayEntry) -> Expression {
    var rule = rule
    var index = rule.terms.count - 1
    while index >= 0 {
      if rule.spreads(index) {
        let other = TermEdit.replacing(index, of: rule) { $1[0] }
        if isRight(other, for: entry) {
          rule = other
          index = rule.terms.count
        }
      }
      index -= 1
    }
    return rule
  }

  private func isRight(_ rule: Expression, for entry: ArrayEntry) -> Bool {
    points.allSatisfy { point in
      let values = rule.names.compactMap { value(ofRuleName: $0, at: point) }
      guard values.count == rule.names.count,
        (try? rule.termShapes(at: values.map(\.shape))) != nil,
        let value = rule.finiteValue(at: values)
      else { return false }
      return ArrayComparison.isSame(value, point.value(of: entry))
    }
  }
}

extension Expression {
  /// Whether a term only brings its operand into another shape.
  fileprivate func spreads(_ term: Int) -> Bool {
    guard case .array(let place) = terms[term] else { return false }
    switch arrays[place].operation {
    case .broadcast, .reshape: return true
    default: return false
    }
  }
}
