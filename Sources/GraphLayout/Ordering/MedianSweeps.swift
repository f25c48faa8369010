/// Orders made by walks through the graph and by sorting layers by the medians of their neighbours.
///
/// After Gansner, Koutsofios, North and Vo, "A Technique for Drawing Directed Graphs" (1993), but for
/// their exchanges of neighbours, which annealing does better.
struct MedianSweeps {
  private(set) var order: VertexOrder
  private let neighbours: Neighbours

  /// Makes the order in which a walk, breadth first from one side, meets the vertices.
  init(
    _ graph: LayeredGraph, _ neighbours: Neighbours, walkThrough start: VertexOrder,
    from side: Neighbours.Side
  ) {
    self.neighbours = neighbours
    let vertices = start.vertices.map(Int.init)
    var isSeen = Array(repeating: false, count: graph.vertexCount)
    var queue: [Int] = []
    queue.reserveCapacity(vertices.count)
    var next = 0
    for start in side == .left ? vertices : vertices.reversed() where !isSeen[start] {
      isSeen[start] = true
      queue.append(start)
      while next < queue.count {
        let vertex = queue[next]
        next += 1
        for neighbour in [Neighbours.Side.left, .right].lazy.flatMap({ neighbours.of(vertex, $0) })
        where !isSeen[Int(neighbour)] {
          isSeen[Int(neighbour)] = true
          queue.append(Int(neighbour))
        }
      }
    }
    var layers: [[Int]] = Array(repeating: [], count: graph.layers.count)
    for vertex in queue { layers[graph.layerOfVertex[vertex]].append(vertex) }
    order = VertexOrder(layers)
  }

  /// Sorts layer after layer by the medians of the neighbours on one side, beginning there.
  mutating func sweep(from side: Neighbours.Side) {
    let layers = order.layerIndices
    switch side {
    case .left: for layer in layers.dropFirst() { sort(layer, byNeighboursOn: .left) }
    case .right: for layer in layers.dropLast().reversed() { sort(layer, byNeighboursOn: .right) }
    }
  }

  /// Sorts a layer; vertices without neighbours keep their places.
  private mutating func sort(_ layer: Int, byNeighboursOn side: Neighbours.Side) {
    var places: [Int] = []
    var sorted: [(median: Int, slot: Int, vertex: Int32)] = []
    var slots: [Int] = []
    for slot in order.range(layer) {
      let vertex = order.vertices[slot]
      slots.removeAll(keepingCapacity: true)
      for neighbour in neighbours.of(Int(vertex), side) {
        slots.append(Int(order.slots[Int(neighbour)]))
      }
      guard !slots.isEmpty else { continue }
      slots.sort()
      places.append(slot)
      sorted.append((Self.median(slots), slot, vertex))
    }
    sorted.sort { a, b in a.median == b.median ? a.slot < b.slot : a.median < b.median }
    for (slot, entry) in zip(places, sorted) { order.put(entry.vertex, at: slot) }
  }

  /// The median of sorted slots, in 1024ths; between two it leans to where others are nearer.
  private static func median(_ slots: [Int]) -> Int {
    let middle = slots.count / 2
    if slots.count % 2 == 1 { return slots[middle] * 1024 }
    if slots.count == 2 { return (slots[0] + slots[1]) * 512 }
    let left = slots[middle - 1] - slots[0]
    let right = slots[slots.count - 1] - slots[middle]
    guard left + right > 0 else { return (slots[middle - 1] + slots[middle]) * 512 }
    return (slots[middle - 1] * right + slots[middle] * left) * 1024 / (left + right)
  }
}
