import TextScreen

/// What a layout of a similar graph says about where things should stand.
struct EarlierLayout {
  private let layout: GraphLayout
  /// For each node of the graph at hand its number in the earlier one.
  private let numbers: [Int?]
  /// The columns of the earlier layers.
  private let columns: [Int]
  private let wiresOfSource: Adjacency

  /// - Parameter matching: for each node of the graph at hand its number in the earlier one.
  init(_ layout: GraphLayout, matching: [Int?]) {
    self.layout = layout
    numbers = matching
    columns = Set(layout.places.map(\.column)).sorted()
    wiresOfSource = Adjacency(
      keys: layout.wires.map(\.source), count: layout.graph.nodes.count)
  }

  /// The earlier layers of the nodes, moved to the right where a node's operands need it.
  func layers(of graph: LayoutGraph) -> [Int] {
    let layerOfColumn = Dictionary(uniqueKeysWithValues: zip(columns, columns.indices))
    let entering = Adjacency(keys: graph.edges.map(\.target), count: graph.nodes.count)
    var layers = numbers.map { number in
      number.map { layerOfColumn[layout.places[$0].column, default: 0] } ?? 0
    }
    for node in layers.indices {
      for edge in entering[node] {
        layers[node] = max(layers[node], layers[graph.edges[edge].source] + 1)
      }
    }
    return layers
  }

  /// The earlier topmost row of each vertex, if it was there.
  func rows(of graph: LayeredGraph) -> [Int?] {
    (0..<graph.vertexCount).map { row(of: $0, graph) }
  }

  private func row(of vertex: Int, _ graph: LayeredGraph) -> Int? {
    let source = graph.sources[vertex]
    guard let number = numbers[source] else { return nil }
    let place = layout.places[number]
    guard graph.isDummy(vertex) else { return place.row }
    let passed = graph.layerOfVertex[vertex] - graph.layerOfVertex[source]
    guard let start = columns.firstIndex(of: place.column), start + passed < columns.count
    else { return nil }
    let column = columns[start + passed]
    for wire in wiresOfSource[number] {
      let points = layout.wires[wire].points
      for (from, to) in zip(points, points.dropFirst())
      where from.column <= column && column < to.column {
        return from.row
      }
    }
    return nil
  }

  /// The vertices of each layer in the order of their earlier rows; a new one stands where its
  /// neighbours stand.
  func order(of graph: LayeredGraph) -> VertexOrder {
    var middles = rows(of: graph).enumerated().map { vertex, row in
      row.map { 2 * $0 + graph.height(of: vertex) }
    }
    func mean(_ hops: ArraySlice<Int>, _ end: KeyPath<LayeredGraph.Hop, Int>) -> Int? {
      let known = hops.compactMap { middles[graph.hops[$0][keyPath: end]] }
      return known.isEmpty ? nil : known.reduce(0, +) / known.count
    }
    let vertices = Array(graph.layers.joined())
    for vertex in vertices where middles[vertex] == nil {
      middles[vertex] = mean(graph.hopsInto[vertex], \.left)
    }
    for vertex in vertices.reversed() where middles[vertex] == nil {
      middles[vertex] = mean(graph.hopsFrom[vertex], \.right)
    }
    return VertexOrder(
      graph.layers.map { layer in
        layer.sorted { a, b in
          (middles[a] ?? 0, graph.sources[a]) < (middles[b] ?? 0, graph.sources[b])
        }
      })
  }
}
