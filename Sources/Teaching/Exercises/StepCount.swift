public import Autodiff

/// How many steps both methods take on a graph; a step is one node or one parameter.
public struct StepCount: Hashable, Sendable {
  /// How many boxes the graph has.
  public let nodes: Int
  /// The names of its parameters, from left to right.
  public let parameters: [String]

  /// - Complexity: O(n) in the nodes of the graph.
  public init(on graph: ComputationGraph) {
    nodes = graph.operations.count
    parameters = graph.nodes.filter { $0.kind == .parameter }.map(\.name)
  }

  /// The steps of one sweep from right to left, which gives all derivatives.
  public var sweep: Int { nodes + parameters.count }

  /// The steps of nudging every parameter, each of which computes all boxes anew.
  public var nudging: Int { nodes * parameters.count }
}
