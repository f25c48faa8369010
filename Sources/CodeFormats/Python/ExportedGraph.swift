public import Autodiff
public import Expressions

/// A graph with its numbers, as it is written for other programs.
public struct ExportedGraph: Sendable {
  public let reading: ArrayReading
  /// A value for each node, and the derivative of the output with respect to it.
  public let values: [NumericArray]
  public let derivatives: [NumericArray]

  /// - Precondition: there is an array for each node of the graph.
  public init(_ reading: ArrayReading, values: [NumericArray], derivatives: [NumericArray]) {
    precondition(values.count == reading.graph.nodes.count, "each node has a value")
    precondition(derivatives.count == values.count, "each node has a derivative")
    self.reading = reading
    self.values = values
    self.derivatives = derivatives
  }

  public var graph: ComputationGraph { reading.graph }

  /// The inputs that are indices alone, which programs want as whole numbers.
  var indices: Set<Int> {
    var used: Set<Int> = []
    var others: Set<Int> = []
    for node in graph.nodes {
      guard let expression = node.formula?.expression else { continue }
      var direct: Set<Int> = []
      for call in expression.arrays {
        switch call.operation {
        case .rows, .picked, .oneHot, .scatter:
          direct.insert(call.operands[call.operation.indexOperand])
        case .crossEntropy:
          if case .name(let slot) = expression.terms[call.operands[1]],
            graph.shape(of: node.operands[slot]).axes == 1
          {
            direct.insert(call.operands[1])
          }
        default: break
        }
      }
      for term in direct {
        if case .name(let slot) = expression.terms[term] { used.insert(node.operands[slot]) }
      }
      var rest: Set<Int> = []
      for (index, term) in expression.terms.enumerated() {
        switch term {
        case .unary(_, let a): rest.insert(a)
        case .binary(_, let a, let b): rest.formUnion([a, b])
        case .array(let call):
          rest.formUnion(expression.arrays[call].operands.filter { !direct.contains($0) })
        case .number, .constant, .name: break
        }
        if index == expression.root { rest.insert(index) }
      }
      for term in rest where !direct.contains(term) {
        if case .name(let slot) = expression.terms[term] { others.insert(node.operands[slot]) }
      }
    }
    return used.subtracting(others).filter { graph.nodes[$0].formula == nil }
  }
}

extension ArrayOperation {
  /// Which operand is an index, of those that have one.
  fileprivate var indexOperand: Int {
    if case .oneHot = self { return 0 }
    return 1
  }
}
