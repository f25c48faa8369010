#if canImport(CVTerm)
  import Foundation
  import RandomNumbers
  import Testing
  import TextScreen

  /// Kills the tutor after random numbers of bytes that it wrote, while answers come in as fast as it takes them.
  ///
  /// Whatever was seen on the screen must be in the journal and on the next screen. `BACKPROP_KILLS=1000` makes
  /// it a long run.
  @Suite struct TutorKillTests {
    private static let count =
      ProcessInfo.processInfo.environment["BACKPROP_KILLS"].flatMap { Int($0) } ?? 25

    private static let network = """
      data x = 2
      data y = 1
      parameter w = -2
      parameter b = 8
      c = w x
      a = c + b
      d = a - y
      J = 1/2 d^2
      """

    /// The entries of the lesson's page with what is right, in their order.
    private static let key = [
      ("c", "-4"), ("a", "4"), ("d", "3"), ("J", "4.5"), ("dJ/dd", "3"), ("dd/da", "1"),
      ("dJ/da", "3"), ("da/dc", "1"), ("dJ/dc", "3"), ("da/db", "1"), ("dJ/db", "3"),
      ("dc/dw", "2"), ("dJ/dw", "6"),
    ]

    /// An answer as the journal keeps it, and how the drawing shows it.
    private struct Answer {
      var entry: String
      var typed: String
      var isRight: Bool
      var record: String { "\(entry) \(typed) \(isRight ? "right" : "wrong")" }
    }

    private struct Figures {
      var kills = 0
      /// Answers that the screen acknowledged before the kill.
      var acknowledged = 0
      /// Answers that were on disk and not yet on the screen.
      var ahead = 0
    }

    /// Where in a session the kill comes.
    private enum Moment: CaseIterable {
      case whileStarting, whileAnswersAreTyped, whileAnswersArePasted

      /// How many more bytes are read from the program before it is killed, where so many come.
      func bytes(before answers: Int) -> Range<Int> {
        switch self {
        case .whileStarting: 0..<6000
        case .whileAnswersAreTyped: 0..<400 * answers + 1
        case .whileAnswersArePasted: 0..<4000
        }
      }
    }

    @Test func noKillLosesAnAnswerThatWasAcknowledged() throws {
      var generator = SplitMix64(seed: 1)
      var figures = Figures()
      while figures.kills < Self.count {
        let home = try TemporaryFolder()
        let plan = Self.plan(&generator)
        var kept = 0
        while kept < plan.count, figures.kills < Self.count {
          kept = try kill(in: home, after: kept, of: plan, &generator, &figures)
        }
      }
      print(
        "\(figures.kills) kills: all of \(figures.acknowledged) answers that were acknowledged were "
          + "found again, and \(figures.ahead) that were on disk and not yet shown")
    }

    /// Starts the lesson where some answers of the plan were kept, goes on, and kills it.
    ///
    /// - Returns: how many answers of the plan are kept now.
    private func kill(
      in home: TemporaryFolder, after kept: Int, of plan: [Answer],
      _ generator: inout SplitMix64, _ figures: inout Figures
    ) throws -> Int {
      let terminal = try lesson(
        home.writeLesson(Self.network), in: home, options: ["--page", "2"],
        size: Size(width: 160, height: 40))
      let moment = Moment.allCases.randomElement(using: &generator) ?? .whileStarting
      if moment != .whileStarting {
        // All that was kept is there again.
        try terminal.waitUntil {
          Self.accepted(on: $0) == Self.accepted(plan[..<kept])
            && (kept == 0 || plan[kept - 1].isRight
              || $0.text.contains("\(plan[kept - 1].typed) ✗"))
        }
        let lines = plan[kept...].map(\.typed)
        if moment == .whileAnswersAreTyped {
          terminal.type(lines.map { "\($0)\r" }.joined())
        } else {
          terminal.paste(lines.map { "\($0)\n" }.joined())
        }
      }
      let goal =
        terminal.received.count
        + Int.random(in: moment.bytes(before: plan.count - kept), using: &generator)
      // Of what is pasted nothing is taken after an answer that is wrong.
      let wrong = plan[kept...].firstIndex { !$0.isRight }
      let end = moment == .whileAnswersArePasted ? wrong.map { $0 + 1 } ?? plan.count : plan.count
      let deadline = ContinuousClock.now + .seconds(60)
      while terminal.received.count < goal, ContinuousClock.now < deadline,
        moment == .whileStarting
          ? Self.accepted(on: terminal) == nil
          : Self.acknowledged(on: terminal, of: plan) < end
      {
        terminal.exchange(patience: 20)
      }
      try #require(ContinuousClock.now < deadline)
      terminal.process.send(SIGKILL)
      #expect(try terminal.waitForEnd() == .signalled(SIGKILL))

      figures.kills += 1
      let isThere = FileManager.default.fileExists(atPath: home.journal)
      let records = isThere ? try journal(in: home) : []
      let place = Comment(rawValue: "kill \(figures.kills)")
      try #require(records == plan.prefix(records.count).map(\.record), place)
      let seen = max(kept, Self.acknowledged(on: terminal, of: plan))
      try #require(records.count >= seen, place)
      figures.acknowledged += seen - kept
      figures.ahead += records.count - seen
      return records.count
    }

    /// The right answer for each entry, some of them after wrong ones that occur nowhere else.
    private static func plan(_ generator: inout SplitMix64) -> [Answer] {
      var number = 7000
      return key.flatMap { entry, right in
        let wrong = (0..<Int.random(in: 0...2, using: &generator)).map { _ in
          number += 1
          return Answer(entry: entry, typed: String(number), isRight: false)
        }
        return wrong + [Answer(entry: entry, typed: right, isRight: true)]
      }
    }

    private static func accepted(_ answers: some Sequence<Answer>) -> Int {
      answers.count { $0.isRight }
    }

    /// The entries that the title line counts as accepted; nil where it is not there.
    private static func accepted(on terminal: EmulatedTerminal) -> Int? {
      guard let match = terminal.lines[0].firstMatch(of: /forward (\d+)\/4 · backward (\d+)\/9/)
      else { return nil }
      return Int(match.1).flatMap { forward in Int(match.2).map { forward + $0 } }
    }

    /// How many answers of the plan the screen acknowledges, by its count or by a mark on the drawing.
    private static func acknowledged(on terminal: EmulatedTerminal, of plan: [Answer]) -> Int {
      let text = terminal.text
      let accepted = accepted(on: terminal) ?? 0
      var rights = 0
      return plan.enumerated().reduce(0) { seen, item in
        if item.element.isRight { rights += 1 }
        let isShown =
          item.element.isRight ? rights <= accepted : text.contains("\(item.element.typed) ✗")
        return isShown ? item.offset + 1 : seen
      }
    }
  }
#endif
