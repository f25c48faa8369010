/// The fourth phase: the row of each vertex, so that wires are short and, above all, straight.
///
/// Minimises the weighted sum of the rows that wires climb, with the order and the distances in each
/// layer given: by sweeps that solve one layer exactly, then by network simplex for all layers
/// together, as Gansner and others (1993) do. Sums of absolute values have optima where many terms
/// are zero, which is where wires are straight.
struct NodePlacement: Sendable {
  /// The topmost row of each vertex; some may be negative.
  private(set) var rows: [Int]
  /// The rows of all layers together, while they are improved.
  private var simplex: NetworkSimplex?
  /// For each hop the rows from the tops of its two vertices to its ends.
  private let offsets: [(left: Int, right: Int)]
  private let weights: [Int]
  private let graph: LayeredGraph
  private let layers: [[Int]]
  private let spacing: GraphLayout.Spacing

  /// Places the vertices layer by layer, or as near as can be to rows where they were.
  init(
    _ graph: LayeredGraph, _ ordering: NodeOrdering, _ spacing: GraphLayout.Spacing,
    near earlierRows: [Int?] = []
  ) {
    self.graph = graph
    self.spacing = spacing
    layers = ordering.layers
    rows = Array(repeating: 0, count: graph.vertexCount)
    offsets = Self.offsets(graph, ordering)
    weights = graph.hops.map { Self.weight(of: $0, graph) }
    stack()
    if earlierRows.isEmpty { sweep() } else { stay(near: earlierRows) }
    simplex = allLayers(near: earlierRows)
  }

  var isOptimal: Bool { simplex?.isOptimal ?? true }
  var steps: Int { simplex?.steps ?? 0 }

  /// Improves the rows of all layers together.
  mutating func improve(upTo limit: Int) {
    simplex?.improve(upTo: limit)
    if let ranks = simplex?.ranks { rows = Array(ranks.prefix(rows.count)) }
  }

  /// The row where a hop leaves its left vertex, and where it enters its right one.
  func rows(of hop: Int) -> (left: Int, right: Int) {
    let ends = graph.hops[hop]
    return (rows[ends.left] + offsets[hop].left, rows[ends.right] + offsets[hop].right)
  }

  /// Hops enter a node in the order of their left ends, so that they do not cross there.
  private static func offsets(
    _ graph: LayeredGraph, _ ordering: NodeOrdering
  ) -> [(left: Int, right: Int)] {
    var offsets = graph.hops.map { (graph.outletRow(of: $0.left), graph.inletRow(of: $0.right)) }
    for node in 0..<graph.nodeCount where graph.hopsInto.range(node).count > 1 {
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

  /// Puts every layer as near to earlier rows as its distances allow.
  private mutating func stay(near earlierRows: [Int?]) {
    for layer in layers {
      let layerRows = settled(layer) { vertex, depth, regression in
        if let row = earlierRows[vertex] { regression.attract(to: row - depth, weight: 1) }
      }
      place(layer, layerRows)
    }
  }

  private mutating func settle(_ layer: [Int], byLeft: Bool, byRight: Bool) {
    let layerRows = settled(layer) { vertex, depth, regression in
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
    }
    place(layer, layerRows)
  }

  /// The rows of a layer's vertices where they are attracted, as far as their distances allow.
  private func settled(
    _ layer: [Int],
    attract: (_ vertex: Int, _ depth: Int, _ regression: inout IsotonicRegression) -> Void
  ) -> [Int] {
    var regression = IsotonicRegression()
    var depth = 0
    var depths: [Int] = []
    for (index, vertex) in layer.enumerated() {
      if index > 0 { depth += distance(from: layer[index - 1], to: vertex) }
      depths.append(depth)
      regression.beginValue()
      attract(vertex, depth, &regression)
      regression.endValue()
    }
    return regression.values.enumerated().map { index, value in
      value.map { $0 + depths[index] } ?? rows[layer[index]]
    }
  }

  private mutating func place(_ layer: [Int], _ layerRows: [Int]) {
    for (vertex, row) in zip(layer, layerRows) { rows[vertex] = row }
  }

  /// The whole sum as a task of network simplex.
  ///
  /// A hop is a node of its own, above both its ends, and the edges to them are as long as the ends lie
  /// below it. So is what holds a vertex at its earlier row, between it and one node for row 0; it
  /// weighs less than any wire.
  private func allLayers(near earlierRows: [Int?]) -> NetworkSimplex {
    var edges: [NetworkSimplex.Edge] = []
    var ranks = rows
    func attract(_ a: Int, _ aOffset: Int, to b: Int, _ bOffset: Int, weight: Int) {
      let top = ranks.count
      ranks.append(min(ranks[a] + aOffset, ranks[b] + bOffset))
      edges.append(.init(tail: top, head: a, minimum: -aOffset, weight: weight))
      edges.append(.init(tail: top, head: b, minimum: -bOffset, weight: weight))
    }
    for layer in layers {
      for (upper, lower) in zip(layer, layer.dropFirst()) {
        edges.append(
          .init(tail: upper, head: lower, minimum: distance(from: upper, to: lower), weight: 0))
      }
    }
    for (hop, ends) in graph.hops.enumerated() {
      let (left, right) = offsets[hop]
      attract(ends.left, left, to: ends.right, right, weight: 4 * weights[hop])
    }
    if !earlierRows.isEmpty {
      let ground = ranks.count
      ranks.append(0)
      for (vertex, row) in earlierRows.enumerated() {
        if let row { attract(vertex, 0, to: ground, row, weight: 1) }
      }
    }
    return NetworkSimplex(ranks: ranks, edges: edges)
  }
}
