import Lessons
import Testing

@Suite struct DeadlineTests {
  @Test(arguments: [
    ("2026-12-01 23:59 +01:00", "2026-12-01T22:59:59.999Z"),
    ("2026-12-01T23:59+0100", "2026-12-01T22:59:59.999Z"),
    ("2026-12-01 23:59 Z", "2026-12-01T23:59:59.999Z"),
    ("2026-12-01 23:59:30 UTC", "2026-12-01T23:59:30.999Z"),
    ("2026-12-01T23:59:30.5Z", "2026-12-01T23:59:30.999Z"),
    ("2026-12-01 00:30 -03:30", "2026-12-01T04:00:59.999Z"),
    ("2026-12-01 00:30 −03:30", "2026-12-01T04:00:59.999Z"),
    ("  2026-12-01 12:00 +14  ", "2026-11-30T22:00:59.999Z"),
    ("2024-02-29 Z", "2024-02-29T23:59:59.999Z"),
    ("2026-12-01 +01:00", "2026-12-01T22:59:59.999Z"),
    ("2026-12-01 24:00 Z", "2026-12-02T00:00:59.999Z"),
  ])
  func theWholeOfWhatIsNamedCounts(text: String, last: String) throws {
    #expect(CivilTime.text(ofMilliseconds: try Deadline(text).milliseconds) == last)
  }

  @Test(
    arguments: [
      ("tomorrow", .form), ("2026-12-01 23:59 CET", .form), ("1.12.2026 23:59 +01:00", .form),
      ("", .form), ("2026-12-01 23 Z", .form),
      ("2026-12-01 23:59", .noZone), ("2026-12-01", .noZone), ("2026-12-01T23:59:00", .noZone),
      ("2026-13-01 23:59 Z", .noSuchTime), ("2026-02-30 23:59 Z", .noSuchTime),
      ("2025-02-29 Z", .noSuchTime), ("2026-12-01 24:01 Z", .noSuchTime),
      ("2026-12-01 12:60 Z", .noSuchTime), ("2026-12-01 12:00 +15:00", .noSuchTime),
      ("2026-12-01 12:00 +01:60", .noSuchTime),
    ] as [(String, Deadline.Failure)])
  func whatIsNoMomentSaysWhy(text: String, failure: Deadline.Failure) {
    #expect(throws: failure) { try Deadline(text) }
  }
}
