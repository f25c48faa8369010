extension DrawPool {
  /// The first draw that is good, so that learners who sit side by side have numbers of their own; where none is, the
  /// best. `nil` where nothing can be drawn.
  ///
  /// A draw is good if no common wrong rule passes with it that does not pass anyway, and if it is easy, among the
  /// easiest that the ranges hold. Wide ranges hold millions, so that the very easiest are enough for everybody; of
  /// narrow ones nearly all have to serve. Where many inputs leave few good draws, some draws are made better, number by
  /// number.
  mutating func firstGood() -> [String: Double]? {
    var best: Best?
    var left: [Candidate] = []
    for _ in 0..<DrawPool.rounds {
      let candidates = candidates(handful, areApart: false, faults: DrawFaults.inTheHead)
        .sorted(by: Candidate.isBetter)
      let limit = limit(of: candidates.map(\.faults))
      let easy = candidates.filter { $0.faults <= limit }.sorted { $0.order < $1.order }
      for candidate in easy.prefix(DrawPool.tries) {
        if isGood(candidate, or: &best) { return candidate.inputs }
      }
      for candidate in candidates.prefix(improvements) {
        let improved = improved(candidate, faults: DrawFaults.inTheHead)
        if improved.faults < DrawFaults.unusable, isGood(improved, or: &best) {
          return improved.inputs
        }
      }
      left += candidates.filter { $0.faults > limit }
    }
    for candidate in left.sorted(by: Candidate.isBetter).prefix(2 * DrawPool.tries) {
      if isGood(candidate, or: &best) { break }
    }
    return best?.inputs
  }

  /// The draw with the fewest faults so far.
  private struct Best {
    var inputs: [String: Double]
    var faults: Int
    var ruleFaults: Int
  }

  /// Whether no rule passes with a draw; the best of all is kept.
  private mutating func isGood(_ candidate: Candidate, or best: inout Best?) -> Bool {
    // One with which no rule passes is good, however the best so far stands.
    let limit = best.map { max(DrawFaults.unnoticed, $0.faults - candidate.faults) } ?? .max
    guard let ruleFaults = ruleFaults(of: candidate, below: limit) else { return false }
    let faults = candidate.faults + ruleFaults
    if faults < best?.faults ?? .max {
      best = Best(inputs: candidate.inputs, faults: faults, ruleFaults: ruleFaults)
    }
    return ruleFaults < DrawFaults.unnoticed
  }

  /// The most faults of an easy draw.
  ///
  /// - Parameter faults: those of some draws, the fewest first.
  private func limit(of faults: [Int]) -> Int {
    guard let least = faults.first else { return 0 }
    let share = min(1, DrawPool.easySets / draw.size)
    let place = Int(share * Double(faults.count - 1))
    // Of what is never wanted an easy one has no more than the best.
    let unusable = least - least % DrawFaults.unusable + DrawFaults.unusable
    return min(faults[place], least + DrawFaults.leeway, unusable - 1)
  }

  /// So many sets of numbers are easy, where the ranges hold more. With a third of them a rule may pass, and still a
  /// hundred learners have more than ninety different ones.
  private static let easySets = 1500.0

  /// With so many of each round the rules are followed, which takes the longest.
  private static let tries = 40
  /// So many are made better in each round, and so many drawn; fewer for large graphs, which a lesson must not wait for.
  private var improvements: Int { min(12, 12_000 / max(1, entryCount * draw.names.count)) }
  private var handful: Int { max(20, min(120, 6_000 / max(1, entryCount))) }
}
