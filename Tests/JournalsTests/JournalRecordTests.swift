import Autodiff
import Journals
import TestSupport
import Testing

@Suite struct JournalRecordTests {
  @Test(arguments: [
    (#"{"learner": "L", "page": 1, "ev"#, JournalRecord.Failure.torn), ("", .torn),
    ("\u{0}\u{0}", .torn), ("{\"learner\": \u{0}", .torn),
    (#"{"learner": "L", "page": 1}"#, .corrupt), ("}{", .corrupt),
    (#"{"learner": "L", "page": 0, "event": "open"}"#, .corrupt), ("\u{0}{", .corrupt),
    (#"{"learner": "L", "page": 1, "event": "fill"}"#, .corrupt),
  ])
  func aLineThatIsNoRecordIsTornOrCorrupt(line: String, failure: JournalRecord.Failure) {
    #expect(throws: failure) { try JournalRecord(line: Array(line.utf8)) }
  }

  private let context = JournalEvent.Context(time: "T", session: "S", learner: "L")

  private func event(_ kind: JournalEvent.Kind, _ graph: Exploration) -> JournalEvent {
    JournalEvent(kind, source: .explore(graph), seed: 0, page: 1)
  }

  private func exploration(_ count: Int) throws -> Exploration {
    let reading = try GrowingGraph.chain.reading(count)
    return Exploration(
      GrowingGraph.chain.statements(count).dropFirst().map { $0 }, on: reading.graph,
      at: reading.inputs, breaking: .never)
  }

  @Test func aLargeGraphIsWrittenOnceASession() throws {
    let graph = try exploration(200)
    var graphs = JournalGraphs()
    let lines = [event(.open(), graph), event(.hint("x1"), graph), event(.leave, graph)]
      .map { $0.line(in: context, after: &graphs) }
    #expect(lines[0].utf8.count > 1_000)
    for line in lines.dropFirst() { #expect(line.utf8.count < 250) }
    #expect(lines[1].contains(#""explore": {"hash": ""#))
    var memory = JournalGraphs()
    for line in lines {
      var record = try JournalRecord(line: Array(line.utf8))
      memory.resolve(&record)
      #expect(record.exploration?.formulas == graph.formulas)
      #expect(record.exploration?.inputs == graph.inputs)
    }
  }

  @Test func anotherGraphIsWrittenWholeAgain() throws {
    let (one, other) = (try exploration(200), try exploration(201))
    var graphs = JournalGraphs()
    let lines = [one, other, other, one].map {
      event(.hint("x1"), $0).line(in: context, after: &graphs)
    }
    #expect(lines.map { $0.contains("formulas") } == [true, true, false, true])
  }

  @Test func aSmallGraphIsWholeInEveryLine() throws {
    let graph = try exploration(3)
    var graphs = JournalGraphs()
    for _ in 0..<3 {
      let line = event(.hint("x1"), graph).line(in: context, after: &graphs)
      #expect(line == event(.hint("x1"), graph).line(in: context))
      #expect(!line.contains("hash"))
    }
  }

  /// The hash of another session, or of none, is no graph.
  @Test func aHashStandsForAGraphOfItsOwnSession() throws {
    let graph = try exploration(200)
    var graphs = JournalGraphs()
    let whole = event(.open(), graph).line(in: context, after: &graphs)
    let short = event(.hint("x1"), graph).line(in: context, after: &graphs)
    let foreign = short.replacing(#""session": "S""#, with: #""session": "S2""#)
    var memory = JournalGraphs()
    for (line, isKnown) in [(short, false), (whole, true), (foreign, false), (short, true)] {
      var record = try JournalRecord(line: Array(line.utf8))
      memory.resolve(&record)
      #expect((record.exploration != nil) == isKnown)
    }
  }
}
