import Expressions

/// A right number, with what an answer to it has to give.
///
/// Numbers of at most three significant digits are asked exactly, since nobody needs to round them.
struct ExactNumber {
  /// How an answer stands to the number.
  enum Match {
    /// The number itself.
    case exact
    /// Rounded or cut at three digits at least.
    case rounded
    /// A long whole number, rounded.
    case wholeRounded
    /// Rounded rightly, but to fewer than three digits.
    case tooShort
    case none
  }

  let number: BoundedNumber
  /// How many digits write it, but for the machine's rounding; 17 where no fewer do.
  let digits: Int

  init(_ number: BoundedNumber) {
    // What may be a zero is one: nothing but rounding keeps it from being.
    self.number =
      number.mayBeZero && number.error > 0 ? BoundedNumber(0, error: number.error) : number
    digits = ExactNumber.digits(of: self.number)
  }

  var value: Double { number.value }
  var isShort: Bool { digits <= 3 }
  var isWhole: Bool { abs(value) < 1e15 && number.agrees(with: BoundedNumber(value.rounded())) }

  private static func digits(of number: BoundedNumber) -> Int {
    let written = number.value.significantDigits
    guard written > 12 else { return written }
    // The machine's rounding shows in a run of zeros or nines at the end.
    let least = 8 * number.error + 4e-16 * abs(number.value)
    return (1...12).first { digits in
      abs(number.value.rounded(toDigits: digits) - number.value) <= least
    } ?? written
  }

  func match(_ typed: TypedNumber) -> Match {
    if typed.isExactly(number) { return .exact }
    guard !isShort else { return .none }
    if isWhole {
      if typed.value == typed.value.rounded(), typed.isRounded(value, digits: 3) {
        return .wholeRounded
      }
    } else if typed.isRounded(value, digits: 3) || typed.isCut(value) || isNear(typed) {
      return .rounded
    }
    return isTooShort(typed) ? .tooShort : .none
  }

  /// Whether it is within 0.1 % of the number, and shorter.
  private func isNear(_ typed: TypedNumber) -> Bool {
    typed.fewestDigits < digits && abs(typed.value - value) <= abs(value) * 0.001
  }

  private func isTooShort(_ typed: TypedNumber) -> Bool {
    if typed.isArithmetic { return false }
    // A zero may be a small number rounded; a large one nobody rounds to it.
    if typed.value == 0 { return abs(value) < 0.0005 }
    guard typed.readings.contains(where: { $0.significant <= 2 }) else { return false }
    return (1...2).contains { digits in
      abs(value.rounded(toDigits: digits) - typed.value) <= abs(typed.value) * 1e-12
    }
  }
}
