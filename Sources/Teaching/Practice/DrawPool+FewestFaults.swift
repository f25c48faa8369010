extension DrawPool {
  /// The best draw so far.
  private struct Choice {
    var inputs: [String: Double]
    /// What speaks against it, and what of that the rules say.
    var faults: Int
    var ruleFaults: Int
  }

  /// Of some draws the one with the fewest faults, the first drawn of several; `nil` where nothing can be drawn.
  ///
  /// Everything that was handed in before there was another way is marked with these numbers, so that none of them may
  /// ever change.
  mutating func fewestFaults() -> [String: Double]? {
    var best: Choice?
    for _ in 0..<DrawPool.rounds where best?.ruleFaults ?? .max >= DrawFaults.unnoticed {
      let candidates = candidates(60, areApart: true, faults: DrawFaults.beforeRules)
      // The wrong rules are followed only where a draw may yet turn out better.
      for candidate in candidates.sorted(by: Candidate.isBetter) {
        if let best, candidate.faults >= best.faults { break }
        let limit = best.map { $0.faults - candidate.faults } ?? .max
        if let ruleFaults = ruleFaults(of: candidate, below: limit) {
          best = Choice(
            inputs: candidate.inputs, faults: candidate.faults + ruleFaults, ruleFaults: ruleFaults)
        }
      }
    }
    return best?.inputs
  }
}
