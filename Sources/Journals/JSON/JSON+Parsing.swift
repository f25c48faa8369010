extension JSON {
  /// Text that is no JSON.
  public struct ParseFailure: Error, Hashable, Sendable {
    /// Bytes from the start of the text.
    public var offset: Int
    /// Whether the text may be JSON, and is only nested deeper than is read.
    public var isTooDeep = false
  }

  /// Reads one value; of a name that occurs twice in an object both members are kept.
  ///
  /// - Throws: `ParseFailure` with the place.
  /// - Complexity: O(n) in the bytes; nesting deeper than 64 is refused.
  public init(parsing bytes: some Collection<UInt8>) throws(ParseFailure) {
    var parser = JSONParser(Array(bytes))
    self = try parser.document()
  }

  /// The value of a member of an object.
  public subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  public var string: String? { if case .string(let text) = self { text } else { nil } }

  public var number: Double? { if case .number(let number) = self { number } else { nil } }

  public var elements: [JSON]? { if case .array(let elements) = self { elements } else { nil } }
}

/// Reads JSON after RFC 8259.
private struct JSONParser {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  private static let nestingLimit = 64

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var failure: JSON.ParseFailure { JSON.ParseFailure(offset: position) }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func document() throws(JSON.ParseFailure) -> JSON {
    let value = try value()
    skipBlanks()
    guard next == nil else { throw failure }
    return value
  }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      position += 1
    }
  }

  private mutating func take(_ character: Unicode.Scalar) throws(JSON.ParseFailure) {
    guard next == UInt8(ascii: character) else { throw failure }
    position += 1
  }

  private mutating func has(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func word(
    _ word: StaticString, _ value: JSON
  ) throws(JSON.ParseFailure) -> JSON {
    for index in 0..<word.utf8CodeUnitCount {
      guard next == word.utf8Start[index] else { throw failure }
      position += 1
    }
    return value
  }

  private mutating func value() throws(JSON.ParseFailure) -> JSON {
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"):
      return try nested { parser throws(JSON.ParseFailure) in try parser.object() }
    case UInt8(ascii: "["):
      return try nested { parser throws(JSON.ParseFailure) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    default: return .number(try number())
    }
  }

  private mutating func nested(
    _ body: (inout JSONParser) throws(JSON.ParseFailure) -> JSON
  ) throws(JSON.ParseFailure) -> JSON {
    guard depth < JSONParser.nestingLimit else {
      throw JSON.ParseFailure(offset: position, isTooDeep: true)
    }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  private mutating func object() throws(JSON.ParseFailure) -> JSON {
    try take("{")
    var members: [JSON.Member] = []
    skipBlanks()
    if has("}") { return .object([]) }
    repeat {
      skipBlanks()
      let name = try string()
      skipBlanks()
      try take(":")
      members.append(JSON.Member(name, try value()))
      skipBlanks()
    } while has(",")
    try take("}")
    return .object(members)
  }

  private mutating func array() throws(JSON.ParseFailure) -> JSON {
    try take("[")
    var elements: [JSON] = []
    skipBlanks()
    if has("]") { return .array([]) }
    repeat {
      elements.append(try value())
      skipBlanks()
    } while has(",")
    try take("]")
    return .array(elements)
  }

  private mutating func number() throws(JSON.ParseFailure) -> Double {
    if let plain = plainNumber() { return plain }
    let start = position
    while let byte = next, byte.isNumeral { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let number = Double(text), number.isFinite, text.first != "+", text.first != "." else {
      position = start
      throw failure
    }
    return number
  }

  /// A number of at most 15 digits without an exponent, as nearly all are; `nil` if it is another one.
  ///
  /// Its digits and the power of ten that divides them are exact, so that the quotient is rounded once, rightly: Clinger,
  /// "How to read floating point numbers accurately" (1990).
  private mutating func plainNumber() -> Double? {
    var end = position
    let isNegative = next == UInt8(ascii: "-")
    if isNegative { end += 1 }
    let start = end
    var digits = 0
    var decimals: Int?
    scan: while end < bytes.count {
      switch bytes[end] {
      case let byte where UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte:
        guard end - start < 16 else { return nil }
        digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
        decimals = decimals.map { $0 + 1 }
      case UInt8(ascii: ".") where decimals == nil && end > start: decimals = 0
      case let byte where byte.isNumeral: return nil
      default: break scan
      }
      end += 1
    }
    guard end > start, end - start <= 15 else { return nil }
    position = end
    let size = Double(digits) / JSONParser.powersOfTen[decimals ?? 0]
    return isNegative ? -size : size
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  private mutating func string() throws(JSON.ParseFailure) -> String {
    try take("\"")
    if let plain = plainString() { return plain }
    var text: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else { throw failure }
        return string
      case UInt8(ascii: "\\"): text += try escaped().utf8
      case 0..<0x20: throw failure
      default: text.append(byte)
      }
    }
    throw failure
  }

  /// The rest of a string that is ASCII and has no escapes, as nearly all are; `nil` if it is another one.
  private mutating func plainString() -> String? {
    var end = position
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      guard (0x20..<0x80).contains(bytes[end]), bytes[end] != UInt8(ascii: "\\") else { return nil }
      end += 1
    }
    guard end < bytes.count else { return nil }
    let text = String(unsafeUninitializedCapacity: end - position) { buffer in
      buffer.initialize(fromContentsOf: bytes[position..<end])
    }
    position = end + 1
    return text
  }

  private mutating func escaped() throws(JSON.ParseFailure) -> String {
    guard let byte = next else { throw failure }
    position += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let first = try codeUnit()
      guard UTF16.isLeadSurrogate(first) else {
        return String(decoding: [first], as: UTF16.self)
      }
      try take("\\")
      try take("u")
      return String(decoding: [first, try codeUnit()], as: UTF16.self)
    default: throw failure
    }
  }

  private mutating func codeUnit() throws(JSON.ParseFailure) -> UInt16 {
    guard position + 4 <= bytes.count,
      let unit = UInt16(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw failure }
    position += 4
    return unit
  }
}

extension UInt8 {
  /// Whether the byte may stand in a number.
  fileprivate var isNumeral: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
