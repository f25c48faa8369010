/// The wires between two neighbouring layers: each net comes in at one row on the left and goes out at
/// one or more rows on the right.
///
/// Rows on one side are distinct. A net changes rows on a vertical *track*. Where the row at which one
/// net comes in is a row at which another goes out, the first must turn before the second one begins.
struct Channel {
  struct Net {
    var left: Int
    /// The rows where the net leaves, ascending.
    var rights: [Int]

    /// Whether the net needs no track.
    var isStraight: Bool { rights == [left] }
  }

  /// A vertical piece of a net.
  struct Segment {
    var net: Int
    var left: Int
    var rights: [Int]
    var track = 0

    var leadsDown: Bool { rights[rights.count / 2] > left }

    var span: ClosedRange<Int> {
      min(left, rights[0])...max(left, rights[rights.count - 1])
    }
  }

  let nets: [Net]
  /// The vertical pieces of each net, from the left: none, one, or two where it makes a detour.
  private(set) var segments: [[Segment]]
  private(set) var trackCount = 0

  init(_ nets: [Net]) {
    self.nets = nets
    segments = nets.indices.map { net in
      nets[net].isStraight
        ? [] : [Segment(net: net, left: nets[net].left, rights: nets[net].rights)]
    }
    breakCycles()
    assignTracks()
  }

  /// Sends one net of every cycle of constraints over a row that is free.
  private mutating func breakCycles() {
    var rightOwners: [Int: Int] = [:]
    var taken = Set(nets.map(\.left))
    for (index, net) in nets.enumerated() {
      for row in net.rights {
        rightOwners[row] = index
        taken.insert(row)
      }
    }
    var walk = Array(repeating: -1, count: nets.count)
    for start in nets.indices where walk[start] < 0 {
      var net = start
      while walk[net] < 0, !nets[net].isStraight {
        walk[net] = start
        guard let next = rightOwners[nets[net].left], next != net else { break }
        net = next
        if walk[net] == start {
          detour(cheapest(inCycleOf: net, rightOwners), &taken)
        }
      }
    }
  }

  /// The net of a cycle that spans the fewest rows.
  private func cheapest(inCycleOf start: Int, _ rightOwners: [Int: Int]) -> Int {
    var best = start
    var net = start
    while let next = rightOwners[nets[net].left], next != start {
      net = next
      if segments[net][0].span.count < segments[best][0].span.count { best = net }
    }
    return best
  }

  private mutating func detour(_ net: Int, _ taken: inout Set<Int>) {
    let span = segments[net][0].span
    var row = nets[net].left
    var distance = 1
    search: while true {
      for candidate in [nets[net].left + distance, nets[net].left - distance]
      where !taken.contains(candidate) {
        if span.contains(candidate) || distance >= span.count {
          row = candidate
          break search
        }
      }
      distance += 1
    }
    taken.insert(row)
    segments[net] = [
      Segment(net: net, left: nets[net].left, rights: [row]),
      Segment(net: net, left: row, rights: nets[net].rights),
    ]
  }
}

extension Channel {
  /// The most segments of a channel whose order is searched.
  private static let mostInTable = 400
  /// The cost of an order that would lay two nets on the same cells.
  private static let forbidden = 1_000_000

  /// Gives every segment a track, such that segments on one track keep apart.
  ///
  /// The segments are ordered with few crossings first. Each then takes the first track where there is
  /// room, to the right of all segments before it that it would cross more often on their other side.
  private mutating func assignTracks() {
    let ordered = orderedSegments()
    var tracks: [[ClosedRange<Int>]] = []
    var placed: [(segment: Segment, span: ClosedRange<Int>)] = []
    for var segment in ordered {
      let span = segment.span
      for (other, otherSpan) in placed
      where other.track >= segment.track && otherSpan.overlaps(span) {
        let matters =
          ordered.count > Self.mostInTable
          || cost(other, before: segment) != cost(segment, before: other)
        if matters { segment.track = other.track + 1 }
      }
      while segment.track < tracks.count, tracks[segment.track].contains(where: span.overlaps) {
        segment.track += 1
      }
      if segment.track == tracks.count { tracks.append([]) }
      tracks[segment.track].append(span)
      placed.append((segment, span))
      let place = segments[segment.net].firstIndex { $0.left == segment.left } ?? 0
      segments[segment.net][place] = segment
    }
    trackCount = tracks.count
  }

  /// The segments from the left to the right, such that all constraints hold.
  private func orderedSegments() -> [Segment] {
    let all = constrainedOrder()
    let count = all.count
    guard count > 1, count <= Self.mostInTable else { return all }
    var gains = Array(repeating: 0, count: count * count)
    for a in 0..<count {
      for b in (a + 1)..<max(count, a + 1) {
        let gain = cost(all[a], before: all[b]) - cost(all[b], before: all[a])
        gains[a * count + b] = gain
        gains[b * count + a] = -gain
      }
    }
    var order = Array(0..<count)
    while siftOnce(&order, gains) {}
    return order.map { all[$0] }
  }

  /// The crossings of two segments, if the first is further left; very many if it must not be.
  private func cost(_ first: Segment, before second: Segment) -> Int {
    guard first.span.overlaps(second.span) else { return 0 }
    if first.net == second.net { return first.left == nets[first.net].left ? 0 : Self.forbidden }
    var cost = first.span.contains(second.left) ? 1 : 0
    for row in first.rights where second.span.contains(row) {
      cost += row == second.left ? Self.forbidden : 1
    }
    return cost
  }

  /// An order in which a segment stands before the one that goes out at the row where it comes in,
  /// and the first segment of a detour before the second.
  private func constrainedOrder() -> [Segment] {
    // Of wires that all lead down, the lowest turns first, of those that lead up the highest: then
    // none of them cross.
    let all = segments.joined().sorted { a, b in
      a.leadsDown == b.leadsDown ? (a.left < b.left) != a.leadsDown : b.leadsDown
    }
    var comingIn: [Int: Int] = [:]
    for (index, segment) in all.enumerated() { comingIn[segment.left] = index }
    var after = Array(repeating: [Int](), count: all.count)
    var waiting = Array(repeating: 0, count: all.count)
    for (index, segment) in all.enumerated() {
      for row in segment.rights {
        guard let other = comingIn[row], other != index else { continue }
        let isDetour = all[other].net == segment.net
        after[isDetour ? index : other].append(isDetour ? other : index)
        waiting[isDetour ? other : index] += 1
      }
    }
    var ready = Heap<Int>()
    for index in all.indices where waiting[index] == 0 { ready.insert(index) }
    var order: [Segment] = []
    while ready.first != nil {
      let index = ready.removeFirst()
      order.append(all[index])
      for next in after[index] {
        waiting[next] -= 1
        if waiting[next] == 0 { ready.insert(next) }
      }
    }
    return order
  }

  /// Moves each segment to its best place and says whether any moved.
  private func siftOnce(_ order: inout [Int], _ gains: [Int]) -> Bool {
    let count = order.count
    var isBetter = false
    for segment in 0..<count {
      guard let place = order.firstIndex(of: segment) else { continue }
      let (gain, target) = order.bestMove(from: place) { gains[segment * count + $0] }
      guard gain > 0 else { continue }
      order.remove(at: place)
      order.insert(segment, at: target)
      isBetter = true
    }
    return isBetter
  }
}
