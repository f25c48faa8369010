import Autodiff
import Expressions
package import GraphLayout
package import Teaching
package import TextScreen

/// The drawing of a graph with the places of its entries.
package struct GraphPicture: Hashable {
  package let list: EntryList
  package let density: GraphDensity
  /// The columns that the numbers in it need.
  package let columns: Int
  package let folding: Folding
  /// For each vertex, a node or a group of them, what is drawn.
  package let plans: [NodePlan]
  /// The places of the vertices.
  package let layout: GraphLayout
  /// Where each entry is written; `nil` for one that has no place on the drawing.
  package let anchors: [Rect?]
  package let view: ViewIndex

  /// Finds places for boxes and wires.
  package typealias LayingOut = (LayoutGraph) -> GraphLayout

  /// A graph of more vertices is large: one density is tried alone, and what is drawn first is a draft.
  package static let fewVertices = 200

  /// Draws a graph as roomily as a width allows.
  ///
  /// - Parameters:
  ///   - values: the number that is shown for an input.
  ///   - columns: the columns that the numbers need which are written beside the boxes.
  ///   - titleLimit: the columns after which a formula is cut.
  ///   - layOut: how; the best drawing at once unless told.
  package init(
    _ list: EntryList, values: (Int) -> Double, columns: Int = 0, width: Int, isBare: Bool,
    isASCII: Bool, titleLimit: Int = NodePlan.titleLimit, folding: Folding? = nil,
    layingOut layOut: LayingOut = { GraphLayout($0) }
  ) {
    let folding = folding ?? Folding(list.graph)
    // What fits no screen however it is drawn keeps the names of its derivatives.
    let last = isBare ? GraphDensity.bareCompact : .narrow
    var tried: [GraphDensity] = isBare ? [.bare] : [.roomy, .regular, .narrow, .compact]
    // For a large graph trying them all would only cost time.
    if folding.parts.count > GraphPicture.fewVertices { tried = [] }
    for density in tried {
      let picture = GraphPicture(
        list, values: values, columns: columns, density, isASCII: isASCII, folding,
        titleLimit: titleLimit, layingOut: layOut)
      if picture.layout.size.width <= width {
        self = picture
        return
      }
    }
    self.init(
      list, values: values, columns: columns, last, isASCII: isASCII, folding,
      titleLimit: titleLimit,
      layingOut: layOut)
  }

  package init(
    _ list: EntryList, values: (Int) -> Double, columns: Int, _ density: GraphDensity,
    isASCII: Bool,
    _ folding: Folding, titleLimit: Int = NodePlan.titleLimit,
    layingOut layOut: LayingOut = { GraphLayout($0) }
  ) {
    let graph = list.graph
    let density = density.widened(toField: columns)
    let edges = GraphPicture.edges(of: graph, folding)
    var inletCounts = Array(repeating: 0, count: folding.parts.count)
    for edge in edges { inletCounts[edge.target] += 1 }
    var inner: [[Int]] = Array(repeating: [], count: graph.nodes.count)
    for (index, entry) in list.entries.enumerated()
    where entry.kind == .local || entry.kind == .contribution {
      inner[entry.node].append(index)
    }
    let slotsWithoutWire: [Set<Int>] = folding.parts.map { part in
      if case .node(let node) = part { folding.slotsWithoutWire(of: node) } else { [] }
    }
    let plans = folding.parts.indices.map { vertex in
      switch folding.parts[vertex] {
      case .group(let group):
        return NodePlan(group, in: list, edges: inletCounts[vertex], density, isASCII: isASCII)
      case .node(let node):
        let right =
          graph.nodes[node].formula?.expression.text(isASCII: isASCII) ?? values(node).shortestText
        return NodePlan(
          node, title: "\(graph.nodes[node].name) = \(right)", in: list, inner: inner[node],
          edges: inletCounts[vertex], withoutWire: slotsWithoutWire[vertex], density,
          titleLimit: titleLimit)
      }
    }
    let nodes = plans.map {
      LayoutGraph.Node(size: $0.size, inletRow: $0.inletRow, outletRow: $0.wireRow)
    }
    let layout = layOut(LayoutGraph(nodes: nodes, edges: edges))
    var inletRows: [[Int: Int]] = Array(repeating: [:], count: plans.count)
    for (edge, wire) in zip(edges, layout.wires) {
      guard let end = wire.points.last, case .node(let target) = folding.parts[edge.target],
        let slot = graph.nodes[target].operands.firstIndex(where: {
          folding.vertices[$0] == edge.source
        }), !slotsWithoutWire[edge.target].contains(slot)
      else { continue }
      let row = end.row - layout.places[edge.target].row
      inletRows[edge.target][slot] = min(row, inletRows[edge.target][slot] ?? row)
    }
    var anchors: [Rect?] = Array(repeating: nil, count: list.entries.count)
    for (index, plan) in plans.enumerated() {
      for (entry, rect) in GraphPicture.anchors(of: plan, inletRows[index], list, density) {
        anchors[entry] = Rect(origin: layout.places[index] + rect.origin, size: rect.size)
      }
    }
    self.list = list
    self.density = density
    self.columns = columns
    self.folding = folding
    self.plans = plans
    self.layout = layout
    self.anchors = anchors
    view = ViewIndex(layout)
  }

  /// The wires between vertices: one for each occurrence of an operand in a formula, and one from a vertex to a group,
  /// or from a group to a node, however many there are inside.
  private static func edges(of graph: ComputationGraph, _ folding: Folding) -> [LayoutGraph.Edge] {
    var edges: [LayoutGraph.Edge] = []
    for (vertex, part) in folding.parts.enumerated() {
      switch part {
      case .node(let node):
        guard let formula = graph.nodes[node].formula else { continue }
        var groups: Set<Int> = []
        for slot in formula.expression.occurrenceSlots {
          let source = folding.vertices[graph.nodes[node].operands[slot]]
          if folding.group(ofVertex: source) != nil, !groups.insert(source).inserted { continue }
          edges.append(LayoutGraph.Edge(source: source, target: vertex))
        }
      case .group(let group):
        var sources: Set<Int> = []
        for node in group.nodes {
          for operand in graph.nodes[node].operands {
            let source = folding.vertices[operand]
            guard source != vertex, sources.insert(source).inserted else { continue }
            edges.append(LayoutGraph.Edge(source: source, target: vertex))
          }
        }
      }
    }
    return edges
  }

  /// The rectangle of a node, or of the group that it is folded into.
  package func rect(of node: Int) -> Rect { layout.rect(of: folding.vertices[node]) }

  /// Where the entries of a node stand, from the node's top left corner; each without its name.
  ///
  /// Where several wires enter, a local derivative stands in the row of its own wire.
  private static func anchors(
    of plan: NodePlan, _ inletRows: [Int: Int], _ list: EntryList, _ density: GraphDensity
  ) -> [(Int, Rect)] {
    func rect(_ column: Int, _ row: Int) -> Rect {
      Rect(column: column, row: row, width: density.entryWidth, height: 1)
    }
    func named(_ entry: Int) -> Int { NodePlan.label(list.entries[entry].name).columns + 1 }
    var found: [(Int, Rect)] = []
    if let value = plan.value { found.append((value, rect(plan.boxWidth + 1, 0))) }
    if let derivative = plan.derivative {
      let row = plan.wireRow + 1
      let column =
        !plan.isBox
        ? named(derivative)
        : plan.boxWidth + 1 + (density.namesDerivatives ? named(derivative) : 0)
      found.append((derivative, rect(column, row)))
    }
    var row = plan.firstFreeRow
    for entry in plan.inner {
      let isLocal = list.entries[entry].kind == .local
      let ownRow =
        isLocal && plan.inletRow > 1 ? list.entries[entry].slot.flatMap { inletRows[$0] } : nil
      found.append((entry, rect(1 + density.padding + named(entry), ownRow ?? row)))
      if ownRow == nil { row += 1 }
    }
    return found
  }

  /// The point of the drawing that comes to lie in the top left corner of a view, so that an entry is in it, and
  /// with it, as far as there is room, what it is worked out from.
  package func offset(showing entry: Int?, in view: Size) -> Point {
    if let offset = offset(ofWholeIn: view) { return offset }
    return offset(showing: entry.map { needs(of: $0) } ?? [], in: view)
  }

  /// The same for a node with what enters it.
  package func offset(showingNode node: Int, in view: Size) -> Point {
    if let offset = offset(ofWholeIn: view) { return offset }
    let all = [node] + list.graph.nodes[node].operands
    return offset(showing: all.map { rect(of: $0) }, in: view)
  }

  /// Where the drawing begins when it stands in the middle of a view; `nil` if the view is smaller.
  private func offset(ofWholeIn view: Size) -> Point? {
    let extent = layout.size
    guard extent.width <= view.width, extent.height <= view.height else { return nil }
    return Point(
      column: -(view.width - extent.width) / 2, row: -(view.height - extent.height) / 2)
  }

  private func offset(showing needed: [Rect], in view: Size) -> Point {
    /// Where the view begins along one axis; what comes first among the needed has room first.
    func start(_ extent: Int, _ view: Int, _ spans: [Range<Int>]) -> Int {
      guard extent > view else { return -(view - extent) / 2 }
      var shown = spans.first ?? 0..<0
      // Of a box larger than the view its beginning tells what it is.
      guard shown.count <= view else { return min(shown.lowerBound, extent - view) }
      for span in spans {
        let wider = min(shown.lowerBound, span.lowerBound)..<max(shown.upperBound, span.upperBound)
        if wider.count <= view { shown = wider }
      }
      return min(max(0, (shown.lowerBound + shown.upperBound - view) / 2), extent - view)
    }
    return Point(
      column: start(layout.size.width, view.width, needed.map(\.columns)),
      row: start(layout.size.height, view.height, needed.map(\.rows)))
  }

  /// What a learner looks at for an entry, the most needed first: its place, the node where it is worked out, what
  /// enters there, and the entries that lead to it.
  private func needs(of index: Int) -> [Rect] {
    let entry = list.entries[index]
    let operands = list.graph.nodes[entry.node].operands
    let first = entry.slot.map { [operands[$0]] } ?? []
    return [anchors[index]].compactMap { $0 }
      + ([entry.node] + first + operands).map { rect(of: $0) }
      + entry.prerequisites.compactMap { anchors[$0] }
  }
}
