import Testing

// The solvers have laws of their own, which a drawing would show only by chance.
@testable import GraphLayout

@Suite struct IsotonicRegressionTests {
  private typealias Attraction = (target: Int, weight: Int)

  private func values(_ attractions: [[Attraction]]) -> [Int?] {
    var regression = IsotonicRegression()
    for attractions in attractions {
      regression.beginValue()
      for attraction in attractions {
        regression.attract(to: attraction.target, weight: attraction.weight)
      }
      regression.endValue()
    }
    return regression.values
  }

  private func cost(_ attractions: [[Attraction]], _ values: [Int]) -> Int {
    zip(attractions, values).reduce(0) { sum, entry in
      entry.0.reduce(sum) { $0 + $1.weight * abs(entry.1 - $1.target) }
    }
  }

  /// The least cost over all ascending values from 0 to 5.
  private func leastCost(_ attractions: [[Attraction]], _ chosen: [Int] = []) -> Int {
    guard chosen.count < attractions.count else { return cost(attractions, chosen) }
    return ((chosen.last ?? 0)...5).map { leastCost(attractions, chosen + [$0]) }.min() ?? 0
  }

  @Test(arguments: 0..<40)
  func findsTheNearestAscendingValues(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let attractions: [[Attraction]] = (0..<5).map { index in
      (0..<Int.random(in: index == 0 ? 1...3 : 0...3, using: &numbers)).map { _ in
        (Int.random(in: 0...5, using: &numbers), Int.random(in: 1...4, using: &numbers))
      }
    }
    let values = values(attractions).compactMap(\.self)
    #expect(values.count == 5)
    #expect(values == values.sorted())
    #expect(cost(attractions, values) == leastCost(attractions))
  }

  @Test func valuesThatNothingAttractsFollowTheNext() {
    #expect(values([[], [(4, 1)], []]) == [4, 4, 4])
    #expect(values([[], []]) == [nil, nil])
  }
}
