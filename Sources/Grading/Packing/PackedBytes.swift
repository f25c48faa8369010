/// Numbers and texts as few bytes, so that the marks of a large class are small; it is read again by `UnpackedBytes`.
struct PackedBytes {
  private(set) var bytes: [UInt8] = []

  /// A number in as many bytes as it needs, seven bits in each, the lowest first.
  mutating func add(_ number: Int) {
    var rest = UInt(bitPattern: (number << 1) ^ (number >> (Int.bitWidth - 1)))
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func add(_ number: Double) {
    withUnsafeBytes(of: number.bitPattern) { bytes += $0 }
  }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes += text.utf8
  }

  mutating func add(_ list: some Collection<String>) {
    add(list.count)
    for text in list { add(text) }
  }

  mutating func add<Value: Packable>(_ list: [Value]) {
    add(list.count)
    for value in list { value.pack(into: &self) }
  }

  /// One of the cases of something, by its place among them.
  mutating func add<Case: CaseIterable & Equatable>(_ one: Case) where Case.AllCases == [Case] {
    add(Case.allCases.firstIndex(of: one) ?? 0)
  }
}

/// What `PackedBytes` has packed, read in the same order.
struct UnpackedBytes {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  mutating func int() -> Int {
    var number: UInt = 0
    var shift = 0
    while let byte = rest.popFirst() {
      number |= UInt(byte & 0x7F) << UInt(shift)
      shift += 7
      if byte < 0x80 { break }
    }
    return Int(bitPattern: number >> 1) ^ -Int(bitPattern: number & 1)
  }

  mutating func bool() -> Bool { rest.popFirst() == 1 }

  mutating func double() -> Double {
    var pattern: UInt64 = 0
    withUnsafeMutableBytes(of: &pattern) { $0.copyBytes(from: rest.prefix(8)) }
    rest = rest.dropFirst(8)
    return Double(bitPattern: pattern)
  }

  mutating func text() -> String {
    let count = int()
    defer { rest = rest.dropFirst(count) }
    return String(decoding: rest.prefix(count), as: UTF8.self)
  }

  mutating func texts() -> [String] {
    let count = int()
    return (0..<count).map { _ in text() }
  }

  mutating func list<Value: Packable>() -> [Value] {
    let count = int()
    return (0..<count).map { _ in Value(from: &self) }
  }

  mutating func one<Case: CaseIterable>() -> Case where Case.AllCases == [Case] {
    Case.allCases[int()]
  }
}

/// What can be packed and read again, whole.
protocol Packable {
  init(from bytes: inout UnpackedBytes)
  func pack(into bytes: inout PackedBytes)
}
