import RandomNumbers

/// The search for an order with few crossings.
struct OrderingSearch {
  /// The vertices of each layer, from the top.
  private(set) var layers: [[Int]]
  private var positions: [Int]
  private var crossings = 0
  private let graph: LayeredGraph
  private let leftNeighbours: Adjacency
  private let rightNeighbours: Adjacency
  private var sifting = LayerSifting()
  /// Layers that wait to be sifted as a whole, and vertices, by layer, that wait to be sifted alone.
  private var isOpen: [Bool]
  private var isOpenVertex: [Bool]
  private var openVertices: [[Int]]
  /// Layers as they were before the shake that is on trial.
  private var saved: [Int: [Int]] = [:]
  private var random = SplitMix64(seed: 1)
  /// Steps taken, and when this part of the search is to stop, and all of it.
  private var work = 0
  private var limit: Int
  private let budget: Int

  init(_ graph: LayeredGraph, budget: Int) {
    self.graph = graph
    leftNeighbours = graph.hopsInto.mapItems { graph.hops[$0].left }
    rightNeighbours = graph.hopsFrom.mapItems { graph.hops[$0].right }
    layers = graph.layers
    positions = Array(repeating: 0, count: graph.vertexCount)
    isOpen = Array(repeating: false, count: layers.count)
    isOpenVertex = Array(repeating: false, count: positions.count)
    openVertices = Array(repeating: [], count: layers.count)
    self.budget = budget
    limit = budget
    use(layers)
  }

  mutating func run() {
    guard crossings > 0 else { return }
    limit = budget / 8
    improve(layers.indices)
    let (given, crossingsAsGiven) = (layers, crossings)
    for fromLeft in [true, false] where crossings > 0 && work < budget {
      limit = fromLeft ? budget / 2 : budget * 3 / 4
      let (kept, fewest) = (layers, crossings)
      traverse(fromLeft: fromLeft)
      sweepMedians()
      if crossings >= fewest { use(kept) }
    }
    limit = budget
    shakeWhileItHelps()
    if crossings == crossingsAsGiven { use(given) } else { restoreGivenOrder() }
  }

  private mutating func use(_ order: [[Int]]) {
    layers = order
    for layer in layers.indices { place(layer) }
    crossings = countCrossings(near: layers.indices)
  }

  private mutating func place(_ layer: Int) {
    for (position, vertex) in layers[layer].enumerated() { positions[vertex] = position }
  }

  /// Counts the crossings of hops that have an end in a range of layers.
  private mutating func countCrossings(near range: Range<Int>) -> Int {
    let channels = max(0, range.lowerBound - 1)..<max(0, min(range.upperBound, layers.count - 1))
    work += channels.reduce(0) { $0 + 8 * layers[$1].count }
    return graph.crossings(layers, positions: positions, in: channels)
  }
}

extension OrderingSearch {
  /// Orders every layer as a walk through the graph, breadth first from one side, meets its vertices.
  private mutating func traverse(fromLeft: Bool) {
    let vertices = Array(layers.joined())
    var isSeen = Array(repeating: false, count: positions.count)
    var queue: [Int] = []
    queue.reserveCapacity(positions.count)
    var next = 0
    for start in fromLeft ? vertices : vertices.reversed() where !isSeen[start] {
      isSeen[start] = true
      queue.append(start)
      while next < queue.count {
        let vertex = queue[next]
        next += 1
        for neighbours in [leftNeighbours[vertex], rightNeighbours[vertex]] {
          for neighbour in neighbours where !isSeen[neighbour] {
            isSeen[neighbour] = true
            queue.append(neighbour)
          }
        }
      }
    }
    var order: [[Int]] = Array(repeating: [], count: layers.count)
    for vertex in queue { order[graph.layerOfVertex[vertex]].append(vertex) }
    use(order)
  }

  /// Sorts layer after layer by the medians of its neighbours, forth and back, and sifts in between.
  private mutating func sweepMedians() {
    var (best, fewest) = (layers, crossings)
    var sinceBetter = 0
    for sweep in 0..<24 where crossings > 0 && sinceBetter < 6 && work < limit {
      if sweep.isMultiple(of: 2) {
        for layer in layers.indices.dropFirst() { sortByMedians(layer, of: leftNeighbours) }
      } else {
        for layer in layers.indices.dropLast().reversed() {
          sortByMedians(layer, of: rightNeighbours)
        }
      }
      crossings = countCrossings(near: layers.indices)
      improve(layers.indices)
      sinceBetter += 1
      if crossings < fewest {
        (best, fewest) = (layers, crossings)
        sinceBetter = 0
      }
    }
    use(best)
  }

  /// Sorts a layer by the medians of its neighbours; vertices without neighbours keep their places.
  private mutating func sortByMedians(_ layer: Int, of neighbours: Adjacency) {
    var slots: [Int] = []
    var sorted: [(median: Int, vertex: Int)] = []
    for (slot, vertex) in layers[layer].enumerated() {
      let range = neighbours.range(vertex)
      guard !range.isEmpty else { continue }
      slots.append(slot)
      sorted.append((median(neighbours.items[range].map { positions[$0] }.sorted()), vertex))
    }
    sorted.sort { a, b in
      a.median == b.median ? positions[a.vertex] < positions[b.vertex] : a.median < b.median
    }
    for (slot, entry) in zip(slots, sorted) { layers[layer][slot] = entry.vertex }
    place(layer)
    work += layers[layer].count * 16
  }

  /// The median of sorted positions, in 1024ths; between two it leans to where others are nearer.
  private func median(_ positions: [Int]) -> Int {
    let middle = positions.count / 2
    if positions.count % 2 == 1 { return positions[middle] * 1024 }
    if positions.count == 2 { return (positions[0] + positions[1]) * 512 }
    let left = positions[middle - 1] - positions[0]
    let right = positions[positions.count - 1] - positions[middle]
    guard left + right > 0 else { return (positions[middle - 1] + positions[middle]) * 512 }
    return (positions[middle - 1] * right + positions[middle] * left) * 1024 / (left + right)
  }
}

extension OrderingSearch {
  /// Sifts the layers of a range, forth and back, then the neighbours of what moved, until nothing moves.
  private mutating func improve(_ range: Range<Int>) {
    for layer in range { isOpen[layer] = true }
    var open = range
    var forth = true
    while !open.isEmpty, crossings > 0, work < limit {
      var (first, end) = (layers.count, 0)
      for step in 0..<open.count {
        let layer = forth ? open.lowerBound + step : open.upperBound - 1 - step
        for moved in isOpen[layer] ? siftAll(layer) : siftOpen(layer) {
          for neighbours in [leftNeighbours[moved], rightNeighbours[moved]] {
            for neighbour in neighbours where !isOpenVertex[neighbour] {
              isOpenVertex[neighbour] = true
              let layer = graph.layerOfVertex[neighbour]
              openVertices[layer].append(neighbour)
              (first, end) = (min(first, layer), max(end, layer + 1))
            }
          }
        }
      }
      open = min(first, end)..<end
      forth.toggle()
    }
  }

  /// Sifts a layer and returns the vertices whose neighbours may do better now.
  private mutating func siftAll(_ layer: Int) -> [Int] {
    closeVertices(of: layer)
    isOpen[layer] = false
    guard layers[layer].count > 1 else { return [] }
    guard layers[layer].count <= LayerSifting.mostInTable else {
      return sift(layers[layer], in: layer)
    }
    var order = layers[layer]
    let gain = sifting.sift(
      &order, positions: positions, leftNeighbours, rightNeighbours, work: &work)
    guard gain > 0 else { return [] }
    let moved = order.indices.filter { positions[order[$0]] != $0 }.map { order[$0] }
    change(layer, to: order)
    crossings -= gain
    return moved
  }

  private mutating func siftOpen(_ layer: Int) -> [Int] {
    guard !openVertices[layer].isEmpty else { return [] }
    let candidates = openVertices[layer]
    closeVertices(of: layer)
    return sift(candidates, in: layer)
  }

  private mutating func sift(_ candidates: [Int], in layer: Int) -> [Int] {
    var order = layers[layer]
    var moved: [Int] = []
    let gain = sifting.sift(
      candidates, in: &order, positions: positions, leftNeighbours, rightNeighbours,
      moved: &moved, work: &work)
    guard gain > 0 else { return [] }
    change(layer, to: order)
    crossings -= gain
    return moved
  }

  private mutating func closeVertices(of layer: Int) {
    for vertex in openVertices[layer] { isOpenVertex[vertex] = false }
    openVertices[layer].removeAll(keepingCapacity: true)
  }

  private mutating func change(_ layer: Int, to order: [Int]) {
    if saved[layer] == nil { saved[layer] = layers[layer] }
    layers[layer] = order
    place(layer)
  }

  /// Moves a few vertices of a few neighbouring layers, improves the order from there, and goes back if
  /// it has more crossings than before; until that has not helped for long.
  private mutating func shakeWhileItHelps() {
    var sinceBetter = 0
    while crossings > 0, work < limit, sinceBetter < 20 * layers.count {
      saved.removeAll(keepingCapacity: true)
      let before = crossings
      let first = random.next(below: layers.count)
      let range = first..<min(first + 1 + random.next(below: 4), layers.count)
      crossings -= countCrossings(near: range)
      for layer in range { shake(layer) }
      crossings += countCrossings(near: range)
      improve(range)
      if crossings > before {
        for (layer, order) in saved {
          layers[layer] = order
          place(layer)
        }
        crossings = before
      }
      sinceBetter = crossings < before ? 0 : sinceBetter + 1
    }
  }

  private mutating func shake(_ layer: Int) {
    var order = layers[layer]
    guard order.count > 1 else { return }
    for _ in 0..<(1 + random.next(below: 3)) {
      let vertex = order.remove(at: random.next(below: order.count))
      order.insert(vertex, at: random.next(below: order.count + 1))
    }
    change(layer, to: order)
  }
}

extension OrderingSearch {
  /// Brings vertices back to the order of their sources wherever that costs no crossing.
  private mutating func restoreGivenOrder() {
    let sources = graph.sources
    var ascents = 0
    for layer in layers {
      for (a, b) in zip(layer, layer.dropFirst()) { ascents += sources[a] < sources[b] ? 1 : -1 }
    }
    if ascents < 0 { use(layers.map { $0.reversed() }) }
    for layer in layers.indices where layers[layer].count <= LayerSifting.mostInTable {
      var order = layers[layer]
      sifting.sort(&order, by: sources, positions: positions, leftNeighbours, rightNeighbours)
      layers[layer] = order
      place(layer)
    }
  }
}
