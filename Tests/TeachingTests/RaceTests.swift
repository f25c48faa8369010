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
    #expect(race.rows.map(\.nodes) == LayeredNetwork.sizes.map(\.nodeCount))
    #expect(race.rows.last?.sweepSteps == 110_000)
    #expect(race.rows.last?.nudgingSteps == 1_000_000_000)
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
    let last = try #require(race.rows.last)
    #expect(last.isExtrapolated)
    // Stopped after the patience, and then counted for all parameters.
    let expected = Race.patience * Double(last.parameters) / Double(last.nudged)
    #expect(abs(last.nudgingSeconds - expected) < 0.1 * expected)
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
