import Lessons
import Testing

@Suite struct CivilTimeTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00.000Z", 0), ("1970-01-02T00:00:01Z", 86_401_000),
    ("2026-11-24T08:24:44.123Z", 1_795_508_684_123), ("1969-12-31T23:59:59.999Z", -1),
  ])
  func aMomentIsCountedFromTheYear1970(time: String, milliseconds: Int) {
    #expect(CivilTime.milliseconds(of: time) == milliseconds)
  }

  @Test(arguments: [
    "", "T", "2026-11-24", "2026-11-24 08:24:44", "2026-11-24T25:00:00Z", "2026-11-24T08:2x:44Z",
    "2026-13-24T08:24:44Z",
  ])
  func whatIsNoTimeIsNone(time: String) {
    #expect(CivilTime.milliseconds(of: time) == nil)
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00.000Z", 0), ("2024-02-29T23:59:59.999Z", 1_709_251_199_999),
    ("1969-12-31T23:59:59.999Z", -1), ("2000-03-01T00:00:00.000Z", 951_868_800_000),
  ])
  func aMomentIsWrittenAsItIsRead(time: String, milliseconds: Int) {
    #expect(CivilTime.text(ofMilliseconds: milliseconds) == time)
  }

  /// A little more than a day apart, so that every hour, day and month of two centuries comes up.
  @Test func whatWasWrittenIsReadAgain() {
    for milliseconds in stride(from: -1_000_000_000_000, to: 5_000_000_000_000, by: 90_061_001) {
      let time = CivilTime.text(ofMilliseconds: milliseconds)
      #expect(CivilTime.milliseconds(of: time) == milliseconds, "\(time)")
    }
  }
}
