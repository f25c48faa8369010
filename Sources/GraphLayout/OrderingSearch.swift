/// The search for an order with few crossings.
struct OrderingSearch {
  /// The order with the fewest crossings so far.
  private(set) var best: [[Int]]
  private var fewest: Int
  private let graph: LayeredGraph
  private let leftNeighbours: Adjacency
  private let rightNeighbours: Adjacency
  private var layers: [[Int]]
  private var positions: [Int]
  private var current: Int
  private var random = SplitMix64(seed: 1)
  private var sifting = LayerSifting()
  private var work = 0
  private let budget: Int

  init(_ graph: LayeredGraph) {
    self.graph = graph
    leftNeighbours = graph.hopsInto.mapItems { graph.hops[$0].left }
    rightNeighbours = graph.hopsFrom.mapItems { graph.hops[$0].right }
    layers = graph.layers
    positions = Array(repeating: 0, count: graph.vertexCount)
    best = layers
    fewest = 0
    current = 0
    budget = min(60_000_000, 8_000 * graph.hops.count)
    place()
    current = graph.crossings(layers, positions: positions)
    fewest = current
  }

  mutating func run() {
    guard fewest > 0 else { return }
    improve()
    for start in 0..<4 where fewest > 0 && work < budget {
      if start < 2 { traverse(fromLeft: start == 0) } else { shuffle(layers.indices) }
      sweepMedians()
      improve()
    }
    while fewest > 0, work < budget {
      layers = best
      place()
      current = fewest
      shake()
      improve()
    }
  }

  private mutating func place() {
    for layer in layers {
      for (position, vertex) in layer.enumerated() { positions[vertex] = position }
    }
  }

  private mutating func place(_ layer: Int) {
    for (position, vertex) in layers[layer].enumerated() { positions[vertex] = position }
  }

  private mutating func keepIfBetter() {
    guard current < fewest else { return }
    best = layers
    fewest = current
  }

  private mutating func recount() {
    current = graph.crossings(layers, positions: positions)
    work += graph.hops.count * 4
  }
}

// MARK: - Starts

extension OrderingSearch {
  /// Orders every layer as a walk through the graph, breadth first from one side, meets its vertices.
  private mutating func traverse(fromLeft: Bool) {
    let vertices = layers.joined()
    var isSeen = Array(repeating: false, count: positions.count)
    var queue: [Int] = []
    queue.reserveCapacity(positions.count)
    var next = 0
    for start in fromLeft ? Array(vertices) : vertices.reversed() where !isSeen[start] {
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
    for layer in layers.indices { layers[layer].removeAll(keepingCapacity: true) }
    for vertex in queue { layers[graph.layerOfVertex[vertex]].append(vertex) }
    place()
    recount()
  }

  private mutating func shuffle(_ range: Range<Int>) {
    for layer in range {
      for index in layers[layer].indices.dropFirst() {
        layers[layer].swapAt(index, random.next(below: index + 1))
      }
      place(layer)
    }
    recount()
  }

  /// Moves a few vertices of a few neighbouring layers to other places.
  private mutating func shake() {
    let first = random.next(below: layers.count)
    for layer in first..<min(first + 1 + random.next(below: 4), layers.count) {
      let count = layers[layer].count
      guard count > 1 else { continue }
      for _ in 0..<(1 + random.next(below: 3)) {
        let vertex = layers[layer].remove(at: random.next(below: count))
        layers[layer].insert(vertex, at: random.next(below: count))
      }
      place(layer)
    }
    recount()
  }
}

// MARK: - Weighted medians

extension OrderingSearch {
  private mutating func sweepMedians() {
    keepIfBetter()
    var sinceBetter = 0
    var least = current
    var leastLayers = layers
    for sweep in 0..<24 where current > 0 && sinceBetter < 4 {
      if sweep.isMultiple(of: 2) {
        for layer in layers.indices.dropFirst() { sortByMedians(layer, of: leftNeighbours) }
      } else {
        for layer in layers.indices.dropLast().reversed() {
          sortByMedians(layer, of: rightNeighbours)
        }
      }
      recount()
      sinceBetter += 1
      if current < least {
        least = current
        leastLayers = layers
        sinceBetter = 0
      }
    }
    layers = leastLayers
    place()
    current = least
    keepIfBetter()
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

// MARK: - Sifting

extension OrderingSearch {
  /// Sifts layers, forth and back, until none gets better.
  private mutating func improve() {
    var isOpen = Array(repeating: true, count: layers.count)
    var forth = true
    var isBetter = true
    while isBetter, current > 0, work < budget {
      isBetter = false
      for step in layers.indices {
        let layer = forth ? step : layers.count - 1 - step
        guard isOpen[layer] else { continue }
        isOpen[layer] = false
        guard layers[layer].count > 1 else { continue }
        let gain = sifting.sift(
          &layers[layer], positions: positions, leftNeighbours, rightNeighbours, work: &work)
        guard gain > 0 else { continue }
        place(layer)
        current -= gain
        isBetter = true
        if layer > 0 { isOpen[layer - 1] = true }
        if layer + 1 < layers.count { isOpen[layer + 1] = true }
      }
      forth.toggle()
    }
    keepIfBetter()
  }
}
