/// Reads the fields of one message in the format of protocol buffers.
struct ProtobufReader {
  struct Field {
    var number: Int
    var value: Value
  }

  enum Value {
    case varint(UInt64)
    case fixed32(UInt32)
    case fixed64(UInt64)
    case bytes(ArraySlice<UInt8>)
  }

  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// The next field; `nil` at the end.
  ///
  /// - Throws: where a number has no end, a length reaches beyond the end, or a field is of a kind without a length.
  mutating func next() throws(ProgramError) -> Field? {
    guard !rest.isEmpty else { return nil }
    let tag = try varint()
    guard tag >> 3 > 0, tag >> 3 < 1 << 29 else {
      throw ProtobufReader.damaged("a field has no number")
    }
    let number = Int(tag >> 3)
    switch tag & 7 {
    case 0: return Field(number: number, value: .varint(try varint()))
    case 1: return Field(number: number, value: .fixed64(try fixed(8)))
    case 2:
      let length = try varint()
      guard length <= UInt64(rest.count) else {
        throw ProtobufReader.damaged("a field of \(length) bytes reaches beyond the end")
      }
      let bytes = rest.prefix(Int(length))
      rest = rest.dropFirst(Int(length))
      return Field(number: number, value: .bytes(bytes))
    case 5: return Field(number: number, value: .fixed32(UInt32(try fixed(4))))
    default: throw ProtobufReader.damaged("a field is of a kind that no model has")
    }
  }

  private mutating func varint() throws(ProgramError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while let byte = rest.popFirst() {
      guard shift < 64, shift < 63 || byte <= 1 else {
        throw ProtobufReader.damaged("a number has more than 64 bits")
      }
      value |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return value }
      shift += 7
    }
    throw ProtobufReader.damaged("a number has no end")
  }

  private mutating func fixed(_ count: Int) throws(ProgramError) -> UInt64 {
    guard rest.count >= count else { throw ProtobufReader.damaged("it ends within a number") }
    let value = rest.prefix(count).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    rest = rest.dropFirst(count)
    return value
  }

  /// Whole numbers, one by one or packed together.
  static func integers(_ value: Value) throws(ProgramError) -> [Int64] {
    switch value {
    case .varint(let number): return [Int64(bitPattern: number)]
    case .bytes(let bytes):
      var reader = ProtobufReader(bytes)
      var numbers: [Int64] = []
      while !reader.rest.isEmpty { numbers.append(Int64(bitPattern: try reader.varint())) }
      return numbers
    case .fixed32, .fixed64: throw damaged("a whole number is written as another kind")
    }
  }

  /// Numbers of 32 bits, one by one or packed together.
  static func floats(_ value: Value) throws(ProgramError) -> [Double] {
    switch value {
    case .fixed32(let bits): return [Double(Float(bitPattern: bits))]
    case .bytes(let bytes):
      guard bytes.count % 4 == 0 else { throw damaged("numbers of 32 bits end within one") }
      var reader = ProtobufReader(bytes)
      var numbers: [Double] = []
      while !reader.rest.isEmpty {
        numbers.append(Double(Float(bitPattern: UInt32(try reader.fixed(4)))))
      }
      return numbers
    case .varint, .fixed64: throw damaged("a number of 32 bits is written as another kind")
    }
  }

  /// Numbers of 64 bits, one by one or packed together.
  static func doubles(_ value: Value) throws(ProgramError) -> [Double] {
    switch value {
    case .fixed64(let bits): return [Double(bitPattern: bits)]
    case .bytes(let bytes):
      guard bytes.count % 8 == 0 else { throw damaged("numbers of 64 bits end within one") }
      var reader = ProtobufReader(bytes)
      var numbers: [Double] = []
      while !reader.rest.isEmpty { numbers.append(Double(bitPattern: try reader.fixed(8))) }
      return numbers
    case .varint, .fixed32: throw damaged("a number of 64 bits is written as another kind")
    }
  }

  static func text(_ value: Value) throws(ProgramError) -> String {
    guard case .bytes(let bytes) = value, let text = String(validating: bytes, as: UTF8.self) else {
      throw damaged("a name is not text")
    }
    guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }),
      text.count <= 1000
    else {
      throw damaged("a name is too long, or holds control characters")
    }
    return text
  }

  static func message(_ value: Value) throws(ProgramError) -> ProtobufReader {
    guard case .bytes(let bytes) = value else { throw damaged("a part is not a message") }
    return ProtobufReader(bytes)
  }

  static func damaged(_ what: String) -> ProgramError {
    ProgramError("this is not a whole ONNX model: \(what); export it anew")
  }
}
