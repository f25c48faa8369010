import Teaching
import Testing

@Suite struct MasteryTests {
  func mastery(_ skills: [Skill], on day: Int = 100) -> Mastery {
    Mastery(skills.flatMap { skill in right(skill, 3, on: day) })
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
    #expect(mastery[.chain].probability == KnowledgeTracing.standard.prior)
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
    mastery.observe(right(.chain, on: 115)[0])
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
    for observation in right(.paths, 3, on: 200) { mastery.observe(observation) }
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
    #expect([0.39, 0.4, 0.74, 0.75].map(Support.init) == [.example, .half, .half, .none])
  }
}
