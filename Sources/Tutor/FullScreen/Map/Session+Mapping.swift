import Autodiff
import GraphLayout
import Lessons
import Teaching
import TextScreen

extension Session {
  /// Whether the graph is walked over.
  public var isMapping: Bool { map != nil }

  /// Opens the map with the entry in hand in its middle, or closes it.
  mutating func toggleMap() {
    guard map == nil else {
      closeMap()
      return
    }
    guard let worksheet else {
      remark = Remark("there is no graph on this page to walk over", .notice)
      return
    }
    look = nil
    showsSummary = false
    let graph = worksheet.key.graph
    map = GraphMap(graph, node: focusedEntry?.node ?? graph.output)
    prompt.clear()
    remark = Remark("")
  }

  mutating func closeMap() {
    map = nil
    prompt.clear()
    remark =
      hidingPlace.map { Wording.folded($0.entry.name, into: $0.title) }
      ?? work.assignment.map { Wording.approach(to: $0, in: self) } ?? Wording.opening(of: self)
  }

  /// The entry in hand and the box into which the learner folded its place, if they did.
  private var hidingPlace: (entry: Entry, node: Int, title: String)? {
    guard let graph = page.graph, foldings[graph] != nil, let picture, let worksheet, let focus,
      picture.anchors[focus] == nil
    else { return nil }
    let entry = worksheet.entries[focus]
    let operand = entry.kind == .derivative ? worksheet.key.operand(of: entry) : nil
    let node = operand ?? entry.node
    return (entry, node, picture.plans[picture.folding.vertices[node]].title)
  }

  /// Unfolds what hides the entry in hand.
  mutating func unfoldEntryInHand() {
    guard map == nil, let graph = page.graph, let hidden = hidingPlace,
      var folding = foldings[graph]
    else { return }
    folding.show(hidden.node)
    foldings[graph] = folding.isEmpty ? nil : folding
    refreshPicture(near: foldings[graph] == nil ? nil : picture)
    if remark.text.isEmpty { remark = Wording.unfolded(hidden.title, for: hidden.entry.name) }
  }

  var overviewSize: Size {
    Size(width: mapPanelSize.width, height: mapPanelSize.height - 1)
  }

  /// Makes the overview of a drawing that is walked over, unless it is there.
  mutating func keepOverview() {
    guard map != nil else {
      overview = nil
      return
    }
    if overview == nil { overview = picture.map { Overview($0, in: overviewSize) } }
  }

  /// The drawing, made where there is no screen that it was made for.
  private var mapped: GraphPicture? { picture ?? drawn() }

  /// Goes along a wire to its other end, or to the next box above or below.
  mutating func walk(_ direction: Direction) {
    guard var map, let picture = mapped else { return }
    let vertex = picture.folding.vertices[map.node]
    switch direction {
    case .left, .right:
      var ends = picture.ends(ofWiresAt: vertex, direction)
      if let from = map.from.map({ picture.folding.vertices[$0] }), ends.contains(from) {
        ends = [from]
      }
      guard let end = ends.first else {
        remark = Remark("no wire \(direction == .left ? "enters here" : "leads on")", .notice)
        return
      }
      map.from = map.node
      map.node = picture.folding.nodes(ofVertex: end)[0]
    case .up, .down:
      guard let next = picture.vertex(nextTo: vertex, direction) else { return }
      map.from = nil
      map.node = picture.folding.nodes(ofVertex: next)[0]
    }
    remark = Remark("")
    self.map = map
  }

  /// Goes to the node that lies about a screen away.
  mutating func walk(by rows: Int) {
    guard var map, let picture = mapped else { return }
    let place = picture.rect(of: map.node).origin
    let wanted = Point(column: place.column, row: place.row + rows)
    guard let next = picture.vertex(nearestTo: wanted) else { return }
    map.from = nil
    map.node = picture.folding.nodes(ofVertex: next)[0]
    self.map = map
  }

  /// Goes to the node whose name is looked for; with a step, to the next one that fits.
  mutating func search(step: Int = 0) {
    guard var map, let graph = worksheet?.key.graph else { return }
    let wanted = prompt.text.filter { !$0.isWhitespace }
    guard !wanted.isEmpty else { return }
    let exact = graph.index(of: wanted).map { [$0] } ?? []
    let all = map.names.numbers(of: wanted)
    guard !all.isEmpty else {
      remark = Remark("nothing here is called \(Wording.shortened(wanted))", .notice)
      return
    }
    let found: Int
    if step == 0 {
      found = exact.first ?? all[0]
    } else {
      let place = all.firstIndex(of: map.node).map { $0 + step } ?? 0
      found = all[(place % all.count + all.count) % all.count]
    }
    map.from = nil
    map.node = found
    self.map = map
    remark = Remark(all.count == 1 ? "" : "\(all.count) fit; Tab goes to the next")
  }

  /// Folds the box in hand with all that feeds only it, or unfolds it.
  mutating func foldHere() {
    change { folding, vertex, _ in folding.unfold(vertex) || folding.foldWhatFeeds(vertex) }
  }

  /// Folds the layer of the box in hand.
  mutating func foldLayer() {
    change { folding, vertex, picture in
      let column = picture.layout.places[vertex].column
      let layer = picture.plans.indices.filter {
        picture.layout.places[$0].column == column && picture.plans[$0].isBox
      }
      return folding.fold(layer: layer)
    }
  }

  mutating func unfoldAll() {
    change { folding, _, _ in
      guard !folding.isEmpty else { return false }
      folding = folding.unfolded
      return true
    }
  }

  private mutating func change(_ body: (inout Folding, Int, GraphPicture) -> Bool) {
    guard let map, let graph = page.graph, let picture = mapped else { return }
    var folding = picture.folding
    guard body(&folding, folding.vertices[map.node], picture) else {
      remark = Remark("there is nothing to fold here", .notice)
      return
    }
    guard folding.parts.count <= Folding.mostVertices else {
      remark = Remark(
        "\(folding.parts.count) boxes are too many for one drawing; unfold one with Space", .notice)
      return
    }
    foldings[graph] = folding.isEmpty ? nil : folding
    remark = Remark("")
    refreshPicture(near: foldings[graph] == nil ? nil : picture)
  }

  /// Goes from the map to what is asked at the node in hand.
  mutating func leaveMap() {
    guard let map, let worksheet else { return }
    let own = asked.filter {
      worksheet.entries[$0].node == map.node
        || worksheet.key.operand(of: worksheet.entries[$0]) == map.node
    }
    let next = own.first { worksheet.states[$0].isOpen } ?? own.first
    closeMap()
    if next == focus, hidingPlace != nil {
      remark = Remark("")
      unfoldEntryInHand()
    }
    guard let next else {
      remark = Remark(
        "nothing is asked of \(worksheet.key.graph.nodes[map.node].name) on this page", .notice)
      return
    }
    go(to: .entry(next))
  }
}
