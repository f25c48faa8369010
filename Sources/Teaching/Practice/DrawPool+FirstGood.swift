extension DrawPool {
  /// The first draw that is good, so that learners who sit side by side have numbers of their own; where none is, the
  /// best. `nil` where nothing can be drawn.
  ///
  /// A draw is good if no common wrong rule passes with it that does not pass anyway, and if it is easy, among the
  /// easiest that the ranges hold. Wide ranges hold millions, so that the very easiest are enough for everybody; of
  /// narrow ones nearly all have to serve.
  mutating func firstGood() -> [String: Double]? {
    var left: [Candidate] = []
    var best: (inputs: [String: Double], faults: Int)?
    for _ in 0..<DrawPool.rounds {
      let candidates = inOrder(candidates(handful, areApart: false, faults: DrawFaults.inTheHead))
      if let good = good(among: candidates.prefix(DrawPool.tries), or: &best) { return good }
      left += candidates.dropFirst(DrawPool.tries)
    }
    left.sort(by: Candidate.isBetter)
    return good(among: left.prefix(DrawPool.tries), or: &best) ?? best?.inputs
  }

  /// The first with which no rule passes; the best of all is kept.
  private mutating func good(
    among candidates: some Sequence<Candidate>,
    or best: inout (inputs: [String: Double], faults: Int)?
  ) -> [String: Double]? {
    for candidate in candidates {
      let ruleFaults = ruleFaults(of: candidate)
      if ruleFaults < DrawFaults.unnoticed { return candidate.inputs }
      let faults = candidate.faults + ruleFaults
      if faults < best?.faults ?? .max { best = (candidate.inputs, faults) }
    }
    return nil
  }

  /// The easy ones as they were drawn, then the others, each harder than the one before.
  private func inOrder(_ candidates: [Candidate]) -> [Candidate] {
    let limit = limit(of: candidates.map(\.faults).sorted())
    return candidates.sorted { one, other in
      (max(limit, one.faults), one.order) < (max(limit, other.faults), other.order)
    }
  }

  /// The most faults of an easy draw.
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
  private static let tries = 50

  /// So many are drawn at a time; fewer for large graphs, which a lesson must not wait for.
  private var handful: Int { max(40, min(400, 20_000 / max(1, entryCount))) }
}
