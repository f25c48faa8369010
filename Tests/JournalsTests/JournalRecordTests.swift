import Autodiff
import Journals
import TestSupport
import Testing

@Suite struct JournalRecordTests {
  @Test(arguments: [
    #"{"learner": "L", "page": 1, "ev"#, "", "\u{0}\u{0}", "{\"learner\": \u{0}", "\r", "[", "tru",
  ])
  func aLineThatEndsInTheMiddleIsTorn(line: String) {
    #expect(throws: JournalRecord.Failure.torn) { try JournalRecord(line: Array(line.utf8)) }
  }

  @Test(arguments: ["}{", "\u{0}{", "nonsense", "{} {}", "{'event': 'fill'}", "<?xml?>", "{,}"])
  func whatIsNoJSONIsCorrupt(line: String) {
    #expect(throws: JournalRecord.Failure.corrupt) { try JournalRecord(line: Array(line.utf8)) }
  }

  /// Each differs in one thing from a line that is known.
  @Test(arguments: [
    #"{"format": "backprop journal", "version": 2}"#, "{}", "[]", "[1, 2]", "3", "null",
    #""a text""#, #"{"learner": "L", "page": 1}"#, #"{"page": 1, "event": "open"}"#,
    #"{"learner": "L", "page": 1, "event": "zoom", "factor": 2}"#,
    #"{"learner": "L", "page": 1, "event": {"kind": "open"}}"#,
    #"{"learner": {"name": "L"}, "page": 1, "event": "open"}"#,
    #"{"learner": "L", "event": "open"}"#, #"{"learner": "L", "page": 0, "event": "open"}"#,
    #"{"learner": "L", "page": 1.5, "event": "open"}"#,
    #"{"learner": "L", "page": "1", "event": "open"}"#,
    #"{"learner": "L", "page": {"number": 1}, "event": "open"}"#,
    #"{"learner": "L", "page": 1, "event": "open", "seed": {"from": 1}}"#,
    #"{"learner": "L", "page": 1, "event": "open", "lesson": ["a", "b"]}"#,
    #"{"learner": "L", "page": 1, "event": "open", "explore": "0123456789abcdef"}"#,
    #"{"learner": "L", "page": 1, "event": "open", "explore": {"graph": "0123"}}"#,
    #"{"learner": "L", "page": 1, "event": "fill"}"#,
    #"{"learner": "L", "page": 1, "event": "fill", "entry": "a", "typed": 11}"#,
    #"{"learner": "L", "page": 1, "event": "rule", "entry": 3, "typed": "11"}"#,
    #"{"learner": "L", "page": 1, "event": "answer", "entry": "a", "typed": "11"}"#,
    #"{"learner": "L", "page": 1, "event": "reveal"}"#,
    #"{"learner": "L", "page": 1, "event": "panel", "panel": "sideways"}"#,
    #"{"learner": "L", "page": 1, "event": "open", "more": \#(String(repeating: "[", count: 70))"#,
  ])
  func whatIsJSONAndNotKnownIsOfANewerVersion(line: String) {
    #expect(throws: JournalRecord.Failure.newer) { try JournalRecord(line: Array(line.utf8)) }
  }

  @Test func membersThatAreNotKnownChangeNothing() throws {
    let known = #""learner": "L", "page": 2, "event": "fill", "entry": "a", "typed": "11", "#
    let line = try JournalRecord(line: Array(("{" + known + #""seed": 3}"#).utf8))
    let newer = try JournalRecord(
      line: Array((#"{"v": 2, "device": {"id": [1]}, "# + known + #""seed": 3, "x": null}"#).utf8))
    #expect(newer == line)
    #expect(newer.kind == .fill(entry: "a", typed: "11"))
  }

  private let context = JournalEvent.Context(time: "T", session: "S", learner: "L")

  private func event(_ kind: JournalEvent.Kind, _ graph: Exploration) -> JournalEvent {
    JournalEvent(kind, source: .explore(graph), seed: 0, page: 1)
  }

  private func exploration(_ count: Int) throws -> Exploration {
    let reading = try GrowingGraph.chain.reading(count)
    return Exploration(
      GrowingGraph.chain.words(count).dropFirst().map { $0 }, on: reading.graph,
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
