import Expressions

/// Days since 1 January 1970 in the Gregorian calendar.
public enum CivilDay {
  /// The day of a time in ISO 8601, `2026-11-24T08:24:44Z`; `nil` if it does not begin with a date.
  ///
  /// After Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
  public static func day(ofTime time: String) -> Int? {
    let parts = time.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard time.prefix(10).count == 10, parts.count == 3, (1...12).contains(parts[1]),
      (1...31).contains(parts[2])
    else { return nil }
    // Years begin in March, so that a leap day is their last.
    let year = parts[1] > 2 ? parts[0] : parts[0] - 1
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * ((parts[1] + 9) % 12) + 2) / 5 + parts[2] - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The date of a day, `2026-11-24`.
  public static func text(ofDay number: Int) -> String {
    let (year, month, day) = date(ofDay: number)
    return "\(String(year).zeroPadded(to: 4))-\(String(month).zeroPadded(to: 2))-"
      + String(day).zeroPadded(to: 2)
  }

  /// The date of a day; after Hinnant as well.
  static func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = shifted.floored(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }
}

extension Int {
  /// The number divided and rounded down, also below zero.
  func floored(by divisor: Int) -> Int {
    (self >= 0 ? self : self - divisor + 1) / divisor
  }
}
