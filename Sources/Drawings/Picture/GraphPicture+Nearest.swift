import GraphLayout
package import TextScreen

/// What lies near something on a drawing, found without a look at all of it.
extension GraphPicture {
  /// The entry nearest to another one in a direction, among those that count.
  ///
  /// - Complexity: O(k) in what lies in a part of the drawing, whose size grows with the distance found.
  package func neighbour(
    of entry: Int, _ direction: Direction, among counts: (Int) -> Bool
  ) -> Int? {
    guard let here = anchors[entry]?.origin else { return nil }
    func distance(_ other: Int) -> Int? {
      guard other != entry, let there = anchors[other]?.origin else { return nil }
      let across = there.column - here.column
      let down = there.row - here.row
      switch direction {
      case .left: return across < 0 ? -across + 20 * abs(down) : nil
      case .right: return across > 0 ? across + 20 * abs(down) : nil
      case .up: return down < 0 ? -4 * down + abs(across) : nil
      case .down: return down > 0 ? 4 * down + abs(across) : nil
      }
    }
    return nearest { reach in
      switch direction {
      case .left: Rect(around: here, left: reach, up: reach / 20, right: 0, down: reach / 20)
      case .right: Rect(around: here, left: 0, up: reach / 20, right: reach, down: reach / 20)
      case .up: Rect(around: here, left: reach, up: reach / 4, right: reach, down: 0)
      case .down: Rect(around: here, left: reach, up: 0, right: reach, down: reach / 4)
      }
    } among: { vertex in
      plans[vertex].entries.filter(counts).compactMap { other in
        distance(other).map { Found(distance: $0, index: other) }
      }
    }
  }

  /// The nearest vertex above or below another one that overlaps it sideways.
  package func vertex(nextTo vertex: Int, _ direction: Direction) -> Int? {
    let here = layout.rect(of: vertex)
    func distance(_ other: Int) -> Int? {
      let there = layout.rect(of: other)
      guard other != vertex, there.columns.overlaps(here.columns) else { return nil }
      let down = there.origin.row - here.origin.row
      guard direction == .up ? down < 0 : down > 0 else { return nil }
      return 8 * abs(down) + abs(there.origin.column - here.origin.column)
    }
    return nearest { reach in
      let (up, down) = direction == .up ? (reach / 8, 0) : (0, reach / 8)
      return Rect(around: here.origin, left: 0, up: up, right: here.size.width - 1, down: down)
    } among: { other in
      distance(other).map { [Found(distance: $0, index: other)] } ?? []
    }
  }

  /// The vertex whose top left corner is nearest to a point; a row counts as much as three columns.
  package func vertex(nearestTo point: Point) -> Int? {
    nearest { reach in
      Rect(around: point, left: reach / 3, up: reach, right: reach / 3, down: reach)
    } among: { vertex in
      let place = layout.places[vertex]
      let distance = abs(place.row - point.row) + 3 * abs(place.column - point.column)
      return [Found(distance: distance, index: vertex)]
    }
  }

  /// The vertices at the other ends of the wires that enter a vertex or leave it, in the order of the edges.
  package func ends(ofWiresAt vertex: Int, _ direction: Direction) -> [Int] {
    let edges = edges(at: vertex)
    return direction == .left
      ? edges.filter { $0.target == vertex }.map(\.source)
      : edges.filter { $0.source == vertex }.map(\.target)
  }

  private func edges(at vertex: Int) -> [LayoutGraph.Edge] {
    // Some wires of a small drawing are not drawn from end to end.
    guard plans.count > Folding.fewVertices else { return edges }
    let rect = layout.rect(of: vertex)
    let beside = Rect(
      column: rect.origin.column - 1, row: rect.origin.row, width: rect.size.width + 2,
      height: rect.size.height)
    return view.edges(in: beside).map { layout.graph.edges[$0] }
  }

  private struct Found: Comparable {
    package var distance: Int
    package var index: Int

    package static func < (one: Found, other: Found) -> Bool {
      (one.distance, one.index) < (other.distance, other.index)
    }
  }

  /// The nearest of some things, the first of several at one distance.
  ///
  /// - Parameters:
  ///   - part: the part of the drawing in which everything lies that is no further than a distance.
  ///   - candidates: the things at a vertex that is in a part, with their distances.
  private func nearest(
    in part: (_ distance: Int) -> Rect, among candidates: (_ vertex: Int) -> [Found]
  ) -> Int? {
    // Nothing is further away, by any of the distances.
    let limit = 20 * (layout.size.width + layout.size.height)
    var reach = 64
    while true {
      let best = view.nodes(in: part(reach)).lazy.flatMap(candidates).min()
      if let best, best.distance <= reach { return best.index }
      guard reach < limit else { return best?.index }
      reach *= 4
    }
  }
}

extension Rect {
  /// The cells around a point, as many to each side, and its own.
  fileprivate init(around point: Point, left: Int, up: Int, right: Int, down: Int) {
    self.init(
      column: point.column - left, row: point.row - up, width: left + 1 + right,
      height: up + 1 + down)
  }
}
