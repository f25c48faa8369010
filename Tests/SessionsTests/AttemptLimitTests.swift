import Journals
import Lessons
import Sessions
import Teaching
import Testing

/// A lesson for marks that counts attempts.
@Suite struct AttemptLimitTests {
  private func session(_ terms: String) throws -> Session {
    let text = """
      # T

      ```graded
      \(terms)
      ```

      ```graph
      w = 3
      a = 2 + 3w
      J = a^2
      ```

      ```fill
      forward
      ```

      ```question half
      ask: Half of six?
      number: 3
      ```
      """
    let lesson = try Lesson(utf8: Array(text.utf8), name: "t")
    return try Session(lesson, source: .lesson(name: "t", hash: "h"))
  }

  private func fill(_ typed: String, _ session: inout Session) -> String? {
    let effects = session.update(.fill(entry: 0, typed))
    return effects.isEmpty ? nil : session.progress.state(of: .entry(0)).word
  }

  @Test func afterAsManyWrongAnswersItStaysAsItIs() throws {
    var session = try session("attempts: 2")
    #expect(fill("x1", &session) == "empty")
    #expect(fill("7", &session) == "wrong")
    guard case .attemptsLeft(1, _) = session.remark else {
      Issue.record("\(session.remark)")
      return
    }
    #expect(fill("8", &session) == "wrong")
    guard case .attemptsLeft(0, _) = session.remark else {
      Issue.record("\(session.remark)")
      return
    }
    #expect(session.assignment == .entry(1))
    #expect(fill("11", &session) == nil)
    #expect(session.remark == .noAttemptsLeft)
    #expect(session.progress.state(of: .entry(0)).word == "wrong")
  }

  @Test func undoAndRestartGiveNoAttemptBack() throws {
    var session = try session("attempts: 2")
    _ = fill("7", &session)
    _ = session.update(.undo)
    _ = fill("8", &session)
    _ = session.update(.undo)
    #expect(session.progress.state(of: .entry(0)).word == "empty")
    #expect(fill("11", &session) == nil)
    _ = session.update(.restart)
    #expect(fill("11", &session) == nil)
  }

  @Test func whatIsSpentIsNotOpen() throws {
    var session = try session("attempts: 1")
    _ = fill("7", &session)
    _ = session.update(.fill(entry: 1, "121"))
    _ = session.update(.answer(exercise: 0, "4"))
    #expect(session.isDone)
    _ = session.update(.answer(exercise: 0, "3"))
    #expect(session.remark == .noAttemptsLeft)
    #expect(session.wholeScore == (1, 3))
  }

  @Test func aJournalIsResumedWithTheAttemptsThatAreLeft() throws {
    var session = try session("attempts: 2")
    var effects = [session.opening]
    for typed in ["7", "8"] { effects += session.update(.fill(entry: 0, typed)) }
    let context = JournalEvent.Context(time: "2026-11-24T08:00:00.000Z", session: "S", learner: "L")
    var records = try effects.compactMap { effect -> JournalRecord? in
      guard case .record(let event) = effect else { return nil }
      return try JournalRecord(line: Array(event.line(in: context).utf8))
    }
    // What a journal was made to say after them is no attempt either.
    var forged = try #require(records.last)
    forged.kind = .fill(entry: "a", typed: "11")
    records.append(forged)
    var again = try self.session("attempts: 2")
    again.resume(records)
    #expect(again.progress.state(of: .entry(0)).word == "wrong")
    #expect(fill("11", &again) == nil)
  }

  @Test func whereNothingIsSaidThereAreAsManyAsOneLikes() throws {
    var session = try session("")
    for typed in 20..<60 { #expect(fill("\(typed)", &session) == "wrong") }
    #expect(fill("11", &session) == "right")
  }
}
