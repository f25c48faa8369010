/// A number as files have it: `-2`, `0.5`, `1e-3`.
struct DecimalNumber {
  /// The nearest number to what is written; infinite where that is too large.
  let value: Double

  /// The powers of ten that are exact.
  private static let powers: [Double] = (0...22).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// - Returns: `nil` where the bytes are no number.
  /// - Complexity: O(n).
  init?(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    var digits: UInt64 = 0
    var significant = 0
    var places = 0
    var hasDigits = false
    var isFraction = false
    while let byte = rest.first {
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if byte.isDigit {
        hasDigits = true
        if significant < 18 {
          digits = digits * 10 + UInt64(byte - UInt8(ascii: "0"))
          if digits > 0 { significant += 1 }
          if isFraction { places += 1 }
        } else {
          significant += 1
        }
      } else {
        break
      }
      rest.removeFirst()
    }
    guard hasDigits else { return nil }
    var exponent = 0
    if let byte = rest.first {
      guard byte | 0x20 == UInt8(ascii: "e") else { return nil }
      guard let number = DecimalNumber.exponent(rest.dropFirst()) else { return nil }
      exponent = number
    }
    exponent -= places
    // Both are exact, so that one rounding is the right one.
    if significant <= 15, abs(exponent) < DecimalNumber.powers.count {
      let power = DecimalNumber.powers[abs(exponent)]
      let size = exponent < 0 ? Double(digits) / power : Double(digits) * power
      value = isNegative ? -size : size
    } else if let number = Double(String(decoding: bytes, as: UTF8.self)) {
      value = number
    } else {
      return nil
    }
  }

  /// The number behind an `e`, bounded; `nil` where there is none.
  private static func exponent(_ bytes: ArraySlice<UInt8>) -> Int? {
    var rest = bytes
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    guard !rest.isEmpty, rest.allSatisfy(\.isDigit) else { return nil }
    let size = rest.reduce(0) { min($0 * 10 + Int($1 - UInt8(ascii: "0")), 100_000) }
    return isNegative ? -size : size
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
