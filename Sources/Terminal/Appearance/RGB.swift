import Glibc

/// A colour of a screen, red, green and blue from 0 to 255.
struct RGB: Hashable, Sendable {
  var red: UInt8
  var green: UInt8
  var blue: UInt8

  init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// As written in hexadecimal, `0x1e90ff`.
  init(_ number: Int) {
    func part(_ shift: Int) -> UInt8 { UInt8((number >> shift) & 255) }
    self.init(red: part(16), green: part(8), blue: part(0))
  }

  static let white = RGB(0xffffff)
  static let black = RGB(0x000000)

  /// How bright it is to the eye, from 0 for black to 1 for white: the relative luminance of WCAG 2.2.
  var luminance: Double {
    func linear(_ part: UInt8) -> Double {
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// How well one colour is told from another, from 1 to 21: the contrast ratio of WCAG 2.2.
  func contrast(with other: RGB) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// Whether light text is read better on it than dark text.
  var isDark: Bool { contrast(with: .white) >= contrast(with: .black) }

  /// So many parts of sixteen on the way to another colour.
  func mixed(_ parts: Int, of other: RGB) -> RGB {
    func mix(_ from: UInt8, _ to: UInt8) -> UInt8 {
      UInt8((Int(from) * (16 - parts) + Int(to) * parts + 8) / 16)
    }
    return RGB(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }

  /// The square of how far one colour is from another.
  func distance(to other: RGB) -> Int {
    func square(_ one: UInt8, _ two: UInt8) -> Int { (Int(one) - Int(two)) * (Int(one) - Int(two)) }
    return square(red, other.red) + square(green, other.green) + square(blue, other.blue)
  }
}
