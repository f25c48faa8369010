import TextScreen

/// The text of a bracketed paste while it comes in.
struct PastedText {
  /// The bytes that are kept; what is pasted beyond them is dropped.
  static let limit = 1 << 16
  private static let end = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  /// How many bytes of the closing sequence came last.
  private var matched = 0

  /// Takes a byte and returns whether it was the last.
  mutating func append(_ byte: UInt8) -> Bool {
    if byte != Self.end[matched] {
      keep(Self.end.prefix(matched))
      matched = 0
    }
    if byte == Self.end[matched] {
      matched += 1
    } else {
      keep([byte])
    }
    return matched == Self.end.count
  }

  private mutating func keep(_ more: some Sequence<UInt8>) {
    bytes += more.prefix(Self.limit - bytes.count)
  }

  /// The text as a key, line ends as `\n`, without other control characters; nil if nothing is left.
  var key: Key? {
    var text = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\r": text.append("\n")
      case "\n": if previous != "\r" { text.append("\n") }
      case "\t": text.append(scalar)
      default: if scalar.properties.generalCategory != .control { text.append(scalar) }
      }
      previous = scalar
    }
    return text.isEmpty ? nil : .paste(String(text))
  }
}
