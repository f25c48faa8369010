import Foundation
import RandomNumbers
import Teaching
import Testing

/// Whether the estimate that a learner is shown is right: simulated learners whose skill is known.
///
/// The parameters were fitted to learners of seeds below 100; these are others, on which nothing was fitted.
/// `CALIBRATION=2027 swift test --filter CalibrationTests` prints the tables for learners of that seed.
@Suite struct CalibrationTests {
  static let printed = ProcessInfo.processInfo.environment["CALIBRATION"].flatMap { UInt64($0) }
  static let seeds: [UInt64] = printed.map { [$0] } ?? [2027, 3049]
  /// Problems that a learner does, and learners of each kind.
  static let problems = 30
  static let learners = 240

  static let shares = [0.3, 0.45, 0.6, 0.75, 0.9, 0.97]
  static let steady = shares.map { SimulatedLearner.Kind.steady($0) }
  static let rising = [0.3, 0.45, 0.6, 0.75].flatMap { low in
    [0.9, 0.97].flatMap { high in
      [4, 9, 14].map { SimulatedLearner.Kind.rising(from: low, to: high, at: $0) }
    }
  }

  /// What was known of learners after each number of problems, with what was true.
  static func run(
    _ kinds: [SimulatedLearner.Kind], _ entries: SimulatedLearner.Entries, each count: Int,
    seed: UInt64
  ) -> [(truth: [Double], standings: [Mastery.Standing])] {
    var generator = SplitMix64(seed: seed)
    return kinds.flatMap { kind in
      (0..<count).map { _ in
        (
          (0...problems).map { kind.probability(atProblem: $0) },
          SimulatedLearner(kind: kind, entries: entries)
            .standings(problems: problems, &generator)
        )
      }
    }
  }

  /// Whether all learners stay as good, or half of them rise.
  enum Mix: Hashable {
    case steady, half
  }

  /// Of all estimates in a tenth, the mean estimate and how often the next first attempt was right, from 4 problems on.
  struct Tenth {
    var count = 0
    var estimate = 0.0
    var truth = 0.0
    var means: (estimate: Double, truth: Double) {
      (estimate / Double(count), truth / Double(count))
    }
  }

  static func tenths(
    _ mix: Mix, _ entries: SimulatedLearner.Entries, seed: UInt64
  ) -> [Tenth] {
    var tenths = Array(repeating: Tenth(), count: 10)
    let rise = mix == .half ? run(rising, entries, each: learners / 8, seed: seed) : []
    for (truth, standings) in run(steady, entries, each: learners / 2, seed: seed) + rise {
      for problem in 4...problems {
        let estimate = standings[problem].probability
        let place = min(9, Int(estimate * 10))
        tenths[place].count += 1
        tenths[place].estimate += estimate
        tenths[place].truth += truth[problem]
      }
    }
    return tenths
  }

  /// What learners who stay as good are shown after some problems, on average, and when they are called sure.
  struct Row {
    var share: Double
    var estimates: [Double]
    /// After how many problems each of those who ever were was called sure.
    var first: [Int]

    static let problems = [4, 8, 15, 30]

    init(_ share: Double, _ entries: SimulatedLearner.Entries) {
      self.share = share
      let runs = CalibrationTests.run(
        [.steady(share)], entries, each: CalibrationTests.learners,
        seed: CalibrationTests.seeds[0] + 7)
      estimates = Row.problems.map { number in
        runs.reduce(0) { $0 + $1.standings[number].probability } / Double(runs.count)
      }
      first = runs.compactMap { $0.standings.firstIndex(where: \.isMastered) }.sorted()
    }

    var rate: Double { Double(first.count) / Double(CalibrationTests.learners) }
    /// After how many problems half of all learners were called sure.
    var median: Int? {
      first.count * 2 > CalibrationTests.learners ? first[CalibrationTests.learners / 2] : nil
    }
  }

  /// The rows of all shares, made once.
  static let rows = Dictionary(
    uniqueKeysWithValues: [SimulatedLearner.Entries.one, .several].map { entries in
      (entries, (shares + [0.95, 1]).map { Row($0, entries) })
    })

  func row(_ share: Double, _ entries: SimulatedLearner.Entries) throws -> Row {
    try #require(CalibrationTests.rows[entries]?.first { $0.share == share })
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  @Test(.enabled(if: printed != nil)) func tables() {
    for entries in [SimulatedLearner.Entries.one, .several] {
      print(entries == .one ? "one entry a problem" : "one to four entries a problem")
      var rows = [
        ["right at first"] + Row.problems.map { "shown after \($0)" } + ["ever sure", "half after"]
      ]
      for row in CalibrationTests.rows[entries] ?? [] {
        rows.append(
          [percent(row.share)] + row.estimates.map(percent) + [percent(row.rate)]
            + [row.median.map { "\($0)" } ?? "never"])
      }
      print(TextTable(rows).text)
      rows = [["shown", "estimates", "mean", "right at first"]]
      for (place, tenth) in CalibrationTests.tenths(
        .half, entries, seed: CalibrationTests.seeds[0]
      ).enumerated()
      where tenth.count > 0 {
        rows.append(
          ["\(place * 10) to \(place * 10 + 10) %", "\(tenth.count)"]
            + [percent(tenth.means.estimate), percent(tenth.means.truth)])
      }
      print(TextTable(rows).text)
    }
  }

  @Test(arguments: [Mix.steady, .half], [SimulatedLearner.Entries.one, .several])
  func whatIsShownIsWithinTwelvePoints(mix: Mix, entries: SimulatedLearner.Entries) {
    for seed in CalibrationTests.seeds {
      let tenths = CalibrationTests.tenths(mix, entries, seed: seed)
      let all = tenths.reduce(0) { $0 + $1.count }
      // A tenth with fewer than one in fifty of the estimates is left to chance.
      for tenth in tenths where tenth.count * 50 >= all {
        let (estimate, truth) = tenth.means
        // Who is shown less than 30 % is a little better than that, on learners to whom nothing was fitted.
        #expect(abs(estimate - truth) < (estimate < 0.3 ? 0.12 : 0.1), "seed \(seed), \(tenth)")
      }
    }
  }

  @Test(arguments: shares, [SimulatedLearner.Entries.one, .several])
  func onAverageALearnerIsShownTheirOwnShareAfterEightProblems(
    share: Double, entries: SimulatedLearner.Entries
  ) throws {
    let row = try self.row(share, entries)
    // With 30 % the first eight problems still speak against what most learners are.
    for (number, estimate) in zip(Row.problems, row.estimates)
    where number >= (share < 0.4 ? 15 : 8) {
      #expect(abs(estimate - share) < 0.1, "after \(number): \(estimate)")
    }
  }

  @Test(arguments: [SimulatedLearner.Entries.one, .several])
  func whoIsRightThreeTimesInFiveIsHardlyEverCalledSure(entries: SimulatedLearner.Entries) throws {
    #expect(try row(0.6, entries).rate <= 0.05)
    #expect(try row(0.45, entries).rate <= 0.01)
    #expect(try row(0.3, entries).rate == 0)
    let highest = CalibrationTests.run(
      [.steady(0.6)], entries, each: CalibrationTests.learners, seed: CalibrationTests.seeds[0]
    )
    .flatMap { $0.standings }
    .map(\.probability).max()
    #expect((highest ?? 1) < 0.95)
  }

  @Test(arguments: [SimulatedLearner.Entries.one, .several])
  func whoIsRightNineteenTimesInTwentyIsSoonCalledSure(entries: SimulatedLearner.Entries) throws {
    let row = try self.row(0.95, entries)
    #expect(row.rate >= 0.95)
    #expect((row.median ?? .max) <= 10)
    #expect(try self.row(1, entries).median == 8)
  }

  /// Four or sixteen entries that go together are one observation.
  @Test func manyEntriesOfOneProblemSayNoMoreThanOne() {
    func standing(_ count: Int, isCorrect: Bool = true) -> Mastery.Standing {
      Mastery(
        (0..<count).map { _ in Observation(.chain, isCorrect: isCorrect, on: 1, at: [3, 11, 121]) }
      )[.chain]
    }
    #expect(standing(16).probability == standing(1).probability)
    #expect(standing(16).problems == 1)
    #expect(standing(16).attempts == 16)
    #expect(standing(16, isCorrect: false).probability == standing(1, isCorrect: false).probability)
  }
}
