import Expressions

/// Moments in ISO 8601.
public enum CivilTime {
  /// The time in UTC, `2026-11-24T08:24:44.123Z`, of a number of milliseconds since 1970.
  public static func text(ofMilliseconds milliseconds: Int) -> String {
    func digits(_ number: Int, _ count: Int) -> String { String(number).zeroPadded(to: count) }
    let day = milliseconds.floored(by: 86_400_000)
    let rest = milliseconds - day * 86_400_000
    let (hour, minute, second) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60)
    return "\(CivilDay.text(ofDay: day))T"
      + "\(digits(hour, 2)):\(digits(minute, 2)):\(digits(second, 2)).\(digits(rest % 1000, 3))Z"
  }

  /// Milliseconds since 1970 of a time in UTC, `2026-11-24T08:24:44.123Z`; `nil` if it is no such time.
  public static func milliseconds(of time: String) -> Int? {
    guard let day = CivilDay.day(ofTime: time) else { return nil }
    let rest = Array(time.utf8.dropFirst(10))
    func number(_ place: Int, _ digits: Int) -> Int? {
      guard place + digits <= rest.count else { return nil }
      var number = 0
      for byte in rest[place..<place + digits] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return number
    }
    guard rest.first == UInt8(ascii: "T"), let hour = number(1, 2), let minute = number(4, 2),
      let second = number(7, 2), hour < 24, minute < 60, second <= 60
    else { return nil }
    let fraction = rest.count > 9 && rest[9] == UInt8(ascii: ".") ? number(10, 3) ?? 0 : 0
    return ((day * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + fraction
  }
}
