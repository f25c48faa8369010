/// What was found of layouts that depends on which boxes are joined, and on no size: the layers of the boxes, and an
/// order of each layer with few crossings.
///
/// A graph is laid out in several sizes until it has room, and again when a number needs more of it; each search is
/// done once for all of these.
public struct LayoutMemory: Sendable {
  /// Boxes and wires whose layers are searched for, from some layers on.
  private struct Joints: Hashable {
    var count: Int
    var edges: [LayoutGraph.Edge]
    var layers: [Int]?
  }

  /// The order of layers with the fewest crossings that was found.
  struct Order {
    var best: VertexOrder
    var fewestCrossings: Int
  }

  /// So many graphs are remembered; with one more all are forgotten.
  private static let limit = 24

  private var layers: [Joints: [Int]] = [:]
  private var orders: [Joints: Order] = [:]

  public init() {}

  /// The layers of a graph's nodes.
  ///
  /// - Parameter start: the layers with which the search begins; the earliest ones unless told.
  mutating func layers(of graph: LayoutGraph, from start: [Int]? = nil) -> [Int] {
    let joints = Joints(count: graph.nodes.count, edges: graph.edges, layers: start)
    if let known = layers[joints] { return known }
    var layering = start.map { Layering(graph, layers: $0) } ?? Layering(graph)
    layering.improve(upTo: GraphLayout.Effort.full.simplexSteps)
    if layers.count >= LayoutMemory.limit { layers = [:] }
    layers[joints] = layering.layers
    return layering.layers
  }

  /// The best order of a graph's layers.
  mutating func order(of graph: LayeredGraph) -> Order {
    let joints = Joints(
      count: graph.nodeCount, edges: graph.graph.edges,
      layers: Array(graph.layerOfVertex.prefix(graph.nodeCount)))
    if let known = orders[joints] { return known }
    var search = OrderingSearch(graph)
    while !search.isFinished { search.sweep() }
    let order = Order(best: search.best, fewestCrossings: search.fewestCrossings)
    if orders.count >= LayoutMemory.limit { orders = [:] }
    orders[joints] = order
    return order
  }
}

extension LayoutMemory: Hashable {
  // What is remembered makes no drawing another one.
  public static func == (_: LayoutMemory, _: LayoutMemory) -> Bool { true }

  public func hash(into _: inout Hasher) {}
}

extension GraphLayout {
  /// Draws a graph as well as it can be, with what is remembered of graphs whose boxes are joined as its are.
  ///
  /// It is the drawing that is made without a memory.
  public init(_ graph: LayoutGraph, spacing: Spacing = Spacing(), memory: inout LayoutMemory) {
    let layered = LayeredGraph(graph, memory.layers(of: graph))
    let ordering = NodeOrdering(layered, memory.order(of: layered).best)
    var placement = NodePlacement(layered, ordering, spacing)
    placement.improve(upTo: Effort.full.simplexSteps)
    self.init(layered, ordering, placement, spacing)
  }

  /// Draws a graph that is much like an earlier one, with most boxes where they were.
  ///
  /// - Parameter matching: for each node its number in the earlier graph; `nil` if it is new.
  public init(
    _ graph: LayoutGraph, near earlier: GraphLayout, matching: [Int?],
    spacing: Spacing = Spacing(), memory: inout LayoutMemory
  ) {
    let earlier = EarlierLayout(earlier, matching: matching)
    let layered = LayeredGraph(
      graph, memory.layers(of: graph, from: earlier.layers(of: graph)))
    let kept = LayoutRefinement.Kept(layered, near: earlier, spacing)
    var (ordering, placement) = (kept.ordering, kept.placement)
    if ordering.crossings > 0 {
      let order = memory.order(of: layered)
      if !kept.isGoodEnough(layered, beside: order.fewestCrossings) {
        ordering = NodeOrdering(layered, order.best)
        placement = NodePlacement(layered, ordering, spacing)
      }
    }
    placement.improve(upTo: Effort.full.simplexSteps)
    self.init(layered, ordering, placement, spacing)
  }
}
