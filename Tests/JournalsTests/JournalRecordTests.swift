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
}
