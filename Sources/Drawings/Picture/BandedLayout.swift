import GraphLayout
import TextScreen

/// A drawing whose layers are broken into bands below each other.
///
/// A wire that leads to a later band ends behind its box, and goes on there behind the name of what it comes from.
struct BandedLayout {
  /// The name of a vertex of an earlier band, where its wire goes on.
  struct Inlet: Hashable {
    var vertex: Int
    var place: Point
    var band: Int
  }

  private(set) var layout: GraphLayout
  private(set) var inlets: [Inlet]
  /// The vertices whose wires lead only to later bands.
  let outlets: Set<Int>
  /// For each vertex its band.
  let bands: [Int]

  /// How many ways to break the layers are tried.
  private static let mostTried = 8

  /// Breaks a layout into bands so that it fits a room; `nil` where no way to do it is found.
  ///
  /// - Parameters:
  ///   - whole: the layout in one band.
  ///   - names: for each vertex how it is named where its wire goes on.
  ///   - gaps: the free rows between two bands, the wanted ones first.
  init?(
    _ whole: GraphLayout, into count: Int, names: [String], isInput: [Bool],
    gaps: [Int], fitting room: Size, layingOut layOut: (LayoutGraph) -> GraphLayout
  ) {
    let columns = Set(whole.places.map(\.column)).sorted()
    guard count > 1, columns.count >= count else { return nil }
    let layerOfColumn = Dictionary(uniqueKeysWithValues: zip(columns, columns.indices))
    let layers = whole.places.map { layerOfColumn[$0.column, default: 0] }
    let ends = columns.dropFirst() + [whole.size.width]
    let widths = zip(columns, ends).map { $1 - $0 }
    /// The columns of the widest band.
    func width(_ cuts: [Int]) -> Int {
      zip([0] + cuts, cuts + [widths.count]).map { widths[$0..<$1].reduce(0, +) }.max() ?? 0
    }
    let cuts = BandedLayout.cuts(of: columns.count, into: count)
      .map { (cuts: $0, width: width($0)) }.sorted { $0.width < $1.width }
      .prefix(BandedLayout.mostTried)
    for (cuts, width) in cuts where width <= room.width * 5 / 4 {
      for movesInputs in [true, false] {
        var bands = layers.map { layer in cuts.count { $0 <= layer } }
        if movesInputs { BandedLayout.moveInputs(&bands, isInput, whole.graph) }
        let least = BandedLayout.leastSizes(whole.graph, bands, count, layers, isInput)
        // A band without a box tells nothing, and what is too large already is not tried.
        guard !least.contains(Size(width: 0, height: 0)),
          least.allSatisfy({ $0.width <= room.width }),
          least.reduce(0, { $0 + $1.height }) <= room.height
        else { continue }
        let next = BandedLayout(whole.graph, bands, count, names, layingOut: layOut)
        guard next.layout.size.width <= room.width,
          let gap = gaps.first(where: {
            next.layout.size.height + $0 * (count - 1) <= room.height
          })
        else { continue }
        self = next.spaced(by: gap)
        return
      }
    }
    return nil
  }

  /// For each band the columns of its layers and the rows of its highest layer, of the boxes alone.
  private static func leastSizes(
    _ graph: LayoutGraph, _ bands: [Int], _ count: Int, _ layers: [Int], _ isInput: [Bool]
  ) -> [Size] {
    var sizes: [Int: Size] = [:]
    var bandOfLayer: [Int: Int] = [:]
    for vertex in bands.indices where !isInput[vertex] {
      let size = graph.nodes[vertex].size
      let other = sizes[layers[vertex]] ?? Size(width: 0, height: 0)
      sizes[layers[vertex]] = Size(
        width: max(other.width, size.width), height: other.height + size.height)
      bandOfLayer[layers[vertex]] = bands[vertex]
    }
    return (0..<count).map { band in
      let own = sizes.filter { bandOfLayer[$0.key] == band }.values
      return Size(
        width: own.reduce(0) { $0 + $1.width }, height: own.map(\.height).max() ?? 0)
    }
  }

  /// The same with free rows between the bands.
  private func spaced(by gap: Int) -> BandedLayout {
    func moved(_ point: Point, _ band: Int) -> Point { point + Point(column: 0, row: gap * band) }
    var spaced = self
    spaced.layout.places = layout.places.indices.map { moved(layout.places[$0], bands[$0]) }
    for (edge, wire) in layout.wires.enumerated() {
      let band = bands[layout.graph.edges[edge].target]
      spaced.layout.wires[edge].points = wire.points.map { moved($0, band) }
    }
    spaced.layout.size.height += gap * (bands.max() ?? 0)
    spaced.inlets = inlets.map { inlet in
      Inlet(vertex: inlet.vertex, place: moved(inlet.place, inlet.band), band: inlet.band)
    }
    return spaced
  }

  /// All ways to begin bands at layers.
  private static func cuts(of layers: Int, into count: Int) -> [[Int]] {
    guard count > 1 else { return [[]] }
    return cuts(of: layers, into: count - 1).flatMap { first in
      ((first.last ?? 0) + 1..<max(layers, (first.last ?? 0) + 1)).map { first + [$0] }
    }
  }

  /// Moves inputs to the band where they are used.
  private static func moveInputs(_ bands: inout [Int], _ isInput: [Bool], _ graph: LayoutGraph) {
    var first: [Int: Int] = [:]
    for edge in graph.edges where isInput[edge.source] {
      first[edge.source] = min(first[edge.source] ?? .max, bands[edge.target])
    }
    for (vertex, band) in first { bands[vertex] = band }
  }

  private init(
    _ graph: LayoutGraph, _ bands: [Int], _ count: Int, _ names: [String],
    layingOut layOut: (LayoutGraph) -> GraphLayout
  ) {
    self.bands = bands
    var places = Array(repeating: Point(column: 0, row: 0), count: graph.nodes.count)
    var wires = graph.edges.map { GraphLayout.Wire(source: $0.source, points: []) }
    var inlets: [Inlet] = []
    var (width, top, crossings) = (0, 0, 0)
    let going = Set(graph.edges.filter { bands[$0.source] < bands[$0.target] }.map(\.source))
    let staying = Set(graph.edges.filter { bands[$0.source] == bands[$0.target] }.map(\.source))
    outlets = going.subtracting(staying)
    for band in 0..<count {
      let edges = graph.edges.indices.filter { bands[graph.edges[$0].target] == band }
      let entering = Set(edges.map { graph.edges[$0].source }.filter { bands[$0] < band }).sorted()
      let own = graph.nodes.indices.filter { bands[$0] == band }
      let vertices = entering + own
      let numbers = Dictionary(uniqueKeysWithValues: zip(vertices, vertices.indices))
      let nodes =
        entering.map { vertex in
          LayoutGraph.Node(
            size: Size(width: names[vertex].columns + 1, height: 1), inletRow: 0, outletRow: 0)
        } + own.map { graph.nodes[$0] }
      let part = layOut(
        LayoutGraph(
          nodes: nodes,
          edges: edges.map { edge in
            LayoutGraph.Edge(
              source: numbers[graph.edges[edge].source] ?? 0,
              target: numbers[graph.edges[edge].target] ?? 0)
          }))
      let origin = Point(column: 0, row: top)
      for (number, vertex) in vertices.enumerated() {
        let place = part.places[number] + origin
        if bands[vertex] == band {
          places[vertex] = place
          let outlet = outlets.contains(vertex) ? 2 : 0
          width = max(width, place.column + graph.nodes[vertex].size.width + outlet)
        } else {
          inlets.append(Inlet(vertex: vertex, place: place, band: band))
        }
      }
      for (edge, wire) in zip(edges, part.wires) {
        wires[edge].points = wire.points.map { $0 + origin }
      }
      width = max(width, part.size.width)
      crossings += part.crossings
      top += part.size.height
    }
    self.inlets = inlets
    layout = GraphLayout(
      graph: graph, size: Size(width: width, height: top), places: places, wires: wires,
      crossings: crossings)
  }
}
