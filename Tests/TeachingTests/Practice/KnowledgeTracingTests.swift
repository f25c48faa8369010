import Teaching
import Testing

@Suite struct KnowledgeTracingTests {
  let tracing = KnowledgeTracing.standard

  func probabilities(after answers: [Bool]) -> [Double] {
    answers.reduce(into: [tracing.prior]) { known, isCorrect in
      known.append(tracing.probability(known[known.count - 1], afterObserving: isCorrect))
    }
  }

  /// Worked by hand: P(L|right) = 0.25·0.9 / (0.25·0.9 + 0.75·0.2) = 0.6, and 0.6 + 0.4·0.15 = 0.66.
  @Test func theFormulaOfThePaperGivesTheNumbersWorkedByHand() {
    let expected: [([Bool], Double)] = [
      ([true], 0.66), ([true, true], 0.912_688_821_752_266), ([false], 0.184),
      ([true, true, true], 0.982_306_334_857_925),
    ]
    for (answers, probability) in expected {
      #expect(abs((probabilities(after: answers).last ?? 0) - probability) < 1e-8, "\(answers)")
    }
    #expect(abs(tracing.posterior(0.25, observing: true) - 0.6) < 1e-15)
    #expect(abs(tracing.posterior(0.25, observing: false) - 0.04) < 1e-15)
  }

  @Test func threeRightFirstAttemptsAreMasteryAndTwoAreNot() {
    #expect(
      probabilities(after: [true, true, true]).map { $0 >= KnowledgeTracing.masteryThreshold }
        == [false, false, false, true])
  }

  /// Every sequence of eight answers.
  static let sequences = (0..<256).map { bits in (0..<8).map { bits >> $0 & 1 == 1 } }

  @Test func aRightAnswerNeverLowersAndAWrongOneNeverRaises() {
    for answers in KnowledgeTracingTests.sequences {
      let known = probabilities(after: answers)
      for (index, isCorrect) in answers.enumerated() {
        let (before, after) = (known[index], known[index + 1])
        #expect(isCorrect ? after >= before : after < before, "\(answers)")
        #expect(after > 0 && after < 1)
      }
    }
  }

  @Test func fromAnywhereAWrongAnswerSpeaksAgainstAndRaisesByLessThanALearningStep() {
    for known in stride(from: 0.01, through: 0.99, by: 0.01) {
      #expect(tracing.posterior(known, observing: false) < known)
      #expect(tracing.posterior(known, observing: true) > known)
      #expect(tracing.probability(known, afterObserving: false) < known + tracing.learn)
    }
  }

  @Test func whoeverKnowsMoreBeforeKnowsMoreAfter() {
    for known in stride(from: 0.02, through: 0.9, by: 0.01) {
      for isCorrect in [true, false] {
        #expect(
          tracing.probability(known, afterObserving: isCorrect)
            > tracing.probability(known - 0.01, afterObserving: isCorrect))
      }
    }
  }

  @Test func howeverMuchWasRightOneMissEndsMasteryAndOneRightAnswerRestoresIt() {
    let known = probabilities(after: Array(repeating: true, count: 1000) + [false, true]).suffix(3)
    #expect(
      known.map { $0 >= KnowledgeTracing.masteryThreshold } == [true, false, true])
  }

  @Test func howeverMuchWasWrongMasteryStaysInReach() {
    let answers = Array(repeating: false, count: 1000) + Array(repeating: true, count: 4)
    #expect((probabilities(after: answers).last ?? 0) >= KnowledgeTracing.masteryThreshold)
  }
}
