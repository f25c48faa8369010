import TextScreen

/// The fifth phase: the columns of the layers, and the tracks on which wires change rows between them.
struct WireRouting {
  /// The first column of each layer.
  private(set) var columns: [Int] = []
  /// The column right of each layer's widest node.
  private(set) var ends: [Int] = []
  private let channels: [Channel]
  /// The columns from one track to the next.
  private let trackStep: Int
  private let beforeTracks: Int
  /// For each vertex its net in the channel to its right.
  private let netOfVertex: [Int]

  init(_ graph: LayeredGraph, _ placement: NodePlacement, _ spacing: GraphLayout.Spacing) {
    trackStep = 1 + spacing.betweenTracks
    beforeTracks = spacing.beforeTracks
    var netOfVertex = Array(repeating: -1, count: graph.vertexCount)
    channels = graph.layers.map { layer in
      var nets: [Channel.Net] = []
      for vertex in layer {
        let hops = graph.hopsFrom[vertex]
        guard let first = hops.first else { continue }
        netOfVertex[vertex] = nets.count
        nets.append(
          Channel.Net(
            left: placement.rows(of: first).left,
            rights: hops.map { placement.rows(of: $0).right }.sorted()))
      }
      return Channel(nets)
    }
    self.netOfVertex = netOfVertex
    var column = 0
    for (layer, channel) in zip(graph.layers, channels) {
      let width = layer.reduce(0) { widest, vertex in
        graph.isDummy(vertex) ? widest : max(widest, graph.graph.nodes[vertex].size.width)
      }
      columns.append(column)
      ends.append(column + width)
      let tracks =
        channel.trackCount == 0 ? 0 : beforeTracks + (channel.trackCount - 1) * trackStep + 2
      column += width + max(tracks, spacing.channel, 2)
    }
  }

  /// The cells where a hop turns.
  func turns(
    of hop: LayeredGraph.Hop, _ rows: (left: Int, right: Int), _ graph: LayeredGraph
  ) -> [Point] {
    let layer = graph.layerOfVertex[hop.left]
    var row = rows.left
    var turns: [Point] = []
    let segments = channels[layer].segments[netOfVertex[hop.left]]
    for (index, segment) in segments.enumerated() {
      let column = ends[layer] + beforeTracks + segment.track * trackStep
      let next = index + 1 < segments.count ? segment.rights[0] : rows.right
      guard next != row else { continue }
      turns.append(Point(column: column, row: row))
      turns.append(Point(column: column, row: next))
      row = next
    }
    return turns
  }
}
