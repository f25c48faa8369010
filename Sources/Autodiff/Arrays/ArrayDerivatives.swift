public import Expressions

/// The derivatives of a graph with arrays as formulas over its quantities.
public struct ArrayDerivatives: Sendable {
  private let graph: ComputationGraph
  private let starts: [ArrayReading.Start]
  private let outputName: String

  public init(_ reading: ArrayReading) {
    graph = reading.graph
    starts = reading.starts
    outputName = reading.outputName
  }

  /// The derivative of the output with respect to a quantity, over the quantities of the graph: `X' (A - Y) / 4`.
  ///
  /// Where a derivative is given to begin with, it stands in the formula as it was given.
  ///
  /// - Complexity: O(n) in the terms of all formulas behind the quantity.
  public func formula(withRespectTo node: Int) -> Formula {
    var terms = ArrayTerms()
    let names = graph.nodes.indices.map { terms.name(graph.nodes[$0].name, graph.shape(of: $0)) }
    var adjoints: [ArrayTerms.Part?] = Array(repeating: nil, count: graph.nodes.count)
    if starts.isEmpty { adjoints[graph.output] = terms.number(1) }
    for start in starts {
      let expression = start.formula.expression
      let part = terms.formula(
        expression, at: expression.names.map { names[graph.index(of: $0) ?? 0] })
      adjoints[start.node] = adjoints[start.node].map { terms.sum($0, part) } ?? part
    }
    for index in graph.nodes.indices.reversed() where index > node {
      guard let adjoint = adjoints[index], let formula = graph.nodes[index].formula else {
        continue
      }
      let operands = graph.nodes[index].operands
      let parts = terms.derivatives(
        of: formula.expression, at: operands.map { names[$0] }, result: names[index],
        upstream: adjoint)
      for (operand, part) in zip(operands, parts) {
        guard let part else { continue }
        adjoints[operand] = adjoints[operand].map { terms.sum($0, part) } ?? part
      }
    }
    let zeros = terms.number(0, graph.shape(of: node))
    return terms.formula(of: adjoints[node] ?? zeros)
  }

  /// What a node passes back to one of its operands: `X' dJ/dZ`.
  ///
  /// - Parameter slot: the operand, as an index into the node's operands.
  /// - Returns: `nil` where it passes nothing, as to an index.
  public func rule(of node: Int, slot: Int) -> Formula? {
    guard let formula = graph.nodes[node].formula else { return nil }
    var terms = ArrayTerms()
    let operands = graph.nodes[node].operands
    let names = operands.map { terms.name(graph.nodes[$0].name, graph.shape(of: $0)) }
    let result = terms.name(graph.nodes[node].name, graph.shape(of: node))
    let isOutput = node == graph.output && starts.isEmpty
    let upstream =
      isOutput
      ? terms.number(1)
      : terms.name(
        ComputationGraph.derivativeName(of: outputName, by: graph.nodes[node].name),
        graph.shape(of: node))
    let parts = terms.derivatives(
      of: formula.expression, at: names, result: result, upstream: upstream)
    return parts[slot].map { terms.formula(of: $0) }
  }
}
