/// Text that a terminal sends for a program, while it comes in.
struct ReportText {
  /// Of longer text the beginning says nothing here.
  private static let limit = 64

  let introducer: UInt8
  private var bytes: [UInt8] = []
  private var isEnding = false

  init(introducer: UInt8) {
    self.introducer = introducer
  }

  /// Takes a byte and returns whether it was the last.
  mutating func append(_ byte: UInt8) -> Bool {
    if byte == 0x07 || (isEnding && byte == UInt8(ascii: "\\")) { return true }
    isEnding = byte == 0x1B
    if !isEnding, bytes.count < ReportText.limit { bytes.append(byte) }
    return false
  }

  /// What it says of the background: `]11;rgb:1e1e/1e1e/2e2e`, as XParseColor reads it.
  var background: RGB? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard introducer == UInt8(ascii: "]"), text.hasPrefix("11;") else { return nil }
    let color = text.dropFirst(3).split(separator: ":", maxSplits: 1)
    guard color.count == 2, color[0] == "rgb" || color[0] == "rgba" else { return nil }
    let parts = color[1].split(separator: "/", omittingEmptySubsequences: false).map(
      ReportText.part)
    guard parts.count == (color[0] == "rgb" ? 3 : 4), let red = parts[0], let green = parts[1],
      let blue = parts[2]
    else { return nil }
    return RGB(red: red, green: green, blue: blue)
  }

  /// A part of a colour in one to four hexadecimal digits, all of which together are full at their largest number.
  private static func part(_ digits: Substring) -> UInt8? {
    guard (1...4).contains(digits.utf8.count), let number = Int(digits, radix: 16), number >= 0
    else { return nil }
    let most = 1 << (4 * digits.utf8.count) - 1
    return UInt8((number * 255 + most / 2) / most)
  }
}
