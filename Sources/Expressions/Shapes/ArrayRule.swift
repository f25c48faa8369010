/// The derivative of the output with respect to an operand of an operation on arrays: a row of the table, read.
public struct ArrayRule: Hashable, Sendable {
  /// The rule over the operands A, B and C, the result Y and the upstream derivative G.
  public let expression: Expression

  /// What rules call their operands.
  public static let operandNames = ["A", "B", "C"]

  /// - Returns: `nil` where the derivative is 0.
  public init?(_ operation: ArrayOperation, operand: Int, shapes: [Shape]) {
    guard let text = operation.derivativeFormula(operand: operand, shapes: shapes),
      let result = try? operation.shape(of: shapes)
    else { return nil }
    var names = ["Y": result, "G": result]
    for (name, shape) in zip(ArrayRule.operandNames, shapes) { names[name] = shape }
    do {
      let formula = try Formula(text, known: Set(names.keys), shapes: names)
      assert(
        formula.shape == shapes[operand],
        "\(text) has \(formula.shape.text), its operand \(shapes[operand].text)")
      expression = formula.expression
    } catch {
      preconditionFailure("the rule \(text) is a formula: \(error.message)")
    }
  }
}
