/// The digits that write a number: the shortest that read back as it, without its sign.
///
/// - Complexity: O(1); a number that is shown or compared is written many times, so that no text is made.
struct WrittenDigits: Hashable, Sendable {
  /// The digits as a whole number; they never end in 0 beyond the point.
  private(set) var digits: UInt64 = 0
  /// How many there are, from the first that is not 0; 0 for the number 0.
  private(set) var count = 0
  /// The power of ten of the first digit.
  private(set) var exponent = 0

  /// Of a number that is not finite there are no digits.
  init(of number: Double) {
    var isAfterPoint = false
    var (scale, isNegative, isScale) = (0, false, false)
    for byte in abs(number).description.utf8 {
      switch byte {
      case UInt8(ascii: "."): isAfterPoint = true
      case UInt8(ascii: "e"): isScale = true
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = UInt64(byte - UInt8(ascii: "0"))
        if isScale {
          scale = 10 * scale + Int(digit)
        } else if count == 0, digit == 0 {
          exponent -= isAfterPoint ? 1 : 0
        } else {
          if isAfterPoint, count == 0 { exponent -= 1 }
          if !isAfterPoint, count > 0 { exponent += 1 }
          digits = 10 * digits + digit
          count += 1
        }
      default: break
      }
    }
    exponent += isNegative ? -scale : scale
  }

  /// How many digits there are up to the last that is not 0.
  var significant: Int {
    var (rest, count) = (digits, count)
    while count > 0, rest % 10 == 0 {
      rest /= 10
      count -= 1
    }
    return count
  }

  /// The number with the first digits alone, rounded; halves go away from zero. `nil` where there are no more.
  func rounded(toDigits kept: Int) -> Double? {
    guard count > kept else { return nil }
    let unit = WrittenDigits.powers[count - kept]
    let whole = digits / unit + (digits % unit >= unit / 2 ? 1 : 0)
    let power = exponent - kept + 1
    // A product or quotient of two numbers that are exact is rounded once, as the text would be.
    let ten = WrittenDigits.exactPowers
    if whole < 1 << 53, ten.indices.contains(abs(power)) {
      return power < 0 ? Double(whole) / ten[-power] : Double(whole) * ten[power]
    }
    return Double("\(whole)e\(power)")
  }

  /// The powers of ten up to the most digits that write a number.
  private static let powers: [UInt64] = (0...18).map { place in
    (0..<place).reduce(1) { power, _ in 10 * power }
  }

  /// The powers of ten that are exact as floating-point numbers.
  private static let exactPowers: [Double] = (0...22).map { place in
    (0..<place).reduce(1) { power, _ in 10 * power }
  }
}
