import Expressions
import Grading
import Journals
import LessonSolving
import Lessons
import Sessions
import Teaching
import TestSupport
import Testing

/// Work without verdicts is marked from what was typed, handed in or not.
@Suite struct SilentWorkTests {
  private func exam() throws -> Session {
    try Session.exam(ExamTitle("1-1", seed: 3)) { _ in .failure(LookupFailure("none")) }.get()
  }

  @Test(arguments: [true, false])
  func allIsMarkedOnce(isHandedIn: Bool) throws {
    var session = try exam()
    let key = try #require(session.worksheet?.key)
    var records = try [session.opening].records()
    for (entry, typed) in [(0, "1"), (0, key.shown(0).shortestText), (1, "x"), (1, "5")] {
      records += try session.act(.fill(entry: entry, typed)).records()
    }
    if isHandedIn { records += try session.act(.handIn(isConfirmed: true)).records() }
    var marker = Marker("L", by: KeyStore { _ in try? exam() })
    for record in records { #expect(marker.mark(record) == nil) }
    let marks = try #require(marker.marks.lessons.first)
    #expect([marks.right, marks.asked] == [1, 7])
    #expect(marks.items.map(\.attempts) == [1, 1])
    #expect(marks.items.map(\.rightAtFirst) == [1, 0])
    #expect(marks.items.map(\.unreadable) == [0, 1])
  }

  @Test func whatIsTypedAfterItWasHandedInDoesNotCount() throws {
    let session = try exam()
    let key = try #require(session.worksheet?.key)
    let right = key.shown(0).shortestText
    let kinds: [JournalEvent.Kind] = [
      .fill(entry: "z11", typed: "1", nil), .handIn([]),
      .fill(entry: "z11", typed: right, .right(typed: 1)), .reveal("J"),
    ]
    var marker = Marker("L", by: KeyStore { _ in try? exam() })
    for kind in kinds {
      let event = JournalEvent(kind, source: session.source, seed: 3, page: 1)
      _ = marker.mark(try event.record())
    }
    #expect(marker.marks.lessons.map(\.right) == [0])
  }
}
