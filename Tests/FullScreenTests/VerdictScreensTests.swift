import FullScreen
import Phrases
import TestSupport
import Testing
import TextScreen

/// Whole screens of what the tutor says: every verdict and every step of the hints, characters and colours.
@Suite struct VerdictScreensTests {
  /// The first graph with its values found, dJ/da focused.
  private func derivatives() throws -> Screen {
    var screen = try twoNodes()
    screen.enter("11", "121")
    return screen
  }

  @Test func right() throws {
    var screen = try derivatives()
    screen.enter("22")
    try expect(screen, matches: "verdict-right")
  }

  @Test func closeByANudge() throws {
    var screen = try derivatives()
    screen.enter("22.001")
    try expect(screen, matches: "verdict-close-nudge")
  }

  @Test func closeByEarlierRounding() throws {
    var screen = try exploring("a = w / 3", "J = 300a", "w = 1")
    screen.enter("0.333", "99.9")
    try expect(screen, matches: "verdict-close-rounded")
  }

  @Test func wrongWithItsReason() throws {
    var screen = try derivatives()
    screen.enter("22", "3", "22")
    try expect(screen, matches: "verdict-wrong")
  }

  @Test func wrongFromAnEarlierWrongOne() throws {
    var screen = try twoNodes()
    screen.enter("10")
    screen.press(.tab)
    screen.enter("100")
    try expect(screen, matches: "verdict-follows")
  }

  @Test func unreadable() throws {
    var screen = try derivatives()
    screen.enter("22abc")
    try expect(screen, matches: "verdict-unreadable")
  }

  @Test func shown() throws {
    var screen = try derivatives()
    screen.press(.function(9))
    try expect(screen, matches: "verdict-shown")
  }

  @Test func everyStepOfTheHints() throws {
    var screen = try derivatives()
    screen.enter("22", "3")
    var seen: [String] = []
    while true {
      screen.press(.function(2))
      guard seen.last != screen.saying.text else { break }
      seen.append(screen.saying.text)
      try expect(screen, matches: "hint-\(seen.count)")
    }
    #expect(
      seen == [
        "hint: go one box to the right of w, to a: dJ/da is what comes from there",
        "hint: the chain rule: how far a follows w, times how far J follows a: da/dw × dJ/da",
        "hint: da/dw × dJ/da = 3 × 22; what is that?",
      ])
  }
}
