/// How near two numbers are that are compared as numbers, and not as answers.
enum NumberCheck {
  static func isEqual(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-12 * max(abs(a), abs(b))
  }

  static func isNear(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-9 * max(1, max(abs(a), abs(b)))
  }

  /// Whether two numbers are one: but for the machine's rounding, or where an answer is taken for either.
  static func isSame(_ number: Double, as other: Double, isExact: Bool) -> Bool {
    isExact ? isNear(number, other) : isTaken(number, for: other)
  }

  /// Whether a learner's answer could be meant as either number, as the choice of fresh numbers sees it.
  ///
  /// Numbers that were drawn before have to be drawn again, so that this stays what it is.
  static func isTaken(_ number: Double, for other: Double) -> Bool {
    // Most numbers are far from each other.
    guard abs(number - other) <= max(abs(other) * 0.001, 1e-9 * max(1, abs(number))) else {
      return false
    }
    if isNear(number, other) { return true }
    guard !(isWhole(number) && isWhole(other)) else { return false }
    return abs(number - other) <= max(abs(other) * 0.001, 1e-9)
  }

  private static func isWhole(_ number: Double) -> Bool { isEqual(number, number.rounded()) }
}
