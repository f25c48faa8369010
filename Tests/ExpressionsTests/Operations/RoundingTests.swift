import Expressions
import RandomNumbers
import Testing

/// Numbers are rounded by the digits that write them.
@Suite struct RoundingTests {
  /// The digits of the shortest text and the power of ten of the first, read off the text.
  private func written(_ number: Double) -> (digits: [Int], exponent: Int) {
    let parts = abs(number).description.split(separator: "e")
    let scale = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let point = parts[0].split(separator: ".")
    let all = point.joined().compactMap(\.wholeNumberValue)
    let zeros = all.prefix { $0 == 0 }.count
    return (Array(all.dropFirst(zeros)), point[0].count - 1 - zeros + scale)
  }

  private func rounded(_ number: Double, toDigits kept: Int) -> Double {
    let (digits, exponent) = written(number)
    guard digits.count > kept else { return number }
    var whole = digits.prefix(kept).reduce(0) { 10 * $0 + $1 }
    if digits[kept] >= 5 { whole += 1 }
    let text = "\(number < 0 ? "-" : "")\(whole)e\(exponent - kept + 1)"
    return Double(text) ?? .nan
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func aNumberIsRoundedByTheDigitsOfItsText(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let magnitude = Double.random(in: -25...25, using: &generator)
      let bits = Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &generator))
      let near = Double.random(in: -1...1, using: &generator) * Double.apply(.power, 10, magnitude)
      for number in [near, bits, near.rounded(), (near * 1000).rounded() / 1000]
      where number.isFinite && number != 0 {
        #expect(number.magnitudeExponent == written(number).exponent, "\(number)")
        let last = written(number).digits.lastIndex { $0 != 0 } ?? 0
        #expect(number.significantDigits == last + 1, "\(number)")
        for digits in [1, 2, 3, 6, 9, 12, 15, 16, 17] {
          #expect(
            number.rounded(toDigits: digits) == rounded(number, toDigits: digits),
            "\(number) to \(digits) digits")
        }
      }
    }
  }

  @Test(arguments: [
    (0.1 + 0.2, 15, 0.3), (9.995, 3, 10), (-2.5, 1, -3), (66.009, 4, 66.01), (1e22, 3, 1e22),
    (999_999.5, 6, 1_000_000), (1.25e-9, 2, 1.3e-9), (1.25e-300, 2, 1.3e-300),
  ])
  func halvesGoAwayFromZero(number: Double, digits: Int, rounded: Double) {
    #expect(number.rounded(toDigits: digits) == rounded)
  }

  @Test(arguments: [
    (0, "0"), (-0.0, "0"), (3, "3"), (1e6, "1000000"), (1e16, "1e16"), (1e-9, "1e-9"),
    (0.1, "0.1"), (-1.5e300, "-1.5e300"), (.infinity, "inf"), (123_456_789, "123456789"),
  ])
  func aNumberIsWrittenInTheShortestDigits(number: Double, text: String) {
    #expect(number.shortestText == text)
  }
}
