/// How a number lies in a `.npy` file: its kind, its bytes, and which of them comes first.
struct NPYNumber: Hashable {
  enum Kind: Hashable {
    case float, signed, unsigned, truth
  }

  var kind: Kind
  var width: Int
  var isBigEndian: Bool

  /// Reads `'<f8'`.
  ///
  /// - Throws: for a kind that is no number, with its name.
  init(descr: String) throws(ArrayFileError) {
    let text = descr.dropFirst().dropLast()
    func unsupported(_ kind: String) -> ArrayFileError {
      let quoted = descr.first == "[" ? descr[...] : text
      return .field(.descr, .unsupported(String(quoted.prefix(60)), kind: kind))
    }
    guard descr.first != "[" else { throw unsupported("records of several fields") }
    guard let quote = descr.first, quote == "'" || quote == "\"", descr.last == quote,
      descr.count > 2
    else {
      throw .field(.descr, .unreadable(String(descr.prefix(60))))
    }
    isBigEndian = text.first == ">"
    let typed = text.first.map("<>=|".contains) ?? false ? text.dropFirst() : text
    let letter = typed.first
    let width = Int(typed.dropFirst()) ?? (typed == "?" ? 1 : 0)
    switch (letter, width) {
    case ("f", 2), ("f", 4), ("f", 8): kind = .float
    case ("i", 1), ("i", 2), ("i", 4), ("i", 8): kind = .signed
    case ("u", 1), ("u", 2), ("u", 4), ("u", 8): kind = .unsigned
    case ("b", 1), ("?", 1): kind = .truth
    case ("f", _): throw unsupported("floats of \(width) bytes")
    case ("c", _): throw unsupported("complex numbers")
    case ("O", _): throw unsupported("objects of Python")
    case ("S", _), ("U", _), ("a", _), ("T", _): throw unsupported("texts")
    case ("M", _), ("m", _): throw unsupported("times")
    case ("V", _): throw unsupported("bytes without a kind")
    default: throw unsupported("no numbers that are known")
    }
    self.width = width
  }

  /// The number whose bytes begin at a place; a long whole number is rounded to the nearest float.
  func value(_ bytes: [UInt8], at place: Int) -> Double {
    var bits: UInt64 = 0
    for byte in 0..<width {
      let next = bytes[place + (isBigEndian ? byte : width - 1 - byte)]
      bits = bits << 8 | UInt64(next)
    }
    switch (kind, width) {
    case (.float, 8): return Double(bitPattern: bits)
    case (.float, 4): return Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case (.float, _): return NPYNumber.half(bits)
    case (.signed, _):
      let unused = 64 - 8 * width
      return Double(Int64(bitPattern: bits << unused) >> unused)
    case (.unsigned, _): return Double(bits)
    case (.truth, _): return bits == 0 ? 0 : 1
    }
  }

  /// A float of two bytes: a sign, five bits of exponent, ten of fraction.
  static func half(_ bits: UInt64) -> Double {
    let fraction = Double(bits & 0x3FF)
    let exponent = Int(bits >> 10 & 0x1F)
    let size: Double
    switch exponent {
    case 0: size = Double(sign: .plus, exponent: -24, significand: fraction)
    case 31: size = fraction == 0 ? .infinity : .nan
    default: size = Double(sign: .plus, exponent: exponent - 25, significand: 1024 + fraction)
    }
    return bits & 0x8000 == 0 ? size : -size
  }
}
