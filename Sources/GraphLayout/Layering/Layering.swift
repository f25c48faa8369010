/// The first phase: a layer for each node, such that all wires together pass few layers.
///
/// A node stands right of all its operands. Layers come from network simplex, so an input stands in
/// the layer before its first consumer and not in a column of inputs at the far left.
struct Layering: Sendable {
  private let graph: LayoutGraph
  private var simplex: NetworkSimplex

  /// Starts with the earliest layer for each node.
  init(_ graph: LayoutGraph) {
    self.init(graph, layers: Self.earliestLayers(graph))
  }

  /// Starts with layers where every node stands right of its operands.
  init(_ graph: LayoutGraph, layers: [Int]) {
    self.graph = graph
    simplex = NetworkSimplex(
      ranks: layers,
      edges: graph.edges.map { .init(tail: $0.source, head: $0.target, minimum: 1, weight: 1) })
  }

  /// The layer of each node, from 0 on.
  var layers: [Int] {
    Self.fromZero(simplex.ranks, graph)
  }

  var isOptimal: Bool { simplex.isOptimal }
  var steps: Int { simplex.steps }

  mutating func improve(upTo limit: Int) {
    simplex.improve(upTo: limit)
  }

  /// The length of the longest path to each node.
  private static func earliestLayers(_ graph: LayoutGraph) -> [Int] {
    let entering = Adjacency(keys: graph.edges.map(\.target), count: graph.nodes.count)
    var layers = Array(repeating: 0, count: graph.nodes.count)
    for node in layers.indices {
      for edge in entering[node] {
        layers[node] = max(layers[node], layers[graph.edges[edge].source] + 1)
      }
    }
    return layers
  }

  /// Moves every connected part of the graph to the left, so that it begins in layer 0.
  private static func fromZero(_ ranks: [Int], _ graph: LayoutGraph) -> [Int] {
    let parts = graph.connectedParts
    var least = Array(repeating: Int.max, count: ranks.count)
    for (node, part) in parts.enumerated() { least[part] = min(least[part], ranks[node]) }
    return ranks.indices.map { ranks[$0] - least[parts[$0]] }
  }
}
