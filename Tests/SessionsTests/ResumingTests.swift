import Foundation
import Journals
import Lessons
import Phrases
import Sessions
import Teaching
import TestSupport
import Testing

@Suite struct ResumingTests {
  /// A session after some messages, and what its journal holds.
  private func records(_ messages: [Message]) throws -> (Session, [JournalRecord]) {
    var session = try opened(SampleLesson.twoNodes)
    let records = try messages.flatMap { session.act($0) }.records()
    return (session, records)
  }

  @Test(arguments: [
    [Message.page(2), .fill(entry: 0, "11"), .fill(entry: 1, "7")],
    [.page(2), .fill(entry: 0, "11abc"), .fill(entry: 0, "11"), .undo],
    [.page(2), .fill(entry: 0, "11"), .fill(entry: 1, "121"), .undo, .undo, .redo],
    [.page(3), .fill(entry: 0, "10"), .page(2), .fill(entry: 0, "11"), .restart],
    [.page(3), .fill(entry: 0, "10"), .restart, .undo],
    [.page(2), .fill(entry: 0, "11"), .fill(entry: 1, "121"), .fill(entry: 2, "22.001")],
  ])
  func comingBackIsAsNotHavingLeft(messages: [Message]) throws {
    let (left, records) = try records(messages)
    var resumed = try opened(SampleLesson.twoNodes)
    resumed.resume(records)
    #expect(resumed.pageNumber == left.pageNumber)
    for page in 1...3 {
      var (before, after) = (left, resumed)
      before.act(.page(page))
      after.act(.page(page))
      #expect(after.worksheet?.states == before.worksheet?.states)
    }
  }

  @Test(arguments: [
    [Message.page(2), .fill(entry: 0, "11"), .fill(entry: 1, "7")],
    [.page(2), .fill(entry: 0, "11"), .fill(entry: 1, "121"), .undo, .undo, .redo],
    [.page(3), .fill(entry: 0, "10"), .page(2), .fill(entry: 0, "11"), .restart],
    [.page(3), .fill(entry: 0, "10"), .restart, .undo, .redo, .undo],
    [.page(2), .fill(entry: 0, "11"), .undo, .fill(entry: 0, "12")],
  ])
  func undoAndRedoGoAsFarAsBeforeLeaving(messages: [Message]) throws {
    var (left, records) = try records(messages)
    var resumed = try opened(SampleLesson.twoNodes)
    resumed.resume(records)
    for message in [Message.undo, .undo, .undo, .redo, .redo, .redo, .redo] {
      left.act(message)
      resumed.act(message)
      #expect(resumed.saying == left.saying)
      #expect(resumed.pageNumber == left.pageNumber)
      #expect(resumed.asked.isEmpty || resumed.asked.contains(resumed.focus ?? -1))
      #expect(resumed.worksheet?.states == left.worksheet?.states)
    }
  }

  @Test func anEditedLessonWithFewerPagesKeepsWhatUndoLeft() throws {
    let (_, records) = try records(
      [.page(2), .fill(entry: 0, "11"), .fill(entry: 1, "121"), .page(3), .undo])
    let short = SampleLesson.twoNodes.components(separatedBy: "\n## Another")[0]
    var edited = try opened(short, hash: "other")
    edited.resume(records)
    #expect(edited.worksheet?.states.map(\.word).prefix(2) == ["right", "empty"])
  }

  @Test func aLessonEditedSinceSaysSoAndKeepsWhatFits() throws {
    let (_, records) = try records([.page(2), .fill(entry: 0, "11"), .fill(entry: 1, "121")])
    var edited = try opened(
      SampleLesson.twoNodes.replacing("J = a^2", with: "K = a^2"), hash: "other")
    edited.resume(records)
    #expect(edited.score == (1, 5))
    #expect(
      edited.saying.text
        == "this lesson was edited since you were here; answers that still fit are kept")
  }

  @Test func theRecordsOfAnotherLessonDoNotMatter() throws {
    let (_, records) = try records([.page(2), .fill(entry: 0, "11")])
    var session = try opened(SampleLesson.twoNodes, name: "other")
    let before = session
    session.resume(records)
    #expect(session == before)
  }

  @Test(
    arguments: [
      (["h"], 1, true), (["x", "h"], 1, true), (["x"], 0, false), ([], 0, false),
    ] as [(Set<String>, Int, Bool)])
  func theRecordsOfACopyAreOnesOwnUnderAnyName(
    copies: Set<String>, accepted: Int, isWelcome: Bool
  ) throws {
    let (_, records) = try records([.page(2), .fill(entry: 0, "11")])
    var new = try opened(SampleLesson.twoNodes, name: "other", hash: "another")
    new.copies = copies
    var session = new
    session.resume(records)
    #expect(session.wholeScore.accepted == accepted)
    #expect((session.remark == .welcomeBack) == isWelcome)
    let history = LearnerHistory(records, lessons: [new])
    #expect(history.observations.isEmpty == !isWelcome)
  }

  @Test func aVerdictInTheJournalIsNotBelieved() throws {
    let line = """
      {"time": "T", "session": "S", "learner": "L", "lesson": "sample", "lessonHash": "h", \
      "page": 2, "event": "fill", "entry": "a", "typed": "12", "verdict": "right"}
      """
    var session = try opened(SampleLesson.twoNodes)
    session.resume([try JournalRecord(line: Array(line.utf8))])
    #expect(session.worksheet?.states[0] == .wrong(typed: "12"))
  }
}
