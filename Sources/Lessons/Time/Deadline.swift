import Expressions

/// A moment until which work counts, as somebody writes it: a date, a time and how far the clock there is from UTC.
public struct Deadline: Hashable, Sendable {
  /// The last millisecond that counts, since 1970.
  public var milliseconds: Int
  /// As it was written.
  public var text: String

  /// Why a text is no deadline.
  public enum Failure: Error, Hashable, Sendable {
    /// It is not of the form `2026-12-01 23:59 +01:00`.
    case form
    /// There is no such day or time.
    case noSuchTime
    /// Nothing says in which time zone it is.
    case noZone
    /// It names a zone, and nobody is there to say what the clock shows in it.
    case namedZone(String)
    /// No zone is called so.
    case unknownZone(String)
    /// The machine knows no zones by name.
    case noZones(String)
    /// Clocks are put forward there and never show the time.
    case skipped

    /// What to say of it.
    public var message: String {
      switch self {
      case .form: "is not a time; write it as in 2026-12-01 23:59 +01:00"
      case .noSuchTime: "is not in the calendar; write it as in 2026-12-01 23:59 +01:00"
      case .noZone:
        "has no time zone; add Z for UTC, or the hours from it, as in 2026-12-01 23:59 +01:00"
      case .namedZone(let name):
        "names the time zone \(name), which not every machine knows; write the hours from UTC instead, "
          + "as in 2026-12-01 23:59 +01:00"
      case .unknownZone(let name):
        "names the time zone \(name), which this machine does not know; write the hours from UTC instead, "
          + "as in 2026-12-01 23:59 +01:00"
      case .noZones(let name):
        "names the time zone \(name), and this machine has no list of time zones; write the hours from "
          + "UTC instead, as in 2026-12-01 23:59 +01:00"
      case .skipped: "is skipped there, since the clocks are put forward; write a later time"
      }
    }
  }

  /// Reads `2026-12-01 23:59 +01:00`; the `T` of ISO 8601, seconds, `Z` and `UTC` will do as well, and so will a zone's
  /// name, as in `2026-12-01 23:59 Europe/Berlin`.
  ///
  /// The whole of the minute counts, or of the second where one is written; of a date alone the whole day. Where clocks
  /// show it twice, as they are put back, the later time counts.
  ///
  /// - Parameter clock: the clock of a zone by its name.
  public init(
    _ text: String,
    by clock: (String) throws(Failure) -> ZoneClock = { (name) throws(Failure) in
      throw .namedZone(name)
    }
  ) throws(Failure) {
    let form =
      /(\d{4})-(\d\d)-(\d\d)(?:(?:T|t|\s+)(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(?:\s*(Z|z|UTC|[+\-−]\d\d:?\d\d|[+\-−]\d\d)|\s+([A-Za-z.\/]\S*))?/
    guard let match = text.trimmingBlanks.wholeMatch(of: form)?.output else { throw .form }
    guard match.7 != nil || match.8 != nil else { throw .noZone }
    let date = "\(match.1)-\(match.2)-\(match.3)"
    guard let day = CivilDay.day(ofTime: date), CivilDay.text(ofDay: day) == date else {
      throw .noSuchTime
    }
    let hour = match.4.flatMap { Int($0) } ?? 0
    let minute = match.5.flatMap { Int($0) } ?? 0
    let second = match.6.flatMap { Int($0) } ?? 0
    guard hour < 24 || (hour == 24 && minute == 0 && second == 0), minute < 60, second < 60 else {
      throw .noSuchTime
    }
    let zone: ZoneClock
    if let offset = match.7 {
      guard let minutes = Deadline.minutes(ofZone: String(offset)) else { throw .noSuchTime }
      zone = ZoneClock { _ in minutes * 60 }
    } else {
      zone = try clock(String(match.8 ?? ""))
    }
    let start = ((day * 24 + hour) * 60 + minute) * 60 + second
    let length = match.4 == nil ? 86_400 : match.6 == nil ? 60 : 1
    guard let end = zone.end(of: start..<start + length) else { throw .skipped }
    milliseconds = end * 1000 - 1
    self.text = text.trimmingBlanks
  }

  /// How many minutes a zone is before UTC; `nil` for one that nobody has.
  private static func minutes(ofZone zone: String) -> Int? {
    if ["Z", "z", "UTC"].contains(zone) { return 0 }
    let digits = zone.filter(\.isNumber)
    guard let hours = Int(digits.prefix(2)), hours <= 14 else { return nil }
    let minutes = Int(digits.dropFirst(2)) ?? 0
    guard minutes < 60 else { return nil }
    return (zone.hasPrefix("+") ? 1 : -1) * (hours * 60 + minutes)
  }
}
