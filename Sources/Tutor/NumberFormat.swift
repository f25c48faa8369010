import Expressions

extension Double {
  /// The number for reading: whole where that is short, else with three digits after the point or six in all.
  var roundedText: String {
    let exact = shortestText
    if exact.utf8.count <= 10 { return exact }
    return rounded(toDigits: max(6, magnitudeExponent + 4)).shortestText
  }

  /// The number with as many digits as tell it from another one, to six digits of the difference.
  ///
  /// Both get as many places, so that the difference can be taken by hand: 9 and 9.006001, 0.731058579 and 0.731255177.
  func text(besides other: Double) -> String {
    guard self != other, (self - other).isFinite else { return roundedText }
    let digits = magnitudeExponent - (self - other).magnitudeExponent + 6
    return rounded(toDigits: min(max(1, digits), 16)).shortestText
  }

  /// A quotient of two small differences, without the digits that are the machine's rounding of a usual nudge.
  var slopeText: String { rounded(toDigits: 10).shortestText }

  /// The number as a factor or a term: a negative one in parentheses.
  var factorText: String { self < 0 ? "(\(roundedText))" : roundedText }

  /// The number in at most a few columns, with as many digits as fit.
  func text(columns: Int) -> String {
    if abs(self) < 1e6, self == rounded() {
      let text = shortestText
      if text.utf8.count <= columns { return text }
    }
    for digits in stride(from: 6, through: 1, by: -1) {
      let text = rounded(toDigits: digits).shortestText
      if text.count <= columns { return text }
    }
    for digits in stride(from: 3, through: 1, by: -1) {
      let text = rounded(toDigits: digits).scientificText
      if text.count <= columns { return text }
    }
    return "…"
  }

  /// The number as digits and a power of ten: `1.2e5`.
  private var scientificText: String {
    let exponent = magnitudeExponent
    guard let scale = Double("1e\(abs(exponent))"), scale.isFinite else { return shortestText }
    let mantissa = (exponent >= 0 ? self / scale : self * scale).rounded(toDigits: 3)
    return "\(mantissa.shortestText)e\(exponent)"
  }

  /// The number rounded to significant digits; halves away from zero.
  func rounded(toDigits digits: Int) -> Double {
    guard self != 0, isFinite else { return self }
    let exponent = magnitudeExponent
    let decimals = digits - 1 - exponent
    guard abs(decimals) < 300 else { return self }
    guard let scale = Double("1e\(abs(decimals))") else { return self }
    let scaled = decimals >= 0 ? self * scale : self / scale
    let whole = scaled.rounded(.toNearestOrAwayFromZero)
    return decimals >= 0 ? whole / scale : whole * scale
  }

  /// The power of ten of the first digit that is not 0.
  private var magnitudeExponent: Int {
    let digits = abs(self).shortestText
    if let e = digits.firstIndex(of: "e") {
      return Int(digits[digits.index(after: e)...]) ?? 0
    }
    let whole = digits.prefix { $0 != "." }
    if whole != "0" { return whole.count - 1 }
    let zeros = digits.dropFirst(2).prefix { $0 == "0" }
    return -zeros.count - 1
  }
}
