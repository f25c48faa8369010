public import Expressions

extension Tape {
  /// Compiles a graph: its parameters are those of the tape, in their order, and every node is kept under its index.
  ///
  /// Only what lies within one formula is fused, since a node's value and derivative can be asked.
  ///
  /// - Complexity: O(n) in the terms of all formulas.
  public convenience init(_ graph: ComputationGraph) {
    var builder = TapeBuilder()
    var quantities: [TapeBuilder.Quantity] = []
    quantities.reserveCapacity(graph.nodes.count)
    for node in graph.nodes {
      switch node.kind {
      case .parameter: quantities.append(builder.parameter())
      case .data: quantities.append(builder.number(0))
      case .operation(let formula):
        quantities.append(
          builder.append(formula.expression, at: node.operands.map { quantities[$0] }))
      }
    }
    self.init(builder, output: quantities[graph.output], keeping: quantities)
  }
}

extension TapeBuilder {
  /// Adds the operations of a formula.
  ///
  /// - Parameter operands: a quantity for each name of the formula.
  /// - Returns: the value of the formula, always a new operation: a name alone is multiplied by 1.
  public mutating func append(_ expression: Expression, at operands: [Quantity]) -> Quantity {
    precondition(operands.count == expression.names.count, "each name has a quantity")
    var results: [Quantity] = []
    results.reserveCapacity(expression.terms.count)
    for term in expression.terms {
      switch term {
      case .number(let number): results.append(self.number(number))
      case .constant(let constant): results.append(number(constant.value))
      case .name(let slot): results.append(operands[slot])
      case .unary(let operation, let a):
        results.append(apply(operation, results[a], results[a]))
      case .binary(let operation, let a, let b):
        results.append(apply(operation, results[a], results[b]))
      case .array: Expression.hasArrays()
      }
    }
    let result = results[expression.root]
    switch expression.terms[expression.root] {
    case .unary, .binary, .array: return result
    case .number, .constant, .name: return apply(.multiply, result, one)
    }
  }
}
