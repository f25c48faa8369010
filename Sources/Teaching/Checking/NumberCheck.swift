import Expressions

/// The check of one number against an exact one, at the digits typed.
enum NumberCheck {
  static func isEqual(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-12 * max(abs(a), abs(b))
  }

  static func isNear(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-9 * max(1, max(abs(a), abs(b)))
  }

  static func isWhole(_ number: Double) -> Bool {
    isEqual(number, number.rounded())
  }

  /// Whether a number is meant by what was typed: it is equal, or rounds to it at three digits at least.
  static func isMet(_ exact: Double, by number: Double, _ digits: Answer.Digits?) -> Bool {
    if isEqual(number, exact) { return true }
    guard let digits, digits.significant >= 3 else { return false }
    return Answer.rounds(exact, to: number, digits)
  }

  /// Whether a number is within 0.1 % of the exact one, unless both are integers.
  static func isWithinTolerance(_ number: Double, of exact: Double) -> Bool {
    guard !(isWhole(number) && isWhole(exact)) else { return false }
    return abs(number - exact) <= max(abs(exact) * 0.001, 1e-9)
  }

  /// Whether a number typed would be taken for another one.
  static func isTaken(_ number: Double, for other: Double) -> Bool {
    isNear(number, other) || isWithinTolerance(number, of: other)
  }

  /// Whether the exact number was rounded rightly, but to fewer than three digits.
  static func isTooShort(_ exact: Double, as number: Double, _ digits: Answer.Digits?) -> Bool {
    guard let digits, (1...2).contains(digits.significant) else { return false }
    return Answer.rounds(exact, to: number, digits)
  }
}
