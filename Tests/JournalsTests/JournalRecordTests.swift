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
}
