import FullScreen
import Lessons
import TestSupport
import Testing
import TextScreen

/// What a nudge moved, as a table on the page of text.
@Suite struct NudgeTableTests {
  /// The rows of the table after some nudges of w.
  private func rows(_ formulas: [String], _ nudges: String...) throws -> [String] {
    let text =
      (["# Nudges", "", "Push.", "", "```graph"] + formulas
      + ["```", "", "```nudge w", "times: \(nudges.count)", "```", ""])
      .joined(separator: "\n")
    var screen = try shown(text, at: Size(80, 60))
    for nudge in nudges { screen.enter(nudge) }
    let lines = screen.canvas().text
    let start = try #require(lines.firstIndex { $0.contains("times as far") })
    return lines[start...].prefix { !$0.isEmpty }.map { String($0.dropFirst(4)) }
  }

  @Test func theDigitsTellTheDifferenceAndThePointsStandBelowEachOther() throws {
    #expect(
      try rows(["parameter w = 3", "J = w^2"], "0.001", "1e-9", "-0.00001", "20") == [
        "nudged  by      J  J after         times as far",
        "w        0.001  9    9.006001       6.001",
        "w        1e-9   9    9.000000006    6.000000496",
        "w       -1e-5   9    8.9999400001   5.99999",
        "w       20      9  529             26",
      ])
  }

  @Test func bothNumbersHaveAsManyPlaces() throws {
    #expect(
      try rows(["parameter w = 1", "J = sigmoid(w)"], "0.001") == [
        "nudged  by     J            J after      times as far",
        "w       0.001  0.731058579  0.731255145  0.1965664985",
      ])
  }

  @Test func aNudgeThroughSeveralBoxesLinesUpToo() throws {
    #expect(
      try rows(["parameter w = 3", "a = 2 - 9w", "J = a^2"], "0.001") == [
        "   before  after       times as far",
        "a  -25     -25.009      -9",
        "J  625     625.450081  450.081",
      ])
  }
}
