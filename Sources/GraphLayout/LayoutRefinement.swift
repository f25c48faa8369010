/// A drawing of a graph that gets better while there is time.
///
/// It begins with a draft. Slice by slice the search goes on, to be called while nobody waits, and ends
/// with what `GraphLayout(graph)` draws at once. When and how often it is called changes nothing.
public struct LayoutRefinement: Sendable {
  private enum Stage {
    case layering(Layering)
    case ordering(LayeredGraph, OrderingSearch)
    case placing(LayeredGraph, NodeOrdering, NodePlacement)
    case finished
  }

  /// A drawing that begins as an earlier one was.
  struct Kept {
    let order: VertexOrder
    let ordering: NodeOrdering
    var placement: NodePlacement

    init(_ graph: LayeredGraph, near earlier: EarlierLayout, _ spacing: GraphLayout.Spacing) {
      var order = earlier.order(of: graph)
      order.descend(Neighbours(graph))
      self.order = order
      ordering = NodeOrdering(graph, keeping: order)
      placement = NodePlacement(graph, ordering, spacing, near: earlier.rows(of: graph))
    }

    /// Whether the order has at most a quarter more crossings than need be, or one.
    func isGoodEnough(_ graph: LayeredGraph, beside fewestCrossings: Int) -> Bool {
      4 * graph.crossings(order) <= 5 * fewestCrossings + 4
    }
  }

  /// The steps of a slice: about a millisecond.
  private static let stepsOfSlice = 300_000

  /// The draft, and the best drawing once the search has ended: it changes once.
  public private(set) var layout: GraphLayout
  private var stage: Stage
  /// The earlier drawing near which this one stays.
  private let earlier: EarlierLayout?
  /// What is drawn near it, unless another order has much fewer crossings.
  private var kept: Kept?
  private let spacing: GraphLayout.Spacing

  /// Draws a draft.
  public init(_ graph: LayoutGraph, spacing: GraphLayout.Spacing = GraphLayout.Spacing()) {
    self.spacing = spacing
    earlier = nil
    var layering = Layering(graph)
    layering.improve(upTo: GraphLayout.Effort.draft.simplexSteps)
    let layered = LayeredGraph(graph, layering.layers)
    var search = OrderingSearch(layered)
    while search.isDraft { search.sweep() }
    let ordering = NodeOrdering(layered, search.best)
    var placement = NodePlacement(layered, ordering, spacing)
    placement.improve(upTo: GraphLayout.Effort.draft.simplexSteps)
    layout = GraphLayout(layered, ordering, placement, spacing)
    stage =
      !layering.isOptimal
      ? .layering(layering)
      : !search.isFinished
        ? .ordering(layered, search)
        : placement.isOptimal ? .finished : .placing(layered, ordering, placement)
  }

  /// Draws a graph that is much like an earlier one, with most boxes where they were.
  ///
  /// Layers, orders and rows begin as they were. The draft is near the earlier drawing, too. Where wires turn out to
  /// cross much more often than they need, the drawing is made anew.
  ///
  /// - Parameter matching: for each node its number in the earlier graph; `nil` if it is new.
  public init(
    _ graph: LayoutGraph, near earlier: GraphLayout, matching: [Int?],
    spacing: GraphLayout.Spacing = GraphLayout.Spacing()
  ) {
    self.spacing = spacing
    let earlier = EarlierLayout(earlier, matching: matching)
    self.earlier = earlier
    var layering = Layering(graph, layers: earlier.layers(of: graph))
    layering.improve(upTo: GraphLayout.Effort.draft.simplexSteps)
    let layered = LayeredGraph(graph, layering.layers)
    var kept = Kept(layered, near: earlier, spacing)
    kept.placement.improve(upTo: GraphLayout.Effort.draft.simplexSteps)
    self.kept = kept
    layout = GraphLayout(layered, kept.ordering, kept.placement, spacing)
    stage =
      !layering.isOptimal
      ? .layering(layering)
      : kept.ordering.crossings > 0
        ? .ordering(layered, OrderingSearch(layered))
        : kept.placement.isOptimal ? .finished : .placing(layered, kept.ordering, kept.placement)
  }

  /// Whether the layout is the best that the search finds.
  public var isFinished: Bool {
    if case .finished = stage { true } else { false }
  }

  /// Does a slice of the search.
  public mutating func improve() {
    let limit = GraphLayout.Effort.full.simplexSteps
    var current = Stage.finished
    swap(&stage, &current)
    switch current {
    case .layering(var layering):
      layering.improve(upTo: min(limit, layering.steps + Self.stepsOfSlice))
      if layering.isOptimal || layering.steps >= limit {
        let layered = LayeredGraph(layout.graph, layering.layers)
        kept = earlier.map { Kept(layered, near: $0, spacing) }
        stage = .ordering(layered, OrderingSearch(layered))
      } else {
        stage = .layering(layering)
      }
    case .ordering(let layered, var search):
      search.improve(steps: Self.stepsOfSlice)
      if !search.isFinished {
        stage = .ordering(layered, search)
      } else if let kept, kept.isGoodEnough(layered, beside: search.fewestCrossings) {
        stage = .placing(layered, kept.ordering, kept.placement)
      } else {
        let ordering = NodeOrdering(layered, search.best)
        stage = .placing(layered, ordering, NodePlacement(layered, ordering, spacing))
      }
    case .placing(let layered, let ordering, var placement):
      placement.improve(upTo: min(limit, placement.steps + Self.stepsOfSlice))
      if placement.isOptimal || placement.steps >= limit {
        layout = GraphLayout(layered, ordering, placement, spacing)
      } else {
        stage = .placing(layered, ordering, placement)
      }
    case .finished:
      break
    }
  }
}
