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
  /// All edges.
  let allEdges: [LayoutGraph.Edge]
  /// The vertices that have places of their own.
  let drawn: [Int]
  /// For each vertex the slots of operands that have no wire of their own.
  let slotsWithoutWire: [Set<Int>]
  let density: GraphDensity
  let folding: Folding
  private let graph: ComputationGraph
  /// For each input that stands in a box the vertices that use it.
  private let users: [Int: [Int]]

  /// - Parameter titles: what is written in each vertex that is a node.
  init(
    _ list: EntryList, titles: [String], _ density: GraphDensity, isASCII: Bool,
    _ folding: Folding, titleLimit: Int
  ) {
    let graph = list.graph
    self.graph = graph
    self.folding = folding
    self.density = density
    let all = folding.edges
    let users = density.form == .marks ? PictureParts.users(graph, folding, all, density) : [:]
    allEdges = all
    self.users = users
    edges = all.filter { users[$0.source] == nil }
    drawn = folding.parts.indices.filter { users[$0] == nil }
    var inletCounts = Array(repeating: 0, count: folding.parts.count)
    for edge in edges { inletCounts[edge.target] += 1 }
    /// For each vertex that is a node the entries inside its box.
    var inner: [[Int]] = Array(repeating: [], count: folding.parts.count)
    for (index, entry) in list.entries.enumerated()
    where (entry.kind == .local || entry.kind == .contribution) && !entry.isCell {
      let vertex = folding.vertices[entry.node]
      if folding.group(ofVertex: vertex) == nil { inner[vertex].append(index) }
    }
    let slotsWithoutWire: [Set<Int>] = folding.parts.map { part in
      if case .node(let node) = part { folding.slotsWithoutWire(of: node) } else { [] }
    }
    self.slotsWithoutWire = slotsWithoutWire
    plans = folding.parts.indices.map { vertex in
      let node: Int
      switch folding.parts[vertex] {
      case .group(let group):
        return NodePlan(group, in: list, edges: inletCounts[vertex], density, isASCII: isASCII)
      case .node(let own): node = own
      }
      let title = titles[vertex]
      switch density.form {
      case .beside:
        return NodePlan(
          node, title: title, in: list, inner: inner[vertex], edges: inletCounts[vertex],
          withoutWire: slotsWithoutWire[vertex], density, titleLimit: titleLimit)
      case .framed:
        return NodePlan(
          framed: node, title: title, in: list, inner: inner[vertex], edges: inletCounts[vertex],
          withoutWire: slotsWithoutWire[vertex],
          isTall: PictureParts.isTall(node, in: graph, edges: inletCounts[vertex], density),
          density, titleLimit: titleLimit)
      case .marks:
        let isWhole = density.showsFormulas || graph.nodes[node].formula == nil
        return NodePlan(
          marks: node, title: isWhole ? title : graph.nodes[node].name, in: list,
          inner: inner[vertex], edges: inletCounts[vertex],
          isHome: { users[folding.vertices[$0]]?.first == vertex },
          isApart: users[vertex] == nil, density, titleLimit: titleLimit)
      }
    }
  }

  /// What is written in each vertex that is a node: its formula, or its number; nothing for a group. In a graph with
  /// arrays the shape stands behind it, and an array in place of its numbers.
  static func titles(
    of list: EntryList, _ folding: Folding, values: (Int) -> String, isASCII: Bool
  ) -> [String] {
    folding.parts.map { part in
      guard case .node(let node) = part else { return "" }
      let (name, formula) = (list.graph.nodes[node].name, list.graph.nodes[node].formula)
      let shape = list.graph.shape(of: node)
      guard formula != nil || shape.isNumber else { return "\(name)  \(shape.text)" }
      let text = formula?.expression.text(isASCII: isASCII) ?? values(node)
      let title = "\(name) = \(text)"
      // Where shapes are asked they stand at the wires.
      return list.graph.hasArrays && formula != nil && !list.asksForArrays
        ? "\(title)  \(shape.text)" : title
    }
  }

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

  /// For each input that boxes alone use these boxes.
  private static func users(
    _ graph: ComputationGraph, _ folding: Folding, _ edges: [LayoutGraph.Edge],
    _ density: GraphDensity
  ) -> [Int: [Int]] {
    var users: [Int: [Int]] = [:]
    for edge in edges { users[edge.source, default: []].append(edge.target) }
    return users.filter { vertex, users in
      guard let node = folding.node(ofVertex: vertex), graph.nodes[node].formula == nil,
        !density.showsData || graph.nodes[node].kind != .data
      else { return false }
      return users.allSatisfy { folding.group(ofVertex: $0) == nil }
    }
  }

  /// Whether the boxes alone have room, however they are put.
  func mayFit(_ room: Size) -> Bool {
    let area = drawn.reduce(0) { $0 + plans[$1].size.width * plans[$1].size.height }
    return area <= room.width * room.height
      && drawn.allSatisfy {
        plans[$0].size.width <= room.width && plans[$0].size.height <= room.height
      }
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
      guard let home = users[vertex]?.first else {
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
    case .node(let node): graph.nodes[node].name.truncated(toColumns: PictureParts.nameLimit)
    case .group: plans[vertex].title
    }
  }

  private static let nameLimit = 8
}
