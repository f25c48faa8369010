public import Autodiff
import Expressions

/// How many steps both methods take on a graph; a step is one node or one parameter.
///
/// In a graph with arrays one rule passes back a whole array, so that a sweep takes each parameter at once; a nudge moves
/// a single number.
public struct StepCount: Hashable, Sendable {
  /// How many boxes the graph has.
  public let nodes: Int
  /// The names of its parameters, from left to right.
  public let parameters: [String]
  /// How many numbers these hold.
  public let cells: Int

  /// - Complexity: O(n) in the nodes of the graph.
  public init(on graph: ComputationGraph) {
    nodes = graph.operations.count
    let places = graph.nodes.indices.filter { graph.nodes[$0].kind == .parameter }
    parameters = places.map { graph.nodes[$0].name }
    cells = places.reduce(0) { $0 + graph.shape(of: $1).count }
  }

  /// The steps of one sweep from right to left, which gives all derivatives.
  public var sweep: Int { nodes + parameters.count }

  /// The steps of nudging every number of every parameter, each of which computes all boxes anew.
  public var nudging: Int { nodes * cells }
}
