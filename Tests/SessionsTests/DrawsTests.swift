import Journals
import Lessons
import Sessions
import Teaching
import TestSupport
import Testing

/// Which way to draw numbers a session takes, and how its journal keeps it.
@Suite struct DrawsTests {
  static func text(_ terms: String = "", graph: String = "graph fresh") -> String {
    """
    # T
    \(terms)
    ## Drawn

    ```\(graph)
    parameter w = 3 in -9..9
    data x = 2 in 2..9
    a = w x
    J = a^2
    ```

    ```fill
    ```
    """
  }

  private static func number(_ seed: Int, _ way: FreshNumbers.Draw) throws -> Double {
    let lesson = try Lesson(utf8: Array(text().utf8), name: "sample")
    let inputs = FreshNumbers(for: lesson.graphs[0], seed: seed, index: 0, by: way).inputs
    return try #require(inputs["w"]) * #require(inputs["x"])
  }

  /// A line of the journal about the sample, as it was written before there was a second way, or as it is now.
  private static func record(
    _ event: String, seed: Int, draw: String? = nil
  ) throws -> JournalRecord {
    let line =
      "{\"time\": \"T\", \"session\": \"S\", \"learner\": \"L\", \"lesson\": \"sample\", "
      + "\"lessonHash\": \"h\", \"seed\": \(seed), \(draw.map { "\"draw\": \($0), " } ?? "")"
      + "\"page\": 1, \(event)}"
    return try JournalRecord(line: Array(line.utf8))
  }

  private static func fill(
    _ value: Double, seed: Int, draw: String? = nil
  ) throws -> JournalRecord {
    try record(
      "\"event\": \"fill\", \"entry\": \"a\", \"typed\": \"\(value)\"", seed: seed, draw: draw)
  }

  /// What the first entry is, and how it stands.
  private static func standing(_ session: Session) -> [String] {
    [session.worksheet?.key.numbers?.value(of: 0).description ?? "", session.state("a") ?? ""]
  }

  private static func lines(_ effects: [Effect]) -> [String] {
    let context = JournalEvent.Context(time: "T", session: "S", learner: "L")
    return effects.compactMap { effect in
      if case .record(let event) = effect { event.line(in: context) } else { nil }
    }
  }

  @Test(arguments: [0, 1, 3, 12, 1_000_000_000])
  func aNewSessionDrawsInTheSecondWayAndAllItsEventsSaySo(seed: Int) throws {
    var session = try opened(Self.text(), seed: seed)
    #expect(Self.standing(session) == ["\(try Self.number(max(1, seed), .firstGood))", "empty"])
    let effects =
      [session.opening] + session.act(.fill(entry: 0, "5")) + session.act(.undo)
      + session.act(.hint) + session.act(.freshNumbers(seed: 7)) + session.act(.leave)
    let lines = Self.lines(effects)
    #expect(lines.count == 6)
    #expect(lines.allSatisfy { $0.contains(", \"draw\": 2, \"page\": 1, ") })
  }

  @Test(arguments: [0, 3])
  func whereNothingIsDrawnNothingIsSaid(seed: Int) throws {
    let isDrawn = seed != 0
    var session = try opened(Self.text(graph: "graph"), seed: seed)
    let lines = Self.lines([session.opening] + session.act(.fill(entry: 0, "5")))
    #expect(lines.map { $0.contains("\"draw\"") } == [isDrawn, isDrawn])
  }

  @Test(
    arguments: [
      (nil, FreshNumbers.Draw.fewestFaults), ("1", .fewestFaults), ("2", .firstGood),
      // A journal of a later release.
      ("3", .firstGood), ("\"2\"", .firstGood), ("null", .firstGood),
    ] as [(String?, FreshNumbers.Draw)])
  func aRecordSaysHowItsNumbersWereDrawn(draw: String?, way: FreshNumbers.Draw) throws {
    #expect(try Self.record("\"event\": \"open\"", seed: 3, draw: draw).draw == way)
  }

  @Test(arguments: [0, 1, 3, 12], [FreshNumbers.Draw.fewestFaults, .firstGood])
  func workIsResumedWithTheNumbersThatItWasDoneWith(seed: Int, way: FreshNumbers.Draw) throws {
    let value = try Self.number(max(1, seed), way)
    let records = [
      try Self.fill(value, seed: seed, draw: way == .firstGood ? "2" : nil)
    ]
    var session = try opened(Self.text())
    session.resume(records)
    #expect(Self.standing(session) == ["\(value)", "right"])
    // It goes on with them, and other numbers are drawn in the second way.
    let next = Self.lines(session.act(.fill(entry: 1, "1")))
    #expect(next.map { $0.contains("\"draw\"") } == [way == .firstGood])
    #expect(Self.lines(session.act(.freshNumbers(seed: 9))).allSatisfy { $0.contains("draw") })
    #expect(Self.standing(session) == ["\(try Self.number(9, .firstGood))", "empty"])
    session.act(.undo)
    #expect(Self.standing(session) == ["\(value)", "right"])
    let undone = try #require(try session.act(.hint).records().first)
    #expect(undone.draw == way)
  }

  @Test func aJournalOfBothWaysIsResumedRecordByRecord() throws {
    let (old, new) = (try Self.number(3, .fewestFaults), try Self.number(3, .firstGood))
    try #require(old != new)
    let first = try Self.fill(old, seed: 3)
    let second = try Self.fill(new, seed: 3, draw: "2")
    let drawn = try Self.record("\"event\": \"seed\"", seed: 3, draw: "2")
    for (records, value) in [
      ([first, drawn, second], new), ([second, first], old), ([first, second, first], old),
    ] {
      var session = try opened(Self.text())
      session.resume(records)
      #expect(Self.standing(session) == ["\(value)", "right"])
    }
    // Right with the others, it is wrong with these.
    var session = try opened(Self.text())
    session.resume([try Self.fill(new, seed: 3)])
    #expect(Self.standing(session) == ["\(old)", "wrong"])
    // Each set of numbers is asked on its own.
    session = try opened(Self.text())
    session.resume([try Self.fill(1, seed: 3), second])
    #expect(session.attempts.efforts.count == 2)
  }

  @Test func anotherSeedOnTheCommandLineDrawsInTheSecondWay() throws {
    let old = try Self.number(3, .fewestFaults)
    for (seed, value) in [(3, old), (4, try Self.number(4, .firstGood))] {
      var session = try opened(Self.text())
      session.resume([try Self.fill(old, seed: 3)], seed: seed)
      #expect(Self.standing(session).first == "\(value)")
    }
  }

  /// Their names draw the numbers of a graded lesson.
  @Test(arguments: [
    "parameter w = 2 in 2..5\ndata x = 3 in 2..5\nparameter b = 4 in -9..9\ndata y = 4 in 2..9\n"
      + "a = w x + b\nd = a - y\nJ = 1/2 d^2",
    "parameter w = 2 in 2..9\ndata x = 3 in 2..9\nparameter b = 4 in -9..9\na = w x + b\nJ = 2a",
    "data x = 2 in -6..6\ndata y = 1 in -6..6\nparameter w = -2 in -6..6\n"
      + "parameter b = 8 in -9..9\nc = w x\na = c + b\nd = a - y\nJ = 1/2 d^2",
  ])
  func aClassHasManySetsOfNumbersWhereTheRangesHoldThem(graph: String) throws {
    let text = "# T\n\n```graded\n```\n\n```graph\n\(graph)\n```\n\n```fill\n```\n"
    let lesson = try Lesson(utf8: Array(text.utf8), name: "t")
    for school in ["ada", "student", "b 20"] {
      let draws = (1...100).map { number in
        FreshNumbers(
          for: lesson.graphs[0], seed: Session.seed(ofLearner: "\(school)\(number)"), index: 0
        ).inputs
      }
      #expect(Set(draws).count >= 90)
    }
  }
}
