import Autodiff
import Expressions
import GraphLayout
import Teaching
import TextScreen

/// What is drawn of a graph, before it has places.
struct PictureParts {
  let plans: [NodePlan]
  /// The edges for which wires are drawn.
  let edges: [LayoutGraph.Edge]
  /// The vertices that have places of their own.
  let drawn: [Int]
  let density: GraphDensity
  private let texts: PictureTexts
  /// For each input that stands in a box the first of those that use it.
  private let homes: [Int?]

  init(_ texts: PictureTexts, _ density: GraphDensity) {
    let (list, folding) = (texts.list, texts.folding)
    let graph = list.graph
    self.texts = texts
    self.density = density
    let homes = PictureParts.homes(texts, density)
    self.homes = homes
    edges = texts.edges.filter { homes[$0.source] == nil }
    drawn = folding.parts.indices.filter { homes[$0] == nil }
    var inletCounts = texts.inletCounts
    for edge in texts.edges where homes[edge.source] != nil { inletCounts[edge.target] -= 1 }
    plans = folding.parts.indices.map { vertex in
      let node: Int
      switch folding.parts[vertex] {
      case .group(let group):
        return NodePlan(group, in: texts, edges: inletCounts[vertex], density)
      case .node(let own): node = own
      }
      switch density.form {
      case .beside:
        return NodePlan(node, at: vertex, in: texts, edges: inletCounts[vertex], density)
      case .framed:
        return NodePlan(
          framed: node, at: vertex, in: texts, edges: inletCounts[vertex],
          isTall: PictureParts.isTall(node, in: graph, edges: inletCounts[vertex], density),
          density)
      case .marks:
        return NodePlan(
          marks: node, at: vertex, in: texts, edges: inletCounts[vertex],
          isHome: { homes[folding.vertices[$0]] == vertex }, isApart: homes[vertex] == nil,
          density)
      }
    }
  }

  var folding: Folding { texts.folding }

  /// All edges.
  var allEdges: [LayoutGraph.Edge] { texts.edges }

  /// For each vertex the slots of operands that have no wire of their own.
  var slotsWithoutWire: [Set<Int>] { texts.slotsWithoutWire }

  /// Whether the derivative with respect to a box has a row of its own.
  private static func isTall(
    _ node: Int, in graph: ComputationGraph, edges: Int, _ density: GraphDensity
  ) -> Bool {
    switch density.stacking {
    case .tall: true
    case .wide: edges == 1
    case .mixed:
      edges == 1
        || !graph.consumers[node].contains { consumer in
          graph.nodes[consumer].operands.contains { graph.nodes[$0].formula == nil }
        }
    }
  }

  /// For each input that stands in a box the first of those that use it.
  private static func homes(_ texts: PictureTexts, _ density: GraphDensity) -> [Int?] {
    guard density.form == .marks else {
      return Array(repeating: nil, count: texts.homes.count)
    }
    guard density.showsData else { return texts.homes }
    let graph = texts.list.graph
    return texts.homes.enumerated().map { vertex, home in
      guard let node = texts.folding.node(ofVertex: vertex) else { return nil }
      return graph.nodes[node].kind == .data ? nil : home
    }
  }

  /// Whether the boxes alone have room, however they are put.
  func mayFit(_ room: Size) -> Bool {
    let area = drawn.reduce(0) { $0 + plans[$1].size.width * plans[$1].size.height }
    // A drawing that is written has no end below.
    let rows = (area + max(1, room.width) - 1) / max(1, room.width)
    return rows <= room.height
      && drawn.allSatisfy {
        plans[$0].size.width <= room.width && plans[$0].size.height <= room.height
      }
  }

  /// Whether the boxes on one of the ways through the graph are wider than a room, so that no layout in one band is
  /// whole in it.
  ///
  /// A box stands right of all that it is made of, behind a channel.
  func isSurelyWider(than width: Int) -> Bool {
    let channel = max(2, density.spacing.channel)
    var starts = Array(repeating: 0, count: plans.count)
    // The edges that enter a vertex stand before those that leave it.
    for edge in edges {
      let start = starts[edge.source] + plans[edge.source].size.width + channel
      starts[edge.target] = max(starts[edge.target], start)
    }
    return drawn.contains { starts[$0] + plans[$0].size.width > width }
  }

  /// What is laid out: all that has a place of its own.
  var layoutGraph: LayoutGraph {
    let numbers = self.numbers
    return LayoutGraph(
      nodes: drawn.map { vertex in
        let plan = plans[vertex]
        return LayoutGraph.Node(
          size: plan.size, inletRow: plan.inletRow, outletRow: plan.wireRow)
      },
      edges: edges.map {
        LayoutGraph.Edge(source: numbers[$0.source], target: numbers[$0.target])
      })
  }

  /// For each vertex its number among those that are drawn.
  private var numbers: [Int] {
    var numbers = Array(repeating: 0, count: plans.count)
    for (number, vertex) in drawn.enumerated() { numbers[vertex] = number }
    return numbers
  }

  /// A layout of what is drawn, with the places of the inputs that stand in boxes.
  func completed(_ layout: GraphLayout) -> GraphLayout {
    guard drawn.count < plans.count else { return layout }
    let numbers = self.numbers
    var places: [Point] = []
    var nodes: [LayoutGraph.Node] = []
    for vertex in plans.indices {
      guard let home = homes[vertex] else {
        places.append(layout.places[numbers[vertex]])
        nodes.append(layout.graph.nodes[numbers[vertex]])
        continue
      }
      let text = plans[home].texts.first { folding.vertices[$0.operand] == vertex }
      places.append(layout.places[numbers[home]] + (text?.place ?? Point(column: 0, row: 0)))
      nodes.append(
        LayoutGraph.Node(
          size: Size(width: max(1, text?.text.columns ?? 1), height: 1), inletRow: 0, outletRow: 0))
    }
    let wires = zip(edges, layout.wires).map { edge, wire in
      GraphLayout.Wire(source: edge.source, points: wire.points)
    }
    return GraphLayout(
      graph: LayoutGraph(nodes: nodes, edges: edges), size: layout.size, places: places,
      wires: wires, crossings: layout.crossings)
  }

  /// How a vertex is named where its wire goes on in another band.
  func name(of vertex: Int) -> String {
    switch folding.parts[vertex] {
    case .node: texts.shortNames[vertex].text
    case .group: plans[vertex].title
    }
  }
}
