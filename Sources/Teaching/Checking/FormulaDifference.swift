import Expressions

/// A point where two formulas have different values.
public struct FormulaDifference: Hashable, Sendable {
  public struct Binding: Hashable, Sendable {
    public var name: String
    public var value: Double
  }

  public var point: [Binding]
  /// What the formula gives there; `nil` if it has no value.
  public var found: Double?
  public var expected: Double

  init(at point: [Binding], found: Double?, expected: Double) {
    self.point = point
    self.found = found
    self.expected = expected
  }
}

extension FormulaDifference {
  /// Compares two formulas over the same free names.
  ///
  /// - Parameter bindings: numbers of the names, which are tried first where all have one.
  /// - Returns: what tells them apart, nothing where they are the same.
  static func between(
    _ formula: Expression, and right: Expression, at bindings: [String: Double] = [:]
  ) -> FormulaComparison.Outcome {
    let names = Array(Set(formula.names).union(right.names)).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    func slots(_ expression: Expression) -> [Int] { expression.names.map { places[$0] ?? 0 } }
    let own = names.compactMap { bindings[$0] }
    let points = TrialPoints(
      names.count, around: own.count == names.count && !names.isEmpty ? [own] : [],
      kinksOf: [(formula, slots(formula)), (right, slots(right))]
    ).points
    let (formulaSlots, rightSlots) = (slots(formula), slots(right))
    let comparison = FormulaComparison(
      with: { point in right.value(at: rightSlots.map { point[$0] }) }, at: points)
    return comparison.outcome { point in formula.value(at: formulaSlots.map { point[$0] }) }
  }

  /// What tells two formulas apart, by the names of a point's numbers; nothing where they are the same.
  init?(_ outcome: FormulaComparison.Outcome, names: [String]) {
    func place(_ point: [Double]) -> [Binding] {
      zip(names, point).map { Binding(name: $0, value: $1) }
    }
    switch outcome {
    case .same, .tooFewPoints: return nil
    case .differs(let point, let found, let expected):
      self.init(at: place(point), found: found, expected: expected)
    case .hasNoValue(let point, let expected):
      self.init(at: place(point), found: nil, expected: expected)
    }
  }
}
