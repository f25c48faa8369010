public import Expressions

/// The values and derivatives of a graph, each with a bound on its rounding.
public struct BoundedPass: Sendable {
  /// The value of each node, in the order of the graph.
  public let values: [BoundedNumber]
  /// The derivative of the output with respect to each node.
  public let derivatives: [BoundedNumber]
  /// For each node the derivative with respect to each of its operands.
  public let locals: [[BoundedNumber]]

  /// Computes a graph forward and backward anew, by the same rules as `ForwardPass` and `ReverseSweep`.
  ///
  /// - Parameter forward: the values, of which those of the inputs are taken.
  /// - Complexity: O(n) in the terms of all formulas, some ten times the cost of plain numbers.
  public init(_ forward: ForwardPass) {
    self.init(forward.graph) { BoundedNumber(forward.values[$0]) }
  }

  /// Computes a graph forward and backward from inputs that are rounded themselves.
  ///
  /// - Parameter input: gives the number of an input.
  /// - Complexity: O(n) in the terms of all formulas.
  public init(_ graph: ComputationGraph, at input: (Int) -> BoundedNumber) {
    var values: [BoundedNumber] = []
    values.reserveCapacity(graph.nodes.count)
    var locals: [[BoundedNumber]] = []
    locals.reserveCapacity(graph.nodes.count)
    for (index, node) in graph.nodes.enumerated() {
      guard let expression = node.formula?.expression else {
        values.append(input(index))
        locals.append([])
        continue
      }
      let results = expression.termValues(at: node.operands.map { values[$0] })
      values.append(results[expression.root])
      locals.append(expression.slotSlopes(from: results))
    }
    var derivatives = Array(repeating: BoundedNumber(0), count: graph.nodes.count)
    derivatives[graph.output] = BoundedNumber(1)
    for index in graph.nodes.indices.reversed() where graph.reachesOutput[index] {
      for (slot, operand) in graph.nodes[index].operands.enumerated() {
        let part = BoundedNumber.apply(.multiply, locals[index][slot], derivatives[index])
        derivatives[operand] = .apply(.add, derivatives[operand], part)
      }
    }
    self.values = values
    self.derivatives = derivatives
    self.locals = locals
  }
}
