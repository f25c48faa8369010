import Autodiff
import Teaching
import Testing

@Suite struct RaceTests {
  /// Runs a race whose slices are said to take some seconds each.
  func run(_ race: inout Race, seconds: Double, limit: Int = .max) {
    var slices = 0
    while race.isRunning, slices < limit {
      race.work()
      race.took(seconds)
      slices += 1
    }
  }

  @Test func bothMethodsRunOnAllNetworks() {
    var race = Race()
    race.begin()
    run(&race, seconds: 0.03)
    #expect(race.isDone)
    #expect(race.rows.map(\.nodes) == [4, 20, 100, 1_000, 10_000, 100_000])
    #expect(race.rows[4].sweepSteps == 110_000)
    #expect(race.rows[4].nudgingSteps == 1_000_000_000)
  }

  @Test func theSweepAloneGoesOnToAMillionParameters() throws {
    var race = Race()
    race.begin()
    run(&race, seconds: 0.03)
    let last = try #require(race.rows.last)
    #expect(last.parameters == 1_000_000)
    #expect(last.sweepSteps == 1_100_000)
    #expect(last.nudgingSteps == 100_000_000_000)
    #expect(last.nudged == 0 && last.nudgingSeconds == nil && !last.isExtrapolated)
    #expect(last.sweepSeconds > 0)
  }

  @Test func theMethodsAgree() {
    var race = Race()
    race.begin()
    run(&race, seconds: 0.03)
    for row in race.rows { #expect(row.difference < 1e-4, "\(row.nodes) nodes") }
  }

  @Test func nudgingIsStoppedAndExtrapolated() throws {
    var race = Race()
    race.begin()
    run(&race, seconds: 0.03)
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
    run(&race, seconds: 0.03)
    #expect(race.isDone)
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
