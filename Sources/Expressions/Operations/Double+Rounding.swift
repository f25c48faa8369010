extension Double {
  /// Whether the number is shown as it is: it is short, or whole.
  public var isShort: Bool {
    shortestText.utf8.count <= 10 || (self == rounded() && abs(self) < 1e15)
  }

  /// The number for reading: as it is where it is short, else with three digits after the point or six in all.
  ///
  /// - Parameter digits: digits in all that are kept at least.
  public func readable(digits: Int = 0) -> Double {
    isShort ? self : rounded(toDigits: max(6, digits, magnitudeExponent + 4))
  }

  /// The number rounded to significant digits; halves of what is written go away from zero.
  ///
  /// It is worked out on the digits of `shortestText`, so that the result reads as it was rounded: 0.1 + 0.2 to
  /// fifteen digits is 0.3.
  public func rounded(toDigits digits: Int) -> Double {
    guard self != 0, isFinite else { return self }
    let (written, exponent) = writtenDigits
    let kept = max(1, digits)
    guard written.count > kept else { return self }
    var result = Array(written.prefix(kept))
    var power = exponent
    if written[kept] >= 5 {
      var place = kept - 1
      while place >= 0, result[place] == 9 {
        result[place] = 0
        place -= 1
      }
      if place >= 0 {
        result[place] += 1
      } else {
        result = [1]
        power += 1
      }
    }
    let text = result.map(String.init).joined()
    let rounded = Double("\(text)e\(power - result.count + 1)") ?? self
    return self < 0 ? -rounded : rounded
  }

  /// The power of ten of the first digit that is not 0; 0 for the number 0.
  public var magnitudeExponent: Int { writtenDigits.exponent }

  /// How many digits write the number; 0 for the number 0.
  public var significantDigits: Int {
    let digits = writtenDigits.digits
    return digits.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
  }

  /// The digits of the shortest text from the first that is not 0, and the power of ten of that one.
  var writtenDigits: (digits: [Int], exponent: Int) {
    var digits: [Int] = []
    digits.reserveCapacity(17)
    var exponent = 0
    var isAfterPoint = false
    var (scale, isNegative, isScale) = (0, false, false)
    // Byte by byte, since this is done for every number that is shown or compared.
    for byte in abs(self).description.utf8 {
      switch byte {
      case UInt8(ascii: "."): isAfterPoint = true
      case UInt8(ascii: "e"): isScale = true
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Int(byte - UInt8(ascii: "0"))
        if isScale {
          scale = 10 * scale + digit
        } else if digits.isEmpty, digit == 0 {
          exponent -= isAfterPoint ? 1 : 0
        } else {
          if isAfterPoint, digits.isEmpty { exponent -= 1 }
          if !isAfterPoint, !digits.isEmpty { exponent += 1 }
          digits.append(digit)
        }
      default: break
      }
    }
    return (digits, exponent + (isNegative ? -scale : scale))
  }
}
