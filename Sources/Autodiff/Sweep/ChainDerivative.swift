public import Expressions

/// The derivative of a graph's output with respect to one of its quantities, through all formulas between them.
///
/// As a formula it is over the inputs of the graph. A quantity that is computed itself stands in it by its name, as if
/// it were an input; a quantity that the graph does not have has the derivative 0.
public struct ChainDerivative: Sendable {
  private let graph: ComputationGraph
  /// The quantity; nil if the graph does not have it.
  private let node: Int?
  /// The derivative as a formula; parts that it repeats have the names that they have in the graph, if any.
  public let formula: SymbolicDerivative

  /// - Complexity: O(n log n) in the terms of all formulas, however often a quantity is used.
  public init(of graph: ComputationGraph, withRespectTo name: String) {
    let node = graph.index(of: name)
    let (terms, places) = graph.sharedTerms(holding: node)
    let names = graph.nodes.map(\.name)
    // Of quantities that come to the same, the first gives its name.
    let called = Dictionary(zip(places, names), uniquingKeysWith: { first, _ in first })
    self.graph = graph
    self.node = node
    formula = SymbolicDerivative(
      of: places[graph.output], in: terms, withRespectTo: name, called: called, beside: names)
  }

  /// Computes the number that the derivative has, by a reverse sweep and not by the formula.
  ///
  /// - Parameter inputs: a number for each input of the graph.
  /// - Throws: `EvaluationError` for the first value or derivative of the graph that is not finite.
  /// - Complexity: O(n) in the terms of all formulas.
  public func value(at inputs: [String: Double]) throws(EvaluationError) -> Double {
    let backward = try BackwardPass(ForwardPass(graph, at: inputs))
    return node.map { backward.derivatives[$0] } ?? 0
  }
}
