import RandomNumbers

/// The search for an order with few crossings, by simulated annealing.
///
/// A sweep tries to exchange random pairs of vertices that follow each other. What does not add a
/// crossing is done; what adds some is done by chance, ever more seldom in the course of a round. The
/// next round begins with the best order of those before. Exchanges that cost nothing keep the order
/// moving where a descent would be stuck, and one costs some forty nanoseconds. An order that has no
/// crossing but those that every order has ends the search: none after it would be taken.
struct OrderingSearch: Sendable {
  /// The sweeps of each round and the chance, at its beginning, that an exchange is done which adds a
  /// crossing. The first round is for a first picture.
  private static let rounds: [(sweeps: Int, tolerance: Double)] = [
    (250, 0.6), (500, 0.8), (500, 0.6), (500, 0.5), (500, 0.4),
  ]
  /// The steps of all sweeps at the most.
  private static let mostSteps = 100_000_000

  /// The order with the fewest crossings so far.
  private(set) var best: VertexOrder
  private(set) var fewestCrossings: Int
  /// Whether the first round is going on.
  private(set) var isDraft = true
  private(set) var isFinished = false
  private var order: VertexOrder
  private var crossings: Int
  private let neighbours: Neighbours
  /// The slots of vertices that have another one below.
  private let upperSlots: [Int32]
  private var numbers = SplitMix64(seed: 1)
  /// Every order has as many crossings.
  private let leastCrossings: Int
  private var round = 0
  private var sweepInRound = 0
  private let stepsOfSweep: Int

  /// Starts with the order as given, if it has no crossing more than need be, and with the best of median
  /// sweeps else.
  ///
  /// - Parameter leastCrossings: a number of crossings that every order has.
  init(_ graph: LayeredGraph, leastCrossings: Int) {
    self.leastCrossings = leastCrossings
    neighbours = Neighbours(graph)
    best = VertexOrder(graph.layers)
    fewestCrossings = graph.crossings(best)
    for side in [Neighbours.Side.left, .right, .left, .right]
    where fewestCrossings > leastCrossings {
      var medians = MedianSweeps(graph, neighbours, walkThrough: best, from: side)
      for sweep in 0..<4 {
        medians.sweep(from: sweep.isMultiple(of: 2) ? .left : .right)
        let crossings = graph.crossings(medians.order)
        if crossings < fewestCrossings { (best, fewestCrossings) = (medians.order, crossings) }
      }
    }
    let start = best
    (order, crossings) = (start, fewestCrossings)
    upperSlots = start.layerIndices.flatMap { start.range($0).dropLast().map(Int32.init) }
    stepsOfSweep = max(1, neighbours.sweepSteps(start))
    isFinished = fewestCrossings == leastCrossings
    isDraft = !isFinished
  }

  init(_ graph: LayeredGraph) {
    self.init(graph, leastCrossings: graph.unavoidableCrossings)
  }

  /// Does the next sweep.
  mutating func sweep() {
    guard !isFinished else { return }
    let sweeps = sweepsInRound
    let rest = 1 - Double(sweepInRound) / Double(sweeps)
    crossings += neighbours.exchange(
      in: &order, at: upperSlots,
      chances: Self.chances(Self.rounds[round].tolerance * rest * rest), &numbers)
    if crossings < fewestCrossings { (best, fewestCrossings) = (order, crossings) }
    sweepInRound += 1
    if sweepInRound == sweeps {
      (order, crossings) = (best, fewestCrossings)
      round += 1
      sweepInRound = 0
      isDraft = false
    }
    isFinished = fewestCrossings == leastCrossings || round == Self.rounds.count
    isDraft = isDraft && !isFinished
  }

  /// Does several sweeps, of so many steps together.
  mutating func improve(steps: Int) {
    for _ in 0..<max(1, steps / stepsOfSweep) where !isFinished { sweep() }
  }

  /// The sweeps of this round; fewer in large graphs, so that the search ends.
  private var sweepsInRound: Int {
    let stepsOfAll = Self.rounds.reduce(0) { $0 + $1.sweeps * stepsOfSweep }
    let sweeps = Self.rounds[round].sweeps
    return max(1, min(sweeps, sweeps * Self.mostSteps / stepsOfAll))
  }

  /// The chances, of 2³², that an exchange is done, by its cost: each a power of the tolerance.
  private static func chances(_ tolerance: Double) -> [UInt64] {
    var chances: [UInt64] = []
    chances.reserveCapacity(32)
    var chance = 0x1p32
    for _ in 0..<32 {
      chances.append(UInt64(chance))
      chance *= tolerance
    }
    return chances
  }
}

extension VertexOrder {
  /// Exchanges vertices with the next ones wherever that saves crossings, until it does nowhere.
  mutating func descend(_ neighbours: Neighbours) {
    var isChanged = true
    while isChanged {
      isChanged = false
      for layer in layerIndices {
        for slot in range(layer).dropLast() {
          let (upper, lower) = (Int(vertices[slot]), Int(vertices[slot + 1]))
          guard let cost = neighbours.cost(ofSwapping: upper, lower, in: self), cost < 0 else {
            continue
          }
          swapWithNext(slot)
          isChanged = true
        }
      }
    }
  }

  /// Brings vertices back to the order of their sources wherever that costs no crossing.
  mutating func restoreGivenOrder(_ graph: LayeredGraph) {
    let sources = graph.sources
    let neighbours = Neighbours(graph)
    var ascents = 0
    for layer in layerIndices {
      for slot in range(layer).dropLast() {
        ascents += sources[Int(vertices[slot])] < sources[Int(vertices[slot + 1])] ? 1 : -1
      }
    }
    if ascents < 0 { self = VertexOrder(layers.map { $0.reversed() }) }
    for layer in layerIndices where range(layer).count <= 600 {
      for end in range(layer).reversed() {
        for slot in range(layer).lowerBound..<end {
          let (upper, lower) = (Int(vertices[slot]), Int(vertices[slot + 1]))
          guard sources[upper] > sources[lower] else { continue }
          guard neighbours.cost(ofSwapping: upper, lower, in: self) == 0 else { continue }
          swapWithNext(slot)
        }
      }
    }
  }
}
