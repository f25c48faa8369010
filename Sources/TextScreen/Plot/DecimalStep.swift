import Glibc

/// A step of 1, 2 or 5 times a power of ten.
struct DecimalStep {
  private let digit: Int
  private let exponent: Int

  /// The smallest step that needs no more than a number of intervals from one number to another; nothing where such
  /// a step is no number.
  init?(from low: Double, to high: Double, intervals: Int) {
    let least = (high / Double(intervals) - low / Double(intervals)) * (1 - 1e-9)
    guard least > 0, least.isFinite else { return nil }
    let power = Int(log10(least).rounded(.down))
    let unit = pow(10, Double(power))
    let digit = [1, 2, 5].first { Double($0) * unit >= least }
    (self.digit, exponent) = digit.map { ($0, power) } ?? (1, power + 1)
    guard size.isNormal else { return nil }
  }

  var size: Double { place(1) }

  /// A multiple of the step.
  func place(_ multiple: Double) -> Double {
    // Dividing by a power of ten rounds once; multiplying by its inverse rounds twice.
    exponent < 0
      ? multiple * Double(digit) / pow(10, Double(-exponent))
      : multiple * Double(digit) * pow(10, Double(exponent))
  }

  func text(_ multiple: Int) -> String {
    DecimalStep.text(multiple * digit, exponent: exponent)
  }

  /// A whole number times a power of ten in as few characters as read well: `0.25`, `2000`, `2.5e-7`.
  static func text(_ number: Int, exponent: Int) -> String {
    guard number != 0 else { return "0" }
    var (digits, exponent) = (number.magnitude, exponent)
    while digits.isMultiple(of: 10) { (digits, exponent) = (digits / 10, exponent + 1) }
    let figures = String(digits)
    let leading = figures.count - 1 + exponent
    let sign = number < 0 ? "-" : ""
    if leading < -4 || leading > 5 {
      let fraction = figures.count > 1 ? "." + figures.dropFirst() : ""
      return sign + figures.prefix(1) + fraction + "e\(leading)"
    }
    if exponent >= 0 { return sign + figures + String(repeating: "0", count: exponent) }
    if leading < 0 { return sign + "0." + String(repeating: "0", count: -leading - 1) + figures }
    return sign + figures.prefix(leading + 1) + "." + figures.dropFirst(leading + 1)
  }
}

extension Double {
  /// The whole number below, or the next one above that differs by no more than rounding.
  var wholeNumberBelow: Double { (self + 1e-9).rounded(.down) }

  /// The whole number above, or the next one below that differs by no more than rounding.
  var wholeNumberAbove: Double { (self - 1e-9).rounded(.up) }
}
