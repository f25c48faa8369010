import Autodiff
import Expressions

/// The derivative of one box with respect to one of its operands, as a function of all of them.
struct LocalSlope {
  let box: Expression
  let operands: [String]
  let node: String
  let slot: Int
  /// The operands that are data, by their places.
  let data: Set<Int>
  private let here: [Double]

  /// - Returns: nothing where an entry asks for no derivative of one box alone.
  init?(_ entry: Entry, in key: AnswerKey) {
    guard entry.isLocal, let slot = entry.slot,
      let expression = key.graph.nodes[entry.node].formula?.expression
    else { return nil }
    box = expression
    operands = expression.names
    node = key.graph.nodes[entry.node].name
    self.slot = slot
    here = key.forward.operandValues(of: entry.node)
    let operands = key.graph.nodes[entry.node].operands
    data = Set(operands.indices.filter { key.graph.nodes[operands[$0]].kind == .data })
  }

  /// The names that a formula for it may use: what enters the box, and the box's own value.
  var names: Set<String> { Set(operands).union([node]) }

  /// A formula with the box in the place of its own value.
  func overOperands(_ formula: Expression) -> Expression {
    formula.names.contains(node) ? formula.substituting([node: box]) : formula
  }

  /// The values of a formula's names where the operands have certain values.
  func values<S>(of formula: Expression, at point: [S]) -> [S] {
    formula.names.map { name in point[operands.firstIndex(of: name) ?? 0] }
  }

  /// The comparison of other formulas with the derivative, where the box has a value.
  ///
  /// - Parameter isDataFixed: whether data keep the values that they have.
  func comparison(
    with formulas: [Expression], isDataFixed: Bool = false
  ) -> FormulaComparison {
    let kinks = (formulas + [box]).map { formula in
      (formula, formula.names.map { operands.firstIndex(of: $0) ?? 0 })
    }
    var points = TrialPoints(operands.count, around: [here], kinksOf: kinks).points
    if isDataFixed {
      for place in points.indices {
        for slot in data { points[place][slot] = here[slot] }
      }
    }
    return FormulaComparison(
      with: { box.slotSlopes(from: box.termValues(at: $0))[slot] }, at: points,
      where: { box.value(at: $0).isKnown })
  }

  func difference(at point: [Double], found: Double?, _ expected: Double) -> FormulaDifference {
    FormulaDifference(
      at: zip(operands, point).map { FormulaDifference.Binding(name: $0, value: $1) },
      found: found, expected: expected)
  }
}
