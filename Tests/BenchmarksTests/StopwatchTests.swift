import Testing

@testable import benchmarks

@Suite struct StopwatchTests {
  @Test func theMedianIsTheMiddleOne() {
    #expect(Stopwatch.median([3, 1, 2]) == 2)
    #expect(Stopwatch.median([5, 1]) == 5)
    #expect(Stopwatch.median([]).isNaN)
  }

  @Test func worksAreDoneInTurn() {
    var order: [Int] = []
    let medians = Stopwatch.medians(
      rounds: 2,
      [
        { order.append(0) },
        { order.append(1) },
      ])
    #expect(medians.count == 2)
    #expect(medians.allSatisfy { $0 > 0 })
    // Each comes first once to see how long it takes, and then in blocks.
    let changes = zip(order, order.dropFirst()).count { $0 != $1 }
    #expect(order.first == 0 && order.last == 1)
    #expect(changes == 5)
  }
}
