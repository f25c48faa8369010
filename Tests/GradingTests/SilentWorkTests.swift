import Expressions
import Grading
import Journals
import Sessions
import Teaching
import Testing

/// Work without verdicts is marked from what was typed, handed in or not.
@Suite struct SilentWorkTests {
  private func exam() throws -> Session {
    try Session.exam(ExamTitle("1-1", seed: 3)) { _ in .failure(LookupFailure("none")) }.get()
  }

  /// What a journal keeps, read again.
  private func records(_ effects: [Effect]) throws -> [JournalRecord] {
    let context = JournalEvent.Context(time: "T", session: "S", learner: "L")
    return try effects.compactMap { effect in
      guard case .record(let event) = effect else { return nil }
      return try JournalRecord(line: Array(event.line(in: context).utf8))
    }
  }

  @Test(arguments: [true, false])
  func allIsMarkedOnce(isHandedIn: Bool) throws {
    var session = try exam()
    let key = try #require(session.worksheet?.key.numbers)
    var records = try self.records([session.opening])
    for (entry, typed) in [(0, "1"), (0, key.shown(0).shortestText), (1, "x"), (1, "5")] {
      records += try self.records(session.update(.fill(entry: entry, typed)))
    }
    if isHandedIn { records += try self.records(session.update(.handIn(isConfirmed: true))) }
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
    let key = try #require(session.worksheet?.key.numbers)
    let right = key.shown(0).shortestText
    let kinds: [JournalEvent.Kind] = [
      .fill(entry: "z11", typed: "1", nil), .handIn([]),
      .fill(entry: "z11", typed: right, .right(typed: 1)), .reveal("J"),
    ]
    var marker = Marker("L", by: KeyStore { _ in try? exam() })
    for kind in kinds {
      let event = JournalEvent(kind, source: session.source, seed: 3, page: 1)
      for record in try records([.record(event)]) { _ = marker.mark(record) }
    }
    #expect(marker.marks.lessons.map(\.right) == [0])
  }
}
