import FullScreen
import Journals
import Lessons
import Phrases
import Sessions
import Teaching
import TestSupport
import Testing

/// An answer that was shown counts once it is typed after another one.
@Suite struct EarningBackTests {
  private static let whole = [
    Message.fill(entry: 0, "11"), .fill(entry: 1, "121"), .fill(entry: 2, "22"),
    .fill(entry: 3, "3"), .reveal,
  ]

  private func states(_ session: Session) -> [String] {
    session.worksheet?.states.map(\.word) ?? []
  }

  @Test(arguments: [
    // What is typed at once is a copy.
    (whole + [.fill(entry: 4, "66")], "revealed"),
    (whole + [.fill(entry: 4, "66"), .fill(entry: 4, "66")], "revealed"),
    // Not by way of undo, of a wrong answer or of one that cannot be read.
    (whole + [.undo, .fill(entry: 4, "66")], "revealed"),
    (whole + [.fill(entry: 4, "7"), .fill(entry: 4, "66")], "revealed"),
    (whole + [.fill(entry: 0, "12"), .fill(entry: 4, "66")], "revealed"),
    (whole + [.fill(entry: 0, "x"), .fill(entry: 4, "66")], "revealed"),
    // After another answer it counts, in whatever spelling, and undo takes it back.
    (whole + [.fill(entry: 0, "11"), .fill(entry: 4, "66")], "right"),
    (whole + [.fill(entry: 1, "121"), .fill(entry: 4, "3*22")], "right"),
    (whole + [.fill(entry: 0, "11"), .fill(entry: 4, "7"), .fill(entry: 4, "66")], "right"),
    (whole + [.fill(entry: 0, "11"), .fill(entry: 4, "7")], "wrong"),
    (whole + [.fill(entry: 0, "11"), .fill(entry: 4, "66"), .undo], "revealed"),
    (whole + [.fill(entry: 0, "11"), .fill(entry: 4, "66"), .undo, .redo], "right"),
    // Nor by starting over.
    (whole + [.restart, .fill(entry: 4, "66")], "revealed"),
  ])
  func itCountsAfterAnotherAnswer(messages: [Message], state: String) throws {
    var session = try twoNodes().session
    let records = try messages.flatMap { session.act($0) }.records()
    #expect(states(session)[4] == state)
    // Coming back is as not having left.
    var resumed = try twoNodes().session
    resumed.replay(records)
    #expect(resumed.progress.worksheets == session.progress.worksheets)
    #expect(resumed.attempts.efforts == session.attempts.efforts)
  }

  @Test func whatIsShownTogetherIsNotEarnedByCopyingEachOther() throws {
    var session = try twoNodes().session
    for _ in 1...5 { session.act(.reveal) }
    for (entry, number) in ["11", "121", "22", "3", "66"].enumerated() {
      session.act(.fill(entry: entry, number))
    }
    #expect(states(session) == Array(repeating: "revealed", count: 5))
  }

  @Test func theFirstAttemptStaysAMiss() throws {
    var session = try twoNodes().session
    for message in EarningBackTests.whole { session.act(message) }
    let before = session.attempts.observations
    session.act(.fill(entry: 0, "11"))
    session.act(.fill(entry: 4, "66"))
    #expect(session.wholeScore == (5, 5))
    #expect(session.attempts.observations == before)
  }

  @Test func itIsSaidHow() throws {
    var session = try twoNodes().session
    for message in EarningBackTests.whole { session.act(message) }
    #expect(
      session.saying.text == "dJ/dw = da/dw × dJ/da = 3 × 22 = 66. "
        + "Type it after another answer to earn it back. "
        + "The graph is done: 4 of 5 entries are right; 1 was shown. Enter sums up; F10 leaves")
    session.act(.go(to: .entry(0)))
    session.act(.go(to: .entry(4)))
    #expect(
      session.saying.text
        == "this one was shown; answer another one, then type it here to earn it back")
    session.act(.submit("66"))
    #expect(
      session.saying.text
        == "that was just shown; answer another one first, then type it here again, and it counts")
    session.act(.fill(entry: 0, "11"))
    session.act(.go(to: .entry(4)))
    #expect(session.saying.text == "this one was shown; type it yourself to earn it back")
    session.act(.submit("66"))
    #expect(
      session.saying.text == "earned back: dJ/dw = 66 is right: da/dw × dJ/da = 3 × 22. "
        + "The graph is done: 5 of 5 entries are right. Enter sums up; F10 leaves")
  }
}
