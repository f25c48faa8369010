import GraphLayout
import TextScreen

/// Numbers that are the same for the same seed, on every machine.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
  }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) ^ (state << 31) ^ (state >> 7)
  }
}

extension LayoutGraph {
  /// Makes a graph with boxes of random sizes, now sparse, now dense, with parallel edges at times.
  static func random(seed: UInt64, upTo limit: Int, reach: Int? = nil) -> LayoutGraph {
    var numbers = SeededNumbers(seed: seed)
    let count = Int.random(in: 1...limit, using: &numbers)
    let most = Int.random(in: 1...4, using: &numbers)
    let reach = reach ?? Int.random(in: 1...count, using: &numbers)
    var edges: [Edge] = []
    for target in 0..<count where target > 0 && Int.random(in: 0..<4, using: &numbers) > 0 {
      for _ in 0..<Int.random(in: 1...most, using: &numbers) {
        let source = Int.random(in: max(0, target - reach)..<target, using: &numbers)
        edges.append(Edge(source: source, target: target))
      }
    }
    var inletCounts = Array(repeating: 0, count: count)
    for edge in edges { inletCounts[edge.target] += 1 }
    let nodes = (0..<count).map { node in
      let inlets = inletCounts[node]
      let height = Int.random(in: max(1, inlets)...(inlets + 4), using: &numbers)
      return Node(
        size: Size(width: Int.random(in: 1...9, using: &numbers), height: height),
        inletRow: Int.random(in: 0...min(height - 1, height - inlets), using: &numbers),
        outletRow: Int.random(in: 0..<height, using: &numbers))
    }
    return LayoutGraph(nodes: nodes, edges: edges.shuffled(using: &numbers))
  }

  /// Makes a chain of equal boxes.
  static func chain(count: Int) -> LayoutGraph {
    LayoutGraph(
      nodes: (0..<count).map {
        Node(size: Size(width: 3, height: 3), inletRow: $0 == 0 ? 0 : 1, outletRow: 1)
      },
      edges: (1..<max(count, 1)).map { Edge(source: $0 - 1, target: $0) })
  }
}
