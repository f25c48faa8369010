import Autodiff
import Teaching
import Testing

@Suite struct RaceTests {
  /// Runs a race whose slices are said to take 0.03 seconds each, which is what they should take.
  private static func run(_ race: inout Race) {
    while race.isRunning {
      race.work()
      race.took(0.03)
    }
  }

  /// A race that was run to its end; it begins after one of an earlier session.
  private static let finished = {
    var race = Race(hasRunBefore: true)
    race.begin()
    run(&race)
    return race
  }()

  @Test func bothMethodsRunOnAllNetworks() {
    let race = RaceTests.finished
    #expect(race.isDone)
    #expect(race.rows.map(\.nodes) == [4, 20, 100, 1_000, 10_000, 100_000])
    #expect(race.rows[4].sweepSteps == 110_000)
    #expect(race.rows[4].nudgingSteps == 1_000_000_000)
  }

  @Test func theSweepAloneGoesOnToAMillionParameters() throws {
    let last = try #require(RaceTests.finished.rows.last)
    #expect(last.parameters == 1_000_000)
    #expect(last.sweepSteps == 1_100_000)
    #expect(last.nudgingSteps == 100_000_000_000)
    #expect(last.nudged == 0 && last.nudgingSeconds == nil && !last.isExtrapolated)
    #expect(last.sweepSeconds > 0)
  }

  @Test func theMethodsAgree() {
    for row in RaceTests.finished.rows { #expect(row.difference < 1e-4, "\(row.nodes) nodes") }
  }

  @Test func nudgingIsStoppedAndExtrapolated() throws {
    let race = RaceTests.finished
    let last = race.rows[4]
    #expect(last.isExtrapolated)
    // Stopped after the patience, and then counted for all parameters.
    let expected = Race.patience * Double(last.parameters) / Double(last.nudged)
    #expect(abs(try #require(last.nudgingSeconds) - expected) < 0.1 * expected)
    #expect(!race.rows[0].isExtrapolated)
    #expect(race.rows[0].nudged == race.rows[0].parameters)
  }

  @Test func whatRanInAnEarlierSessionIsDoneAndCanRunAgain() {
    var race = Race(hasRunBefore: true)
    #expect(race.isDone)
    race.begin()
    #expect(!race.isDone)
    #expect(RaceTests.finished.isDone)
  }

  @Test func theLearnerMayLetItRunToItsEnd() {
    var race = Race()
    race.begin()
    // Slices that seem slow stay small, so that patience would be lost on the third network.
    while race.rows.count < 3 {
      if race.progress?.isNudging == true { race.begin() }
      race.work()
      race.took(0.05)
    }
    #expect(race.rows.allSatisfy { !$0.isExtrapolated })
  }
}
