public import TextScreen

/// How much work the drawing of a graph is, and about how large it gets, told from its layers alone.
public struct LayoutLoad: Hashable, Sendable {
  /// The boxes, and for each layer that wires of one of them pass one vertex more.
  public private(set) var vertices: Int
  public let edges: Int
  /// The extent, where every wire between two layers that turns has a track of its own.
  public private(set) var size = Size(width: 0, height: 0)

  /// The steps that the search for a drawing begins with.
  public var steps: Int { vertices + edges }
  /// The cells of the drawing.
  public var area: Int { size.width * size.height }

  /// - Complexity: that of finding layers, near linear in nodes and edges.
  public init(_ graph: LayoutGraph, spacing: GraphLayout.Spacing = GraphLayout.Spacing()) {
    var layering = Layering(graph)
    layering.improve(upTo: GraphLayout.Effort.draft.simplexSteps)
    let layers = layering.layers
    vertices = graph.nodes.count
    edges = graph.edges.count
    var last = layers
    for edge in graph.edges { last[edge.source] = max(last[edge.source], layers[edge.target]) }
    let count = (layers.max() ?? -1) + 1
    var widths = Array(repeating: 0, count: count)
    var heights = Array(repeating: 0, count: count)
    /// For each layer by how many more wires pass it than the one before, and leave it to the right.
    var passing = Array(repeating: 0, count: count + 1)
    var leaving = Array(repeating: 0, count: count + 1)
    for (node, size) in graph.nodes.map(\.size).enumerated() {
      let layer = layers[node]
      widths[layer] = max(widths[layer], size.width)
      heights[layer] += size.height + spacing.betweenBoxes
      guard last[node] > layer else { continue }
      vertices += last[node] - layer - 1
      passing[layer + 1] += 1
      passing[last[node]] -= 1
      leaving[layer] += 1
      leaving[last[node]] -= 1
    }
    var (passes, leaves) = (0, 0)
    for layer in 0..<count {
      passes += passing[layer]
      leaves += leaving[layer]
      let tracks = leaves > 1 ? spacing.beforeTracks + leaves * (1 + spacing.betweenTracks) : 0
      size.width += widths[layer] + max(spacing.channel, tracks)
      size.height = max(size.height, heights[layer] + passes)
    }
  }
}
