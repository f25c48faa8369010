public import TextScreen

/// A layered drawing of a graph on a grid of characters, read from left to right.
///
/// Nodes stand in layers, a node to the right of all that it is made of. Between two layers lies a
/// channel, where wires change rows. All wires of one source leave through its one outlet and may
/// share cells; wires of different sources only cross, at a right angle. The same graph always gets
/// the same drawing. The phases are those of Sugiyama, Tagawa and Toda, "Methods for visual
/// understanding of hierarchical system structures" (1981).
public struct GraphLayout: Hashable, Sendable {
  /// The way of one edge, cell by cell.
  public struct Wire: Hashable, Sendable {
    /// The node it comes from; wires of one source are one net.
    public var source: Int
    /// The cells where it starts, turns and ends, in order: the first is right of the source's
    /// rectangle, the last left of the target's. Two neighbours share a row or a column.
    public var points: [Point]

    public init(source: Int, points: [Point]) {
      self.source = source
      self.points = points
    }
  }

  /// How far things keep apart, in cells, none of them negative.
  public struct Spacing: Hashable, Sendable {
    /// The free rows between two boxes of a layer.
    public var betweenBoxes: Int
    /// The free rows between a box and a wire that passes it.
    public var besideWires: Int
    /// The free columns between wires that change rows side by side.
    public var betweenTracks: Int
    /// The free columns between a box and the first of these wires.
    public var beforeTracks: Int
    /// The least width of a channel between two layers: 3 is `──▶`, at least 2.
    public var channel: Int

    public init(
      betweenBoxes: Int = 1, besideWires: Int = 0, betweenTracks: Int = 1, beforeTracks: Int = 1,
      channel: Int = 3
    ) {
      self.betweenBoxes = betweenBoxes
      self.besideWires = besideWires
      self.betweenTracks = betweenTracks
      self.beforeTracks = beforeTracks
      self.channel = channel
    }
  }

  public let graph: LayoutGraph
  /// The extent of the drawing; all of it lies right of and below (0, 0).
  public var size: Size
  /// The top left cell of each node's rectangle.
  public var places: [Point]
  /// The wire of each edge.
  public var wires: [Wire]
  /// The crossings of wires between neighbouring layers, as the field counts them: wires are straight
  /// lines there, and those of one source that go on together are one. Fewer may be drawn.
  public let crossings: Int

  /// Draws a graph.
  ///
  /// - Complexity: near linear in the nodes and in the cells of layers that long edges pass; the
  ///   search for few crossings and short wires has a fixed budget.
  public init(_ graph: LayoutGraph, spacing: Spacing = Spacing(), effort: Effort = .full) {
    var layering = Layering(graph)
    layering.improve(upTo: effort.simplexSteps)
    let layered = LayeredGraph(graph, layering.layers)
    var search = OrderingSearch(layered)
    switch effort {
    case .glance: break
    case .draft: while search.isDraft { search.sweep() }
    case .full: while !search.isFinished { search.sweep() }
    }
    let ordering = NodeOrdering(layered, search.best)
    var placement = NodePlacement(layered, ordering, spacing)
    placement.improve(upTo: effort.simplexSteps)
    self.init(layered, ordering, placement, spacing)
  }

  /// A layout that was put together from others.
  public init(graph: LayoutGraph, size: Size, places: [Point], wires: [Wire], crossings: Int) {
    self.crossings = crossings
    self.graph = graph
    self.size = size
    self.places = places
    self.wires = wires
  }

  /// The rectangle of a node.
  public func rect(of node: Int) -> Rect {
    Rect(origin: places[node], size: graph.nodes[node].size)
  }
}
