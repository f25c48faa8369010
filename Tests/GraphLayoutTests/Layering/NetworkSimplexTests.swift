import Testing

// The solvers have laws of their own, which a drawing would show only by chance.
@testable import GraphLayout

@Suite struct NetworkSimplexTests {
  /// The least cost over all ranks from 0 to a limit.
  private func leastCost(_ edges: [NetworkSimplex.Edge], count: Int, limit: Int) -> Int {
    var least = Int.max
    var ranks = Array(repeating: 0, count: count)
    while true {
      if edges.allSatisfy({ ranks[$0.head] - ranks[$0.tail] >= $0.minimum }) {
        least = min(least, cost(edges, ranks))
      }
      var node = 0
      while node < count, ranks[node] == limit {
        ranks[node] = 0
        node += 1
      }
      guard node < count else { return least }
      ranks[node] += 1
    }
  }

  private func cost(_ edges: [NetworkSimplex.Edge], _ ranks: [Int]) -> Int {
    edges.reduce(0) { $0 + $1.weight * (ranks[$1.head] - ranks[$1.tail]) }
  }

  private func randomEdges(_ numbers: inout SeededNumbers, count: Int) -> [NetworkSimplex.Edge] {
    (1..<count).flatMap { head in
      (0..<Int.random(in: 0...2, using: &numbers)).map { _ in
        NetworkSimplex.Edge(
          tail: Int.random(in: 0..<head, using: &numbers), head: head,
          minimum: Int.random(in: 0...1, using: &numbers),
          weight: Int.random(in: 0...5, using: &numbers))
      }
    }
  }

  @Test(arguments: 0..<40)
  func findsTheLeastCost(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let edges = randomEdges(&numbers, count: 6)
    var simplex = NetworkSimplex(ranks: Array(0..<6), edges: edges)
    simplex.improve(upTo: .max)
    #expect(simplex.isOptimal)
    #expect(edges.allSatisfy { simplex.ranks[$0.head] - simplex.ranks[$0.tail] >= $0.minimum })
    #expect(cost(edges, simplex.ranks) == leastCost(edges, count: 6, limit: 5))
  }

  @Test(arguments: [0, 100, 1000])
  func keepsTheBoundsWhereverTheBudgetEnds(budget: Int) {
    var numbers = SeededNumbers(seed: 1)
    let edges = randomEdges(&numbers, count: 100)
    var simplex = NetworkSimplex(ranks: Array(0..<100), edges: edges)
    simplex.improve(upTo: budget)
    #expect(edges.allSatisfy { simplex.ranks[$0.head] - simplex.ranks[$0.tail] >= $0.minimum })
  }

  @Test func slicesEndWhereAllAtOnceEnds() {
    var numbers = SeededNumbers(seed: 1)
    let edges = randomEdges(&numbers, count: 100)
    let start = NetworkSimplex(ranks: Array(0..<100), edges: edges)
    var (whole, sliced) = (start, start)
    whole.improve(upTo: .max)
    var slices = 0
    while !sliced.isOptimal {
      sliced.improve(upTo: sliced.steps + 50)
      slices += 1
    }
    #expect(slices > 3)
    #expect(sliced.ranks == whole.ranks)
  }
}
