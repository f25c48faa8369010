import Lessons
import Testing

@Suite struct GradedTermsTests {
  private func lesson(_ terms: String) throws(LessonFailure) -> Lesson {
    try Lesson(utf8: Array("# T\n\n```graded\n\(terms)\n```\n\n## P\n\nText.\n".utf8), name: "t")
  }

  @Test func whereNothingIsSaidAllIsAsItWas() throws {
    #expect(
      try lesson("").graded
        == GradedTerms(
          hints: .author, panel: .full, feedback: .reason, attempts: nil, points: nil, until: nil))
  }

  @Test func allTermsAreRead() throws {
    let terms = "attempts: 3\npoints: 7.5\nuntil: 2026-12-01 23:59 +01:00\nhints: none"
    #expect(
      try lesson(terms).graded
        == GradedTerms(
          hints: .none, attempts: 3, points: 7.5, until: try Deadline("2026-12-01 23:59 +01:00")))
  }

  @Test(arguments: [
    (
      "attempts: 0",
      "4:11: attempts are not '0'; write a number from 1 to 100, as in attempts: 3"
    ),
    (
      "attempts: many",
      "4:11: attempts are not 'many'; write a number from 1 to 100, as in attempts: 3"
    ),
    ("points: -1", "4:9: points are not '-1'; write a number above 0, as in points: 10"),
    ("points: 0x1p3", "4:9: points are not '0x1p3'; write a number above 0, as in points: 10"),
    ("points: ten", "4:9: points are not 'ten'; write a number above 0, as in points: 10"),
    (
      "until: 2026-12-01 23:59",
      "4:8: '2026-12-01 23:59' has no time zone; add Z for UTC, or the hours from it, as in "
        + "2026-12-01 23:59 +01:00"
    ),
    (
      "until: soon",
      "4:8: 'soon' is not a time; write it as in 2026-12-01 23:59 +01:00"
    ),
    (
      "until: 2026-02-30 12:00 Z",
      "4:8: '2026-02-30 12:00 Z' is not in the calendar; write it as in 2026-12-01 23:59 +01:00"
    ),
    ("points: 3\npoints: 4", "5:1: 'points' stands here twice; keep one of them"),
  ])
  func aTermThatCannotBeIsNamed(terms: String, message: String) {
    do {
      _ = try lesson(terms)
      Issue.record("nothing is wrong")
    } catch {
      #expect(error.report(file: "t") == "t:\(message)")
    }
  }
}
