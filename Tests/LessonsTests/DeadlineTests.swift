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
      ("tomorrow", .form), ("1.12.2026 23:59 +01:00", .form),
      ("", .form), ("2026-12-01 23 Z", .form),
      ("2026-12-01 23:59 CET", .namedZone("CET")), ("2026-12-01Tuesday", .form),
      ("2026-12-01 Europe/Berlin", .namedZone("Europe/Berlin")),
      ("2026-12-01 23:59 ../x", .namedZone("../x")), ("2026-02-30 CET", .noSuchTime),
      ("2026-12-01 23:59", .noZone), ("2026-12-01", .noZone), ("2026-12-01T23:59:00", .noZone),
      ("2026-13-01 23:59 Z", .noSuchTime), ("2026-02-30 23:59 Z", .noSuchTime),
      ("2025-02-29 Z", .noSuchTime), ("2026-12-01 24:01 Z", .noSuchTime),
      ("2026-12-01 12:60 Z", .noSuchTime), ("2026-12-01 12:00 +15:00", .noSuchTime),
      ("2026-12-01 12:00 +01:60", .noSuchTime),
    ] as [(String, Deadline.Failure)])
  func whatIsNoMomentSaysWhy(text: String, failure: Deadline.Failure) {
    #expect(throws: failure) { try Deadline(text) }
  }

  /// A clock that is put from some hours ahead of UTC to others at a time in UTC.
  private func clock(_ hours: Int, then later: Int, from change: String) throws -> ZoneClock {
    let second = try #require(CivilTime.milliseconds(of: change)) / 1000
    return ZoneClock { $0 < second ? hours * 3600 : later * 3600 }
  }

  @Test(
    arguments: [
      // Clocks are put forward from 2 to 3.
      ("2027-03-28 01:59 X", 1, 2, "2027-03-28T01:00:00Z", "2027-03-28T00:59:59.999Z"),
      ("2027-03-28 02:00 X", 1, 2, "2027-03-28T01:00:00Z", nil),
      ("2027-03-28 02:59:59 X", 1, 2, "2027-03-28T01:00:00Z", nil),
      ("2027-03-28 03:00 X", 1, 2, "2027-03-28T01:00:00Z", "2027-03-28T01:00:59.999Z"),
      ("2027-03-28 X", 1, 2, "2027-03-28T01:00:00Z", "2027-03-28T21:59:59.999Z"),
      // They are put back from 3 to 2.
      ("2026-10-25 01:59 X", 2, 1, "2026-10-25T01:00:00Z", "2026-10-24T23:59:59.999Z"),
      ("2026-10-25 02:00:00 X", 2, 1, "2026-10-25T01:00:00Z", "2026-10-25T01:00:00.999Z"),
      ("2026-10-25 02:59 X", 2, 1, "2026-10-25T01:00:00Z", "2026-10-25T01:59:59.999Z"),
      ("2026-10-25 03:00 X", 2, 1, "2026-10-25T01:00:00Z", "2026-10-25T02:00:59.999Z"),
      ("2026-10-25 X", 2, 1, "2026-10-25T01:00:00Z", "2026-10-25T22:59:59.999Z"),
      // At midnight: the day ends an hour early, or twice.
      ("2026-09-05 X", -4, -3, "2026-09-06T03:30:00Z", "2026-09-06T03:29:59.999Z"),
      ("2026-04-04 X", -3, -4, "2026-04-05T03:00:00Z", "2026-04-05T03:59:59.999Z"),
      // A whole day is left out, as on Samoa in 2011.
      ("2011-12-29 X", -10, 14, "2011-12-30T10:00:00Z", "2011-12-30T09:59:59.999Z"),
      ("2011-12-30 X", -10, 14, "2011-12-30T10:00:00Z", nil),
      ("2011-12-31 X", -10, 14, "2011-12-30T10:00:00Z", "2011-12-31T09:59:59.999Z"),
    ] as [(String, Int, Int, String, String?)])
  func atAChangeTheLastTimeThatTheClockShowsCounts(
    text: String, hours: Int, later: Int, change: String, last: String?
  ) throws {
    let clock = try clock(hours, then: later, from: change)
    guard let last else {
      #expect(throws: Deadline.Failure.skipped) { try Deadline(text) { _ in clock } }
      return
    }
    let deadline = try Deadline(text) { _ in clock }
    #expect(CivilTime.text(ofMilliseconds: deadline.milliseconds) == last)
  }
}
