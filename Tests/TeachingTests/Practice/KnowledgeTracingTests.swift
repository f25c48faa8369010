import Teaching
import Testing

@Suite struct KnowledgeTracingTests {
  let tracing = KnowledgeTracing.standard

  /// What is believed after problems of which some shares were right at first.
  func belief(after shares: [Double]) -> KnowledgeTracing.Belief {
    var belief = tracing.prior
    for (index, share) in shares.enumerated() {
      if index > 0 { belief = tracing.belief(afterProblem: belief) }
      belief = tracing.belief(belief, observing: share)
    }
    return belief
  }

  func probability(after shares: [Double]) -> Double { belief(after: shares).probability }

  /// A level q weighs q to the tilt before the first attempt, and once more q after a right answer.
  @Test func theEstimateIsTheMeanLevel() {
    let tracing = KnowledgeTracing(tilt: 1, learn: 0.1, change: 0.1)
    let levels = KnowledgeTracing.levels
    func mean(_ weight: (Double) -> Double) -> Double {
      let sum = levels.reduce(0) { $0 + weight($1) }
      return levels.reduce(0) { $0 + $1 * weight($1) } / sum
    }
    #expect(levels.first == 0.025 && levels.last == 0.975 && levels.count == 20)
    #expect(abs(tracing.prior.probability - mean { $0 }) < 1e-12)
    let right = tracing.belief(tracing.prior, observing: 1)
    #expect(abs(right.probability - mean { $0 * $0 }) < 1e-12)
    let wrong = tracing.belief(tracing.prior, observing: 0)
    #expect(abs(wrong.probability - mean { $0 * (1 - $0) }) < 1e-12)
    #expect(
      abs(tracing.belief(right, observing: 0).probability - mean { $0 * $0 * (1 - $0) }) < 1e-12)
  }

  /// Whoever is surely at the lowest level rises to any as likely as it was in the beginning, and so it is with change.
  @Test func whoRisesIsNeverLowerThanBefore() {
    func surely(_ share: Double, _ tracing: KnowledgeTracing) -> KnowledgeTracing.Belief {
      (0..<300).reduce(tracing.prior) { belief, _ in tracing.belief(belief, observing: share) }
    }
    let tracing = KnowledgeTracing(tilt: 1, learn: 0.2, change: 1e-9)
    let mean = tracing.prior.probability
    let lowest = tracing.belief(afterProblem: surely(0, tracing)).probability
    #expect(abs(lowest - (0.8 * 0.025 + 0.2 * mean)) < 1e-3)
    let highest = tracing.belief(afterProblem: surely(1, tracing)).probability
    #expect(abs(highest - 0.975) < 1e-3)
    let changing = KnowledgeTracing(tilt: 1, learn: 1e-9, change: 0.2)
    for (share, level) in [(0.0, 0.025), (1, 0.975)] {
      let changed = changing.belief(afterProblem: surely(share, changing)).probability
      #expect(abs(changed - (0.8 * level + 0.2 * mean)) < 1e-3)
    }
  }

  /// Every sequence of eight problems.
  static let sequences = (0..<256).map { bits in (0..<8).map { Double(bits >> $0 & 1) } }

  @Test func aRightAnswerRaisesAndAWrongOneLowersByTheirEvidence() {
    for shares in KnowledgeTracingTests.sequences {
      for count in shares.indices {
        let before = belief(after: Array(shares.prefix(count)))
        let next = count == 0 ? before : tracing.belief(afterProblem: before)
        let after = tracing.belief(next, observing: shares[count])
        #expect(
          shares[count] == 1
            ? after.probability > next.probability : after.probability < next.probability)
        #expect(after.probability > 0.025 && after.probability < 0.975)
      }
    }
  }

  @Test func halfRightIsBetweenRightAndWrong() {
    for shares in KnowledgeTracingTests.sequences {
      let estimates = [0, 0.25, 0.5, 0.75, 1].map { probability(after: shares + [$0]) }
      #expect(estimates == estimates.sorted())
      #expect(Set(estimates).count == 5)
    }
  }

  @Test func eightProblemsWithoutAMissAreMasteryAndSevenAreNot() {
    let estimates = (6...9).map { probability(after: Array(repeating: 1, count: $0)) }
    #expect(
      estimates.map { $0 >= KnowledgeTracing.masteryThreshold } == [false, false, true, true])
  }

  @Test func howeverMuchWasRightTwoMissesEndMastery() {
    let known = Array(repeating: 1.0, count: 1000)
    #expect(probability(after: known + [0]) < probability(after: known))
    #expect(probability(after: known + [0, 0]) < KnowledgeTracing.masteryThreshold)
  }

  @Test func howeverMuchWasWrongMasteryStaysInReach() {
    let shares = Array(repeating: 0.0, count: 1000) + Array(repeating: 1.0, count: 12)
    #expect(probability(after: shares) >= KnowledgeTracing.masteryThreshold)
  }
}
