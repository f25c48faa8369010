import TextScreen

extension GraphLayout {
  /// The last phase: routes the wires and puts all results together, with (0, 0) in the top left
  /// corner.
  init(
    _ layered: LayeredGraph, _ ordering: NodeOrdering, _ placement: NodePlacement,
    _ spacing: Spacing
  ) {
    let routing = WireRouting(layered, placement, spacing)
    let graph = layered.graph
    var places = graph.nodes.indices.map { node in
      Point(column: routing.columns[layered.layerOfVertex[node]], row: placement.rows[node])
    }
    var wires = Self.wires(layered, placement, routing)
    var rows = 0..<0
    if let first = places.first?.row {
      rows = first..<first
      for (place, node) in zip(places, graph.nodes) {
        let (top, end) = (place.row, place.row + node.size.height)
        rows = min(rows.lowerBound, top)..<max(rows.upperBound, end)
      }
      for point in wires.lazy.map(\.points).joined() {
        rows = min(rows.lowerBound, point.row)..<max(rows.upperBound, point.row + 1)
      }
    }
    let origin = Point(column: 0, row: rows.lowerBound)
    for node in places.indices { places[node] = places[node] - origin }
    for wire in wires.indices {
      for point in wires[wire].points.indices {
        wires[wire].points[point] = wires[wire].points[point] - origin
      }
    }
    let width = zip(places, graph.nodes).map { $0.column + $1.size.width }.max() ?? 0
    self.init(
      graph: graph, size: Size(width: width, height: rows.count), places: places, wires: wires,
      crossings: ordering.crossings)
  }

  /// The wires, each put together from the way to its last dummy, which others share, and its last hop.
  private static func wires(
    _ layered: LayeredGraph, _ placement: NodePlacement, _ routing: WireRouting
  ) -> [Wire] {
    let graph = layered.graph
    var ways = graph.nodes.indices.map { node in
      [
        Point(
          column: routing.columns[layered.layerOfVertex[node]] + graph.nodes[node].size.width,
          row: placement.rows[node] + graph.nodes[node].outletRow)
      ]
    }
    for hop in layered.hops.indices.dropFirst(graph.edges.count) {
      let turns = routing.turns(of: layered.hops[hop], placement.rows(of: hop), layered)
      let way = ways[layered.hops[hop].left]
      ways.append(turns.isEmpty ? way : way + turns)
    }
    return graph.edges.indices.map { edge in
      let rows = placement.rows(of: edge)
      let end = Point(
        column: routing.columns[layered.layerOfVertex[graph.edges[edge].target]] - 1,
        row: rows.right)
      let turns = routing.turns(of: layered.hops[edge], rows, layered)
      return Wire(
        source: graph.edges[edge].source, points: ways[layered.hops[edge].left] + turns + [end])
    }
  }
}
