/// A number that is read on the screen, rounded to several counts of digits in turn.
package struct ReadableNumber: Hashable, Sendable {
  package let number: Double
  /// Whether the number is shown as it is: it is short, or whole.
  package let isShort: Bool
  /// Nothing for a short one.
  private let written: WrittenDigits?

  package init(_ number: Double) {
    self.number = number
    isShort = number.isShort
    written = isShort ? nil : WrittenDigits(of: number)
  }

  /// The number as it is where it is short, else with three digits after the point or six in all.
  ///
  /// - Parameter digits: digits in all that are kept at least.
  package func value(digits: Int) -> Double {
    guard let written else { return number }
    return number.rounded(toDigits: max(6, digits, written.exponent + 4), written)
  }
}

extension Double {
  /// Whether the number is shown as it is: it is short, or whole.
  public var isShort: Bool {
    (self == rounded() && abs(self) < 1e15) || shortestText.utf8.count <= 10
  }

  /// The number for reading: as it is where it is short, else with three digits after the point or six in all.
  ///
  /// - Parameter digits: digits in all that are kept at least.
  public func readable(digits: Int = 0) -> Double {
    ReadableNumber(self).value(digits: digits)
  }

  /// The number rounded to significant digits; halves of what is written go away from zero.
  ///
  /// It is worked out on the digits of `shortestText`, so that the result reads as it was rounded: 0.1 + 0.2 to
  /// fifteen digits is 0.3.
  public func rounded(toDigits digits: Int) -> Double {
    guard self != 0, isFinite else { return self }
    return rounded(toDigits: digits, WrittenDigits(of: self))
  }

  fileprivate func rounded(toDigits digits: Int, _ written: WrittenDigits) -> Double {
    guard let rounded = written.rounded(toDigits: max(1, digits)) else { return self }
    return self < 0 ? -rounded : rounded
  }

  /// The power of ten of the first digit that is not 0; 0 for the number 0.
  public var magnitudeExponent: Int { WrittenDigits(of: self).exponent }

  /// How many digits write the number; 0 for the number 0.
  public var significantDigits: Int { WrittenDigits(of: self).significant }
}
