import Teaching
import Testing

@Suite struct MasteryTests {
  /// Problems without a miss after which a skill counts as mastered.
  static let enough = 8

  func mastery(_ skills: [Skill], on day: Int = 100) -> Mastery {
    Mastery(skills.flatMap { skill in right(skill, MasteryTests.enough, on: day) })
  }

  func right(_ skill: Skill, _ count: Int = 1, on day: Int) -> [Observation] {
    Array(repeating: Observation(skill, isCorrect: true, on: day), count: count)
  }

  func wrong(_ skill: Skill, on day: Int) -> Observation {
    Observation(skill, isCorrect: false, on: day)
  }

  let core = Skill.allCases.filter(\.isCore)

  @Test func aStandingCountsFirstAttempts() {
    let mastery = Mastery(
      right(.product, 2, on: 7) + [wrong(.product, on: 9), wrong(.sum, on: 3)])
    let standing = mastery[.product]
    #expect(standing.attempts == 3)
    #expect(standing.right == 2)
    #expect(standing.lastDay == 9)
    #expect(standing.review == nil)
    #expect(!standing.isMastered)
    #expect(mastery[.chain] == Mastery()[.chain])
    #expect(mastery[.chain].probability == KnowledgeTracing.standard.prior.probability)
  }

  @Test func aMasteredSkillComesBackAfterOneDayAndThenAfterTwiceAsMany() {
    var mastery = mastery([.chain])
    var due: [Int] = []
    for _ in 0..<6 {
      guard let day = mastery[.chain].review?.dueDay else { break }
      due.append(day)
      mastery.observe(Observation(.chain, isCorrect: true, on: day))
    }
    #expect(due == [101, 103, 107, 115, 131, 163])
  }

  @Test func aLateReviewCountsFromItsOwnDay() {
    var mastery = mastery([.chain])
    mastery.observe(Observation(.chain, isCorrect: true, on: 150))
    #expect(mastery[.chain].review?.dueDay == 152)
  }

  @Test func practiceBeforeTheDayIsNoReview() {
    var mastery = mastery([.chain])
    for observation in right(.chain, 20, on: 100) { mastery.observe(observation) }
    #expect(mastery[.chain].review?.dueDay == 101)
    #expect(!mastery[.chain].isDue(on: 100))
    #expect(mastery[.chain].isDue(on: 101))
  }

  @Test func aMissStartsTheIntervalOver() {
    var mastery = mastery([.chain])
    for day in [101, 103, 107] { mastery.observe(right(.chain, on: day)[0]) }
    #expect(mastery[.chain].review?.interval == 8)
    mastery.observe(wrong(.chain, on: 115))
    #expect(mastery[.chain].review == nil)
    #expect(mastery.next(on: 115, among: [.chain])?.occasion == .weak)
    for observation in right(.chain, MasteryTests.enough, on: 115) { mastery.observe(observation) }
    #expect(mastery[.chain].review == Review(masteredOn: 115))
    #expect(mastery[.chain].review?.dueDay == 116)
  }

  @Test func noIntervalGrowsWithoutEndAndAWrongClockDoesNoHarm() {
    var mastery = mastery([.chain])
    for day in stride(from: 1000, to: 100_000, by: 1000) {
      mastery.observe(right(.chain, on: day)[0])
    }
    #expect(mastery[.chain].review?.interval == Review.longestInterval)
    mastery.observe(right(.chain, on: .max)[0])
    mastery.observe(right(.chain, on: .min)[0])
    #expect(mastery[.chain].isMastered)
  }

  @Test func theWeakestSkillIsNextAndAmongEqualsTheEarlierOne() {
    var mastery = Mastery()
    #expect(mastery.next(on: 1)?.skill == .forward)
    mastery.observe(wrong(.paths, on: 1))
    #expect(mastery.next(on: 1) == Practice(.paths, .weak, .example))
    mastery = Mastery(right(.forward, on: 1) + right(.power, on: 1))
    #expect(mastery.next(on: 1) == Practice(.constantFactor, .new, .example))
    #expect(mastery.next(on: 1, among: [.power, .forward])?.skill == .forward)
    #expect(mastery.next(on: 1, among: [.power, .forward], after: [.forward])?.skill == .power)
    #expect(mastery.next(on: 1, among: [.forward], after: [.forward])?.skill == .forward)
  }

  @Test func reviewsComeAfterWhatIsNotYetMastered() {
    var mastery = mastery(core.filter { $0 != .paths })
    #expect(mastery.next(on: 200)?.skill == .paths)
    for observation in right(.paths, MasteryTests.enough, on: 200) { mastery.observe(observation) }
    #expect(mastery.next(on: 200) == Practice(.forward, .review, .none))
  }

  @Test func itIsEnoughWhenEverySkillOfTheCourseIsMasteredAndNoneIsDue() {
    let mastery = mastery(core)
    #expect(mastery.isEnough(on: 100))
    #expect(mastery.next(on: 100) == nil)
    #expect(mastery.nextDueDay() == 101)
    #expect(!mastery.isEnough(on: 101))
    #expect(!Mastery().isEnough(on: 100))
    #expect(Mastery().nextDueDay() == nil)
  }

  @Test func otherSkillsAreServedOnceTheyWereMetOrWhereTheyAreNamed() {
    var mastery = mastery(core)
    #expect(mastery.next(on: 100, among: [.tanh]) == Practice(.tanh, .new, .example))
    #expect(mastery.next(on: 100) == nil)
    mastery.observe(right(.tanh, on: 100)[0])
    #expect(mastery.next(on: 100)?.skill == .tanh)
    #expect(mastery.practisedSkills == core + [.tanh])
  }

  @Test func aMasteredSkillCanBePractisedAllTheSame() {
    let mastery = mastery([.chain])
    #expect(mastery.practice(of: .chain, on: 100) == Practice(.chain, .chosen, .none))
    #expect(mastery.practice(of: .chain, on: 101).occasion == .review)
    #expect(mastery.practice(of: .sum, on: 100).occasion == .new)
  }

  @Test func whatIsGivenFadesAsTheSkillGrows() {
    var mastery = Mastery()
    var supports: [Support] = []
    for _ in 0..<3 {
      supports.append(mastery[.chain].support)
      mastery.observe(right(.chain, on: 1)[0])
    }
    #expect(supports == [.example, .half, .none])
  }

  @Test(arguments: [
    (0, 0.9, Support.example), (1, 0.54, .example), (1, 0.56, .half), (1, 0.9, .half),
    (2, 0.54, .example), (2, 0.74, .half), (2, 0.76, .none), (30, 0.3, .example),
  ])
  func whoMissesMuchIsGivenMuchAgain(problems: Int, probability: Double, support: Support) {
    #expect(Support(atProbability: probability, after: problems) == support)
  }

  /// Of a problem a miss may come first, last or in the middle.
  @Test func theOrderWithinAProblemDoesNotMatter() {
    let answers = [[true, true, false], [true, false, true], [false, true, true]]
    let standings = answers.map { answers in
      Mastery(
        right(.chain, 3, on: 1)
          + answers.map { Observation(.chain, isCorrect: $0, on: 1, at: [3, 11, 121]) })[.chain]
    }
    #expect(Set(standings.map(\.probability)).count == 1)
    #expect(standings.allSatisfy { $0.problems == 4 && $0.attempts == 6 && $0.right == 5 })
  }

  @Test func otherNumbersAreAnotherProblem() {
    func standing(_ values: [[Double]]) -> Mastery.Standing {
      Mastery(values.map { Observation(.chain, isCorrect: true, on: 1, at: $0) })[.chain]
    }
    #expect(standing([[3, 11], [3, 11], [4, 14]]).problems == 2)
    #expect(standing([[3, 11], [4, 14], [3, 11]]).problems == 3)
    // What stands alone is a problem of its own.
    #expect(standing([[], []]).problems == 2)
  }
}
