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
  /// All that is joined, whether a wire is drawn for it or not.
  package let edges: [LayoutGraph.Edge]
  /// For each vertex the band in which it stands.
  package let bands: [Int]
  /// Where wires from an earlier band go on.
  let inlets: [Inlet]
  /// The vertices whose wires all go on in later bands.
  let outlets: Set<Int>
  /// Where each entry is written that has a place on the drawing.
  package let anchors: [Int: Rect]
  package let view: ViewIndex

  /// Where a wire goes on that comes from an earlier band, behind the name of its source.
  struct Inlet: Hashable {
    var name: String
    var vertex: Int
    var place: Point
  }

  /// Finds places for boxes and wires.
  package typealias LayingOut = (LayoutGraph, GraphLayout.Spacing) -> GraphLayout

  /// A graph of more vertices fits no screen, so that it is not tried more densely.
  private static let mostDense = 80

  private static let leastHeightForMarks = 8

  /// Draws a graph as roomily as it is whole in a room.
  ///
  /// Where it is not however it is drawn, it is drawn as roomily as the width allows.
  ///
  /// - Parameters:
  ///   - values: what is shown for an input.
  ///   - columns: the columns that the numbers need which are written beside the boxes.
  ///   - titleLimit: the columns after which a formula is cut.
  ///   - mayBeDense: whether more may be tried than one band with all entries beside the boxes.
  ///   - layOut: how; the best drawing at once unless told.
  package init(
    _ list: EntryList, values: (Int) -> String, columns: Int = 0, room: Size, isBare: Bool,
    isASCII: Bool, titleLimit: Int = NodePlan.titleLimit, mayBeDense: Bool = true,
    folding: Folding? = nil,
    layingOut layOut: LayingOut = { GraphLayout($0, spacing: $1) }
  ) {
    let folding = folding ?? Folding(list.graph)
    let count = folding.parts.count
    var steps = isBare ? PictureStep.bare : PictureStep.withEntries
    if isBare, list.graph.hasArrays { steps = PictureStep.shaped }
    if !mayBeDense || count > GraphPicture.mostDense {
      steps = PictureStep.inOneBand(isBare: isBare)
    }
    // On a low screen numbers that pan tell more than marks.
    if !isBare, room.height < GraphPicture.leastHeightForMarks {
      steps.removeAll { $0.density.form == .marks }
    }
    // For a large graph trying them all would only cost time.
    if folding.isLarge { steps = [] }
    let texts = PictureTexts(
      of: list, folding, values: values, isASCII: isASCII, titleLimit: titleLimit)
    var plan: PictureParts?
    /// What is drawn in a density, planned unless that was the last one.
    func planned(_ density: GraphDensity) -> PictureParts {
      if let plan, plan.density == density { return plan }
      let new = PictureParts(texts, density)
      plan = new
      return new
    }
    var whole: GraphLayout?
    var wholeDensity: GraphDensity?
    /// Lays out all in one band, unless that was done for the density just before.
    func layOutWhole(_ density: GraphDensity) -> (PictureParts, GraphLayout) {
      let parts = planned(density)
      if let whole, wholeDensity == density { return (parts, whole) }
      let layout = layOut(parts.layoutGraph, density.spacing)
      (whole, wholeDensity) = (layout, density)
      return (parts, layout)
    }
    func isWhole(_ layout: GraphLayout) -> Bool {
      layout.size.width <= room.width && layout.size.height <= room.height
    }
    var narrowEnough: (PictureParts, GraphLayout)?
    for step in steps {
      let density = step.density.widened(toField: columns)
      let isRoomy = step.bands == 1 && density.form == .beside
      let planned = planned(density)
      if !isRoomy, !planned.mayFit(room) { continue }
      // What is too wide is neither whole nor narrow enough, and is not laid out.
      if step.bands == 1, planned.isSurelyWider(than: room.width) { continue }
      let (parts, whole) = layOutWhole(density)
      if step.bands == 1 {
        if isWhole(whole) {
          self.init(list, columns: columns, parts, whole)
          return
        }
        if isRoomy, narrowEnough == nil, whole.size.width <= room.width {
          narrowEnough = (parts, whole)
        }
        continue
      }
      let banded = BandedLayout(
        whole, into: step.bands, names: parts.drawn.map { parts.name(of: $0) },
        isInput: parts.drawn.map { !parts.plans[$0].isBox },
        gaps: density.form == .beside ? [1] : [1, 0], fitting: room
      ) { layOut($0, density.spacing) }
      if let banded {
        self.init(list, columns: columns, parts, banded.layout, banded)
        return
      }
    }
    let (chosen, layout) =
      narrowEnough ?? layOutWhole(GraphDensity.panned(isBare: isBare).widened(toField: columns))
    self.init(list, columns: columns, chosen, layout)
  }

  /// Whether its layers stand side by side, with a place for everything that is drawn.
  package var isInOneBand: Bool { inlets.isEmpty && plans.allSatisfy { !$0.isInBox } }

  /// Whether all of it is seen at once in a room.
  package func isWhole(in room: Size) -> Bool {
    layout.size.width <= room.width && layout.size.height <= room.height
  }

  private init(
    _ list: EntryList, columns: Int, _ parts: PictureParts, _ drawn: GraphLayout,
    _ banded: BandedLayout? = nil
  ) {
    let (plans, edges, folding) = (parts.plans, parts.edges, parts.folding)
    layout = parts.completed(drawn)
    inlets = (banded?.inlets ?? []).map { inlet in
      let vertex = parts.drawn[inlet.vertex]
      return Inlet(name: parts.name(of: vertex), vertex: vertex, place: inlet.place)
    }
    outlets = Set((banded?.outlets ?? []).map { parts.drawn[$0] })
    var bands = Array(repeating: 0, count: plans.count)
    for (number, band) in (banded?.bands ?? []).enumerated() { bands[parts.drawn[number]] = band }
    self.bands = bands
    var inletRows: [[Int: Int]] = Array(repeating: [:], count: plans.count)
    for (edge, wire) in zip(edges, layout.wires) {
      guard let end = wire.points.last, case .node(let target) = folding.parts[edge.target],
        let slot = list.graph.nodes[target].operands.firstIndex(where: {
          folding.vertices[$0] == edge.source
        }), !parts.slotsWithoutWire[edge.target].contains(slot)
      else { continue }
      let row = end.row - layout.places[edge.target].row
      inletRows[edge.target][slot] = min(row, inletRows[edge.target][slot] ?? row)
    }
    var anchors: [Int: Rect] = [:]
    for (index, plan) in plans.enumerated() {
      for (entry, rect) in plan.anchors(inletRows[index], list, parts.density) {
        anchors[entry] = Rect(origin: layout.places[index] + rect.origin, size: rect.size)
      }
    }
    if list.graph.hasArrays {
      for index in list.entries.indices where anchors[index] == nil {
        anchors[index] = anchors[list.host(of: index)]
      }
    }
    self.list = list
    density = parts.density
    self.columns = columns
    self.folding = folding
    self.plans = plans
    self.anchors = anchors
    self.edges = parts.allEdges
    view = ViewIndex(layout)
  }

  /// Whether any wire leads on from a vertex.
  func isUsed(_ vertex: Int) -> Bool {
    folding.nodes(ofVertex: vertex).contains { node in
      list.graph.consumers[node].contains { folding.vertices[$0] != vertex }
    }
  }

  /// The rectangle of a node, or of the group that it is folded into.
  package func rect(of node: Int) -> Rect { layout.rect(of: folding.vertices[node]) }

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
