extension Double {
  /// The number for reading: whole where that is short, else with three digits after the point or six in all.
  package var roundedText: String { readable().shortestText }

  /// The number with as many digits as tell it from another one, to six digits of the difference.
  ///
  /// Both get as many places, so that the difference can be taken by hand: 9 and 9.006001, 0.731058579 and 0.731255177.
  package func text(besides other: Double) -> String {
    guard self != other, (self - other).isFinite else { return roundedText }
    let digits = magnitudeExponent - (self - other).magnitudeExponent + 6
    return rounded(toDigits: min(max(1, digits), 16)).shortestText
  }

  /// The number for reading, with as many digits more as tell it from another one.
  package func text(apartFrom other: Double) -> String {
    let digits = (6...17).first { rounded(toDigits: $0) != other.rounded(toDigits: $0) }
    return readable(digits: self == other ? 6 : digits ?? 17).shortestText
  }

  /// The number for reading, with as many digits more as a small sum of it and others needs.
  package func readable(forSum total: Double) -> Double {
    total == 0
      ? readable() : readable(digits: min(15, magnitudeExponent - total.magnitudeExponent + 6))
  }

  /// A quotient of two small differences, without the digits that are the machine's rounding of a usual nudge.
  package var slopeText: String { rounded(toDigits: 10).shortestText }

  /// A number that is shown, as a factor or a term: a negative one in parentheses.
  package var factorText: String { self < 0 ? "(\(shortestText))" : shortestText }

  /// The number in at most a few columns: as it is where that fits, else with as many digits as fit.
  ///
  /// A digit before the point is never rounded away to a 0 that reads as if it were one.
  package func text(columns: Int) -> String {
    let exact = shortestText
    if exact.utf8.count <= columns { return exact }
    for digits in stride(from: 6, through: 1, by: -1) {
      let number = rounded(toDigits: digits)
      let texts = [
        digits > number.magnitudeExponent ? number.shortestText : nil,
        digits <= 3 ? number.scientificText : nil,
      ]
      if let text = texts.compactMap({ $0 }).first(where: { $0.utf8.count <= columns }) {
        return text
      }
    }
    return "…"
  }

  /// The columns in which the number is as it is, if it is short, or else has three digits.
  package var leastColumns: Int {
    let exact = shortestText.utf8.count
    return exact <= 7 ? exact : (1...10).first { hasThreeDigits(inColumns: $0) } ?? 10
  }

  private func hasThreeDigits(inColumns columns: Int) -> Bool {
    rounded(toDigits: max(3, magnitudeExponent + 1)).shortestText.utf8.count <= columns
      || rounded(toDigits: 3).scientificText.utf8.count <= columns
  }

  /// The number as digits and a power of ten: `1.2e5`.
  private var scientificText: String {
    let exponent = magnitudeExponent
    guard let scale = Double("1e\(abs(exponent))"), scale.isFinite else { return shortestText }
    let mantissa = (exponent >= 0 ? self / scale : self * scale).rounded(toDigits: 3)
    return "\(mantissa.shortestText)e\(exponent)"
  }
}
