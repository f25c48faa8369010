import Foundation
import Lessons
import Teaching
import Testing
import Tutor

@Suite struct ResumingTests {
  static let text = """
    # Two nodes

    Read this.

    ```graph
    parameter w = 3
    a = 2 + 3w
    J = a^2
    ```

    ## Fill it in

    ```fill
    ```

    ## Another

    ```graph
    parameter w = 2
    a = 5w
    J = a^2
    ```

    ```fill
    ```
    """

  func session(hash: String = "h", text: String = ResumingTests.text) throws -> Session {
    let lesson = try Lesson(utf8: Array(text.utf8), name: "sample")
    return try Session(lesson, source: .lesson(name: "sample", hash: hash))
  }

  /// What a journal would hold after some messages.
  func records(_ messages: [Message]) throws -> (Session, [JournalRecord]) {
    var session = try session()
    var records: [JournalRecord] = []
    let context = JournalEvent.Context(time: "T", session: "S", learner: "L")
    for message in messages {
      for case .record(let event) in session.update(message) {
        records.append(try JournalRecord(line: Array(event.line(in: context).utf8)))
      }
    }
    return (session, records)
  }

  @Test(arguments: [
    [Message.page(2), .insert("11"), .submit, .insert("7"), .submit],
    [.page(2), .insert("11abc"), .submit, .insert("11"), .submit, .undo],
    [.page(2), .insert("11"), .submit, .insert("121"), .submit, .undo, .undo, .redo],
    [.page(3), .insert("10"), .submit, .page(2), .insert("11"), .submit, .restart],
    [.page(3), .insert("10"), .submit, .restart, .undo],
    [.page(2), .insert("11"), .submit, .insert("121"), .submit, .insert("22.001"), .submit],
  ])
  func comingBackIsAsNotHavingLeft(messages: [Message]) throws {
    let (left, records) = try records(messages)
    var resumed = try session()
    resumed.resume(records)
    #expect(resumed.pageNumber == left.pageNumber)
    for page in 1...3 {
      var (before, after) = (left, resumed)
      _ = before.update(.page(page))
      _ = after.update(.page(page))
      #expect(after.worksheet?.states == before.worksheet?.states)
    }
  }

  @Test(arguments: [
    [Message.page(2), .insert("11"), .submit, .insert("7"), .submit],
    [.page(2), .insert("11"), .submit, .insert("121"), .submit, .undo, .undo, .redo],
    [.page(3), .insert("10"), .submit, .page(2), .insert("11"), .submit, .restart],
    [.page(3), .insert("10"), .submit, .restart, .undo, .redo, .undo],
    [.page(2), .insert("11"), .submit, .undo, .insert("12"), .submit],
  ])
  func undoAndRedoGoAsFarAsBeforeLeaving(messages: [Message]) throws {
    var (left, records) = try records(messages)
    var resumed = try session()
    resumed.resume(records)
    for message in [Message.undo, .undo, .undo, .redo, .redo, .redo, .redo] {
      _ = left.update(message)
      _ = resumed.update(message)
      #expect(resumed.remark == left.remark)
      #expect(resumed.pageNumber == left.pageNumber)
      #expect(resumed.asked.isEmpty || resumed.asked.contains(resumed.focus ?? -1))
      #expect(resumed.worksheet?.states == left.worksheet?.states)
    }
  }

  @Test func anEditedLessonWithFewerPagesKeepsWhatUndoLeft() throws {
    let (_, records) = try records(
      [.page(2), .insert("11"), .submit, .insert("121"), .submit, .page(3), .undo])
    let short = ResumingTests.text.components(separatedBy: "\n## Another")[0]
    var edited = try session(hash: "other", text: short)
    edited.resume(records)
    #expect(edited.worksheet?.states.map(\.word).prefix(2) == ["right", "empty"])
  }

  @Test func aLessonEditedSinceSaysSoAndKeepsWhatFits() throws {
    let (_, records) = try records([.page(2), .insert("11"), .submit, .insert("121"), .submit])
    var edited = try session(
      hash: "other", text: ResumingTests.text.replacing("J = a^2", with: "K = a^2"))
    edited.resume(records)
    #expect(edited.score == (1, 5))
    #expect(
      edited.remark.text == "this lesson was edited since you were here; what still fits is kept")
  }

  @Test func theRecordsOfAnotherLessonDoNotMatter() throws {
    let (_, records) = try records([.page(2), .insert("11"), .submit])
    let lesson = try Lesson(utf8: Array(ResumingTests.text.utf8), name: "other")
    var session = try Session(lesson, source: .lesson(name: "other", hash: "h"))
    let before = session
    session.resume(records)
    #expect(session == before)
  }

  @Test func aVerdictInTheJournalIsNotBelieved() throws {
    let line = """
      {"time": "T", "session": "S", "learner": "L", "lesson": "sample", "lessonHash": "h", \
      "page": 2, "event": "fill", "entry": "a", "typed": "12", "verdict": "right"}
      """
    var session = try session()
    session.resume([try JournalRecord(line: Array(line.utf8))])
    #expect(session.worksheet?.states[0] == .wrong(typed: "12"))
  }

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
