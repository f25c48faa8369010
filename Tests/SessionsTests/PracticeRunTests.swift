import FullScreen
import Journals
import Lessons
import Phrases
import PlainMode
import Sessions
import Teaching
import TestSupport
import Testing
import TextScreen

@Suite struct PracticeRunTests {
  /// Types the right answer to all that a problem asks.
  private func solve(_ session: inout Session) throws {
    while !session.isDone {
      let sheet = try #require(session.worksheet)
      let entry = try #require(session.focus)
      session.act(.fill(entry: entry, sheet.key.answer(to: entry)))
    }
  }

  /// Evidence that makes a skill known.
  private func known(_ skill: Skill, on day: Int) -> [Observation] {
    (0..<8).map { _ in Observation(skill, isCorrect: true, on: day) }
  }

  @Test func theOverviewSaysHowEachSkillStands() throws {
    var observations = known(.forward, on: 100) + known(.power, on: 97)
    observations += [
      Observation(.chain, isCorrect: true, on: 100), Observation(.chain, isCorrect: false, on: 100),
    ]
    let screen = shown(PracticeRun(observations, on: 100).overview)
    try expect(screen, matches: "practice-overview")
  }

  @Test func aProblemLooksLikeALesson() throws {
    var run = PracticeRun([], on: 100, from: 4)
    var screen = shown(try #require(try run.next()))
    try expect(screen, matches: "practice-problem")
    try solve(&screen.session)
    screen = shown(screen.session)
    #expect(screen.saying.text.hasSuffix("Enter opens the next problem; F10 leaves"))
    #expect(screen.press(.enter) == [.goOn])
  }

  @Test func theSameNumberIsTheSameProblem() throws {
    var (first, second) = (PracticeRun([], on: 1, from: 7), PracticeRun([], on: 2, from: 7))
    let worksheet = try #require(try first.next()?.worksheet)
    #expect(try second.next()?.worksheet == worksheet)
  }

  @Test func whoSolvesEverythingIsToldThatItIsEnough() throws {
    var run = PracticeRun([], on: 100)
    var problems = 0
    while var session = try run.next() {
      try solve(&session)
      run.finish(session)
      problems += 1
      try #require(problems < 60)
    }
    #expect(run.isEnough)
    #expect(
      PlainTutor.overview(of: run, width: 100).contains(
        "That is enough for today: every skill here is known. The first comes back tomorrow."))
    run.waive()
    #expect(try run.next()?.practice?.occasion == .chosen)
  }

  /// The weakest skill stays the weakest while nothing is answered, and rests after it was served all the same.
  @Test func theSkillThatIsAnnouncedIsServedNext() throws {
    var run = PracticeRun([], on: 100)
    for _ in 0..<12 {
      let announced = try #require(run.standing.next)
      let problem = try #require(try run.next())
      #expect(problem.practice == announced)
    }
  }

  @Test func knownSkillsComeBackAfterDays() throws {
    let all = Skill.allCases.filter(\.isCore).flatMap { known($0, on: 100) }
    #expect(PracticeRun(all, on: 100).isEnough)
    var run = PracticeRun(all, on: 101)
    #expect(try run.next()?.practice?.occasion == .review)
  }

  @Test func aSkillThatIsAskedForIsServedThoughItIsKnown() throws {
    var run = PracticeRun(known(.chain, on: 100), on: 100, among: [.chain])
    #expect(run.isEnough)
    #expect(try run.next()?.practice?.skill == .chain)
    #expect(try run.next() == nil)
  }

  @Test(arguments: Skill.allCases)
  func whatTheJournalKeepsOfAProblemSaysTheSameOfSkills(skill: Skill) throws {
    for number in 1...4 {
      var run = PracticeRun([], on: 100, among: [skill], from: number)
      var session = try #require(try run.next())
      var records: [JournalRecord] = []
      func keep(_ effects: [Effect]) throws {
        records += try effects.records(time: "1970-04-11T12:00:00.000Z")
      }
      try keep([session.opening])
      var isFirst = true
      while !session.isDone {
        let sheet = try #require(session.worksheet)
        let entry = try #require(session.focus)
        if isFirst { try keep(session.act(.fill(entry: entry, "987654"))) }
        isFirst = false
        try keep(session.act(.fill(entry: entry, sheet.key.answer(to: entry))))
      }
      // The inputs come back in another order; else all is the same.
      func told(_ observations: [Observation]) -> [Observation] {
        observations.map {
          Observation($0.skill, isCorrect: $0.isCorrect, on: $0.day, at: $0.values.sorted())
        }
      }
      #expect(
        told(LearnerHistory(records, lessons: []).observations)
          == told(session.attempts.observations))
      #expect(session.attempts.observations.allSatisfy { $0.day == 100 })
      #expect(!session.attempts.observations.isEmpty)
    }
  }
}
