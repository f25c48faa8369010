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

  /// The rule of an operation number by number, whose smaller operand was spread and is summed.
  ///
  /// - Returns: `nil` where the derivative is 0.
  package init?(_ operation: Operation, operand: Int, shapes: [Shape]) {
    let local = operand == 0 ? operation.rule.0 : operation.rule.1
    let result = shapes.count == 1 ? shapes[0] : Shape.broadcast(shapes[0], shapes[1])
    guard local != Expression(0), let result else { return nil }
    var rule = Expression()
    let upstream = rule.append(name: "G")
    var root = upstream
    if local == -Expression(1) {
      root = rule.append(.negate, upstream, upstream)
    } else if local != Expression(1) {
      var places: [String: Int] = [:]
      for name in local.names { places[name] = rule.append(name: name.uppercased()) }
      let slope = rule.append(local, placing: places)
      root = rule.append(.multiply, upstream, slope)
    }
    if result != shapes[operand],
      let sum = try? Formula(
        Shape.summing("G", from: result, to: shapes[operand]), known: ["G"],
        shapes: ["G": result])
    {
      _ = rule.append(sum.expression, placing: ["G": root])
    }
    expression = rule
  }
}
