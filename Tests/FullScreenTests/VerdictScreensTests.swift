import FullScreen
import Phrases
import TestSupport
import Testing
import TextScreen

/// Whole screens of what the tutor says: every verdict and every step of the hints, characters and colours.
@Suite struct VerdictScreensTests {
  /// The first graph with its values found, dJ/da focused.
  private func derivatives() throws -> Screen {
    var session = try twoNodes()
    session.enter("11", "121")
    return session
  }

  @Test func right() throws {
    var session = try derivatives()
    session.enter("22")
    try expect(session, matches: "verdict-right")
  }

  @Test func closeByANudge() throws {
    var session = try derivatives()
    session.enter("22.001")
    try expect(session, matches: "verdict-close-nudge")
  }

  @Test func closeByEarlierRounding() throws {
    var session = try exploring("a = w / 3", "J = 300a", "w = 1")
    session.enter("0.333", "99.9")
    try expect(session, matches: "verdict-close-rounded")
  }

  @Test func wrongWithItsReason() throws {
    var session = try derivatives()
    session.enter("22", "3", "22")
    try expect(session, matches: "verdict-wrong")
  }

  @Test func wrongFromAnEarlierWrongOne() throws {
    var session = try twoNodes()
    session.enter("10")
    session.press(.tab)
    session.enter("100")
    try expect(session, matches: "verdict-follows")
  }

  @Test func unreadable() throws {
    var session = try derivatives()
    session.enter("22abc")
    try expect(session, matches: "verdict-unreadable")
  }

  @Test func shown() throws {
    var session = try derivatives()
    session.press(.function(9))
    try expect(session, matches: "verdict-shown")
  }

  @Test func everyStepOfTheHints() throws {
    var session = try derivatives()
    session.enter("22", "3")
    var seen: [String] = []
    while true {
      session.press(.function(2))
      guard seen.last != session.saying.text else { break }
      seen.append(session.saying.text)
      try expect(session, matches: "hint-\(seen.count)")
    }
    #expect(
      seen == [
        "hint: go one box to the right of w, to a: dJ/da is what comes from there",
        "hint: the chain rule: how far a follows w, times how far J follows a: da/dw × dJ/da",
        "hint: da/dw × dJ/da = 3 × 22; what is that?",
      ])
  }
}
