import TextScreen

extension GraphLayout {
  /// The last phase: puts the results of the others together, with (0, 0) in the top left corner.
  init(
    _ layered: LayeredGraph, _ ordering: NodeOrdering, _ placement: NodePlacement,
    _ routing: WireRouting
  ) {
    let graph = layered.graph
    var places = graph.nodes.indices.map { node in
      Point(column: routing.columns[layered.layerOfVertex[node]], row: placement.rows[node])
    }
    var wires = graph.edges.indices.map { edge in
      Self.wire(of: edge, layered, placement, routing)
    }
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

  private static func wire(
    of edge: Int, _ layered: LayeredGraph, _ placement: NodePlacement, _ routing: WireRouting
  ) -> Wire {
    let graph = layered.graph
    let (source, target) = (graph.edges[edge].source, graph.edges[edge].target)
    let start = Point(
      column: routing.columns[layered.layerOfVertex[source]] + graph.nodes[source].size.width,
      row: placement.rows[source] + graph.nodes[source].outletRow)
    var points = [start]
    var left = source
    var row = start.row
    for right in layered.dummies(of: edge) {
      points += routing.turns(
        of: .init(left: left, right: right), from: row, to: placement.rows[right], layered)
      left = right
      row = placement.rows[right]
    }
    let inlet = placement.hopRows[edge].right
    points += routing.turns(of: layered.hops[edge], from: row, to: inlet, layered)
    points.append(
      Point(column: routing.columns[layered.layerOfVertex[target]] - 1, row: inlet))
    return Wire(source: source, points: points)
  }
}
