import Autodiff
import Drawings
import GraphLayout
import Lessons
import Phrases
import Sessions
import Teaching
import TextScreen

/// The walk over the graph, and what is folded in its drawing.
extension Screen {
  /// Opens the map with the entry that the learner works at in its middle, or closes it.
  mutating func toggleMap() {
    guard map == nil else {
      closeMap()
      return
    }
    guard let worksheet = session.worksheet else {
      tell(.noGraph)
      return
    }
    session.turnAway()
    let graph = worksheet.graph
    mode = .map(GraphMap(graph, node: session.focusedEntry?.node ?? graph.output))
    prompt.clear()
    tell(.nothing)
  }

  /// Says something of the map.
  private mutating func tell(_ remark: MapRemark) {
    mapRemark = remark
    say()
  }

  mutating func closeMap() {
    mode = .page
    prompt.clear()
    session.comeBackFromMap()
    mapRemark = foldedPlace.map { .folded(entry: $0.entry.name, into: $0.title) }
    say()
  }

  /// The entry that the learner works at, and the box into which they folded its place, if they did.
  private var foldedPlace: (entry: Entry, node: Int, title: String)? {
    guard let graph = session.page.graph, view.foldings[graph] != nil, let picture = view.picture,
      let worksheet = session.worksheet, let focus = session.focus, picture.anchors[focus] == nil
    else { return nil }
    let entry = worksheet.entries[focus]
    let operand = entry.kind == .derivative ? worksheet.key.operand(of: entry) : nil
    let node = operand ?? entry.node
    return (entry, node, picture.plans[picture.folding.vertices[node]].title)
  }

  /// Unfolds what hides the entry that the learner works at.
  ///
  /// - Returns: whether anything hid it.
  mutating func unfoldFocus() -> Bool {
    guard map == nil, let graph = session.page.graph, let hidden = foldedPlace,
      var folding = view.foldings[graph]
    else { return false }
    folding.show(hidden.node)
    view.fold(graph, folding)
    if saying.text.isEmpty { tell(.unfolded(box: hidden.title, entry: hidden.entry.name)) }
    return true
  }

  /// The room below the graph while it is walked over: a line for what is in view, then the overview.
  var mapPanelSize: Size {
    let least = size.height >= 20 ? WorkPanel.height : 2
    let height = min((view.picture?.layout.size.height ?? 0) + 1, (size.height - 9) / 2)
    return Size(width: textWidth, height: max(least, height))
  }

  var overviewSize: Size {
    Size(width: mapPanelSize.width, height: mapPanelSize.height - 1)
  }

  /// Goes along a wire to its other end, or to the next box above or below.
  mutating func walk(_ direction: Direction) {
    guard var map, let picture = view.picture else { return }
    let vertex = picture.folding.vertices[map.node]
    switch direction {
    case .left, .right:
      var ends = picture.ends(ofWiresAt: vertex, direction)
      if let from = map.from.map({ picture.folding.vertices[$0] }), ends.contains(from) {
        ends = [from]
      }
      guard let end = ends.first else {
        tell(.noWire(isEntering: direction == .left))
        return
      }
      map.from = map.node
      map.node = picture.folding.nodes(ofVertex: end)[0]
    case .up, .down:
      guard let next = picture.vertex(nextTo: vertex, direction) else { return }
      map.from = nil
      map.node = picture.folding.nodes(ofVertex: next)[0]
    }
    mode = .map(map)
    tell(.nothing)
  }

  /// Goes to the node that lies about a screen away.
  mutating func walk(by rows: Int) {
    guard var map, let picture = view.picture else { return }
    let place = picture.rect(of: map.node).origin
    let wanted = Point(column: place.column, row: place.row + rows)
    guard let next = picture.vertex(nearestTo: wanted) else { return }
    map.from = nil
    map.node = picture.folding.nodes(ofVertex: next)[0]
    mode = .map(map)
  }

  /// Goes to the node whose name is looked for; with a step, to the next one that fits.
  mutating func search(step: Int = 0) {
    guard var map, let graph = session.worksheet?.graph else { return }
    let wanted = prompt.text.filter { !$0.isWhitespace }
    guard !wanted.isEmpty else { return }
    let exact = graph.index(of: wanted).map { [$0] } ?? []
    let all = map.names.numbers(of: wanted)
    guard !all.isEmpty else {
      tell(.nothingCalled(wanted))
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
    mode = .map(map)
    tell(.found(all.count))
  }

  /// Folds the box with all that feeds only it, or unfolds it.
  mutating func foldHere() {
    refold { folding, vertex, _ in folding.unfold(vertex) || folding.foldWhatFeeds(vertex) }
  }

  /// Folds the layer of the box.
  mutating func foldLayer() {
    refold { folding, vertex, picture in
      let column = picture.layout.places[vertex].column
      let layer = picture.plans.indices.filter {
        picture.layout.places[$0].column == column && picture.plans[$0].isBox
          && picture.bands[$0] == picture.bands[vertex]
      }
      return folding.fold(layer: layer)
    }
  }

  mutating func unfoldAll() {
    refold { folding, _, _ in
      guard !folding.isEmpty else { return false }
      folding = folding.unfolded
      return true
    }
  }

  private mutating func refold(_ body: (inout Folding, Int, GraphPicture) -> Bool) {
    guard let map, let graph = session.page.graph, let picture = view.picture else { return }
    var folding = picture.folding
    guard body(&folding, folding.vertices[map.node], picture) else {
      tell(.nothingToFold)
      return
    }
    guard DrawingLimit.unfolded.allows(folding) else {
      tell(.tooManyBoxes(folding.parts.count))
      return
    }
    view.fold(graph, folding)
    tell(.nothing)
  }

  /// Goes from the map to what is asked at the node that was walked to.
  mutating func leaveMap() {
    guard let map, let worksheet = session.worksheet else { return }
    let own = session.asked.filter {
      worksheet.entries[$0].node == map.node
        || worksheet.key.operand(of: worksheet.entries[$0]) == map.node
    }
    let next = own.first { worksheet.states[$0].isOpen } ?? own.first
    closeMap()
    guard let next else {
      tell(.nothingAsked(node: worksheet.graph.nodes[map.node].name))
      return
    }
    guard next == session.focus else {
      _ = act(.go(to: .entry(next)))
      return
    }
    if foldedPlace != nil {
      tell(.nothing)
      _ = unfoldFocus()
    }
  }
}
