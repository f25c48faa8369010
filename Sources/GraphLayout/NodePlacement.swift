/// The fourth phase: the row of each vertex, so that wires are short and, above all, straight.
///
/// Minimises the weighted sum of the rows that wires climb, with the order and the distances in each
/// layer given: by sweeps that solve one layer exactly, then by network simplex for all layers
/// together, as Gansner and others (1993) do. Sums of absolute values have optima where many terms
/// are zero, which is where wires are straight.
struct NodePlacement {
  /// The topmost row of each vertex; some may be negative.
  private(set) var rows: [Int]
  /// The row where each hop leaves its left vertex, and where it enters its right one.
  private(set) var hopRows: [(left: Int, right: Int)]
  /// For each hop the rows from the tops of its two vertices to its ends.
  private let offsets: [(left: Int, right: Int)]
  private let weights: [Int]
  private let graph: LayeredGraph
  private let layers: [[Int]]
  private let spacing: GraphLayout.Spacing

  init(
    _ graph: LayeredGraph, _ ordering: NodeOrdering, _ spacing: GraphLayout.Spacing,
    _ effort: GraphLayout.Effort
  ) {
    self.graph = graph
    self.spacing = spacing
    layers = ordering.layers
    rows = Array(repeating: 0, count: graph.vertexCount)
    offsets = Self.offsets(graph, ordering)
    weights = graph.hops.map { Self.weight(of: $0, graph) }
    hopRows = []
    stack()
    sweep()
    minimise(budget: effort.simplexSteps)
    hopRows = graph.hops.indices.map { hop in
      let ends = graph.hops[hop]
      return (rows[ends.left] + offsets[hop].left, rows[ends.right] + offsets[hop].right)
    }
  }

  /// Hops enter a node in the order of their left ends, so that they do not cross there.
  private static func offsets(
    _ graph: LayeredGraph, _ ordering: NodeOrdering
  ) -> [(left: Int, right: Int)] {
    var offsets = graph.hops.map { (graph.outletRow(of: $0.left), graph.inletRow(of: $0.right)) }
    for node in 0..<graph.nodeCount {
      let entering = graph.hopsInto[node].sorted { a, b in
        let (first, second) = (graph.hops[a].left, graph.hops[b].left)
        return first == second
          ? a < b : ordering.positions[first] < ordering.positions[second]
      }
      for (index, hop) in entering.enumerated() { offsets[hop].1 += index }
    }
    return offsets
  }

  /// Long wires and chains want to be straight most, and operations more than their inputs.
  private static func weight(of hop: LayeredGraph.Hop, _ graph: LayeredGraph) -> Int {
    switch (graph.isDummy(hop.left), graph.isDummy(hop.right)) {
    case (true, true): return 16
    case (true, false), (false, true): return 4
    case (false, false):
      let isChain = graph.hopsFrom[hop.left].count == 1 && graph.hopsInto[hop.right].count == 1
      let isInput = graph.hopsInto[hop.left].isEmpty
      return isChain ? 32 : isInput ? 2 : 3
    }
  }

  /// The least distance between the tops of two vertices that are neighbours in a layer.
  private func distance(from upper: Int, to lower: Int) -> Int {
    let gap: Int
    switch (graph.isDummy(upper), graph.isDummy(lower)) {
    case (false, false): gap = spacing.betweenBoxes
    case (true, true): gap = 0
    default: gap = spacing.besideWires
    }
    return graph.height(of: upper) + gap
  }
}

extension NodePlacement {
  /// Places every layer as high as it can be.
  private mutating func stack() {
    for layer in layers {
      for (upper, lower) in zip(layer, layer.dropFirst()) {
        rows[lower] = rows[upper] + distance(from: upper, to: lower)
      }
    }
  }

  /// Solves layer after layer, with its neighbours fixed, forth and back, until nothing moves.
  private mutating func sweep() {
    var before: [Int] = []
    for round in 0..<6 where rows != before {
      before = rows
      for layer in layers { settle(layer, byLeft: true, byRight: round > 1) }
      for layer in layers.reversed() { settle(layer, byLeft: round > 1, byRight: true) }
    }
  }

  private mutating func settle(_ layer: [Int], byLeft: Bool, byRight: Bool) {
    var regression = IsotonicRegression()
    var depth = 0
    var depths: [Int] = []
    for (index, vertex) in layer.enumerated() {
      if index > 0 { depth += distance(from: layer[index - 1], to: vertex) }
      depths.append(depth)
      regression.beginValue()
      if byLeft {
        for hop in graph.hopsInto[vertex] {
          let row = rows[graph.hops[hop].left] + offsets[hop].left - offsets[hop].right
          regression.attract(to: row - depth, weight: weights[hop])
        }
      }
      if byRight {
        for hop in graph.hopsFrom[vertex] {
          let row = rows[graph.hops[hop].right] + offsets[hop].right - offsets[hop].left
          regression.attract(to: row - depth, weight: weights[hop])
        }
      }
      regression.endValue()
    }
    for (index, value) in regression.values.enumerated() {
      rows[layer[index]] = (value ?? rows[layer[index]] - depths[index]) + depths[index]
    }
  }

  /// Makes the whole sum least by network simplex.
  ///
  /// A hop is a node of its own, above both its ends, and the edges to them are as long as the ends lie
  /// below it.
  private mutating func minimise(budget: Int) {
    var edges: [NetworkSimplex.Edge] = []
    var ranks = rows
    for layer in layers {
      for (upper, lower) in zip(layer, layer.dropFirst()) {
        edges.append(
          .init(tail: upper, head: lower, minimum: distance(from: upper, to: lower), weight: 0))
      }
    }
    for (hop, ends) in graph.hops.enumerated() {
      let top = ranks.count
      ranks.append(
        min(rows[ends.left] + offsets[hop].left, rows[ends.right] + offsets[hop].right))
      edges.append(
        .init(tail: top, head: ends.left, minimum: -offsets[hop].left, weight: weights[hop]))
      edges.append(
        .init(tail: top, head: ends.right, minimum: -offsets[hop].right, weight: weights[hop]))
    }
    let simplex = NetworkSimplex(ranks: ranks, edges: edges, budget: budget)
    rows = Array(simplex.ranks.prefix(rows.count))
  }
}
