import Journals
import Lessons
import Scripts
import Sessions
import Teaching
import TestSupport
import Testing

/// Scripts on numbers that were drawn in the first or in the second way.
@Suite struct DrawsReplayTests {
  private static let text = """
    # Sample

    ```graph fresh
    parameter b = 2 in 2..9
    parameter c = 3 in 2..9
    z = b c
    L = z^2 + b
    ```

    ```fill
    ```
    """

  private static func value(_ seed: Int, _ way: FreshNumbers.Draw) throws -> String {
    let graph = try Lesson(utf8: Array(text.utf8), name: "sample").graphs[0]
    let inputs = FreshNumbers(for: graph, seed: seed, index: 0, by: way).inputs
    return "\(Int(try #require(inputs["b"]) * #require(inputs["c"])))"
  }

  private func open(_ name: String) -> Result<Session, LookupFailure> {
    (try? opened(Self.text)).map { .success($0) } ?? .failure(LookupFailure("none"))
  }

  private func failures(_ lines: [String]) throws -> [String] {
    var run = ScriptRun(opening: open)
    return run.run(try Script(lines: lines)).map(\.found)
  }

  private static func fill(
    _ typed: String, seed: Int, _ way: FreshNumbers.Draw
  ) throws -> JournalRecord {
    try JournalEvent(
      .fill(entry: "z", typed: typed, .right(typed: 0)),
      source: .lesson(name: "sample", hash: "h"), seed: seed, draw: way, page: 1
    ).record()
  }

  @Test func aJournalOfBothWaysIsAScriptThatSaysWhichNumbersItMeans() throws {
    let records = [
      try Self.fill(Self.value(1, .fewestFaults), seed: 0, .fewestFaults),
      try Self.fill(Self.value(1, .firstGood), seed: 0, .firstGood),
      try Self.fill(Self.value(5, .fewestFaults), seed: 5, .fewestFaults),
      try Self.fill(Self.value(5, .firstGood), seed: 5, .firstGood),
    ]
    let replay = JournalReplay(records, opening: open)
    #expect(replay.notes == [])
    #expect(
      replay.lines.prefix(10) == [
        "# L: sample", "lesson sample",
        "seed 0 draw 1", "fill z = \(try Self.value(1, .fewestFaults))",
        "seed 0", "fill z = \(try Self.value(1, .firstGood))",
        "seed 5 draw 1", "fill z = \(try Self.value(5, .fewestFaults))",
        "seed 5", "fill z = \(try Self.value(5, .firstGood))",
      ])
    #expect(replay.lines.contains("expect z right"))
    #expect(try failures(replay.lines) == [])
  }

  @Test func aSeedInAScriptIsThatOfTheCommandLine() throws {
    let filled = { (seed: String, value: String) in
      ["lesson sample", "seed \(seed)", "fill z = \(value)", "expect z right"]
    }
    for seed in [0, 1, 3, 12] {
      let (old, new) = try (
        Self.value(max(1, seed), .fewestFaults), Self.value(max(1, seed), .firstGood)
      )
      #expect(try failures(filled("\(seed)", new)) == [])
      #expect(try failures(filled("\(seed) draw 2", new)) == [])
      #expect(try failures(filled("\(seed) draw 1", old)) == [])
    }
  }

  @Test(arguments: [
    ("seed 3 draw", "'3 draw' names no draw; write seed 3 draw 1, or draw 2"),
    ("seed 3 draw 0", "'3 draw 0' names no draw; write seed 3 draw 1, or draw 2"),
    ("seed 3 draw 3", "'3 draw 3' names no draw; write seed 3 draw 1, or draw 2"),
    ("seed 3 draw 1 1", "'3 draw 1 1' names no draw; write seed 3 draw 1, or draw 2"),
    ("seed 3 drew 1", "'3 drew 1' is not a seed; write seed 3"),
    ("seed draw 1", "'draw 1' is not a seed; write seed 3"),
    ("seed 3 1", "'3 1' is not a seed; write seed 3"),
  ])
  func whatNamesNoDrawIsSaid(line: String, message: String) {
    let failure = #expect(throws: ScriptFailure.self) { try Script(lines: [line]) }
    #expect(failure?.errors.map(\.message) == [message])
  }
}
