/// Unpacks bytes that were deflated, after RFC 1951.
struct Inflation {
  private let packed: ArraySlice<UInt8>
  private let count: Int
  private var next: Int
  /// Bits that were read and not used, the next one lowest.
  private var bits = 0
  private var bitCount = 0
  private var unpacked: [UInt8] = []

  /// The packed bytes are not what was deflated, or unpack to more or less than was said.
  struct Damage: Error {}

  /// Unpacks to a number of bytes that is known.
  ///
  /// - Complexity: O(n) in the bytes that come out.
  static func bytes(_ packed: ArraySlice<UInt8>, count: Int) throws(Damage) -> [UInt8] {
    var inflation = Inflation(packed, count: count)
    try inflation.run()
    return inflation.unpacked
  }

  private init(_ packed: ArraySlice<UInt8>, count: Int) {
    self.packed = packed
    self.count = count
    next = packed.startIndex
    unpacked.reserveCapacity(count)
  }

  private mutating func run() throws(Damage) {
    var isLast = false
    while !isLast {
      isLast = try take(1) == 1
      switch try take(2) {
      case 0: try copyStored()
      case 1: try inflate(Inflation.fixed, Inflation.fixedDistances)
      case 2:
        let (literals, distances) = try readCodes()
        try inflate(literals, distances)
      default: throw Damage()
      }
    }
    guard unpacked.count == count else { throw Damage() }
  }

  // MARK: Bits

  /// Reads bytes until so many bits are at hand, or there are no more.
  private mutating func fill(_ needed: Int) {
    while bitCount < needed, next < packed.endIndex {
      bits |= Int(packed[next]) << bitCount
      bitCount += 8
      next += 1
    }
  }

  private mutating func drop(_ used: Int) throws(Damage) {
    guard used <= bitCount else { throw Damage() }
    bits >>= used
    bitCount -= used
  }

  private mutating func take(_ needed: Int) throws(Damage) -> Int {
    fill(needed)
    let taken = bits & (1 << needed - 1)
    try drop(needed)
    return taken
  }

  private mutating func symbol(_ code: HuffmanCode) throws(Damage) -> Int {
    fill(code.longest)
    guard let (symbol, length) = code.symbol(bits) else { throw Damage() }
    try drop(length)
    return symbol
  }

  // MARK: Blocks

  private mutating func copyStored() throws(Damage) {
    try drop(bitCount & 7)
    let length = try take(16)
    guard try take(16) == ~length & 0xFFFF, unpacked.count + length <= count else {
      throw Damage()
    }
    for _ in 0..<length { unpacked.append(UInt8(try take(8))) }
  }

  private mutating func inflate(
    _ literals: HuffmanCode?, _ distances: HuffmanCode?
  ) throws(Damage) {
    guard let literals, let distances else { throw Damage() }
    while true {
      let symbol = try symbol(literals)
      if symbol == 256 { return }
      if symbol < 256 {
        guard unpacked.count < count else { throw Damage() }
        unpacked.append(UInt8(symbol))
        continue
      }
      guard symbol < 286 else { throw Damage() }
      let length = try Inflation.lengths[symbol - 257].value(&self)
      let place = try self.symbol(distances)
      guard place < 30 else { throw Damage() }
      let distance = try Inflation.distances[place].value(&self)
      guard distance <= unpacked.count, unpacked.count + length <= count else { throw Damage() }
      let start = unpacked.count - distance
      for index in start..<start + length { unpacked.append(unpacked[index]) }
    }
  }

  /// Reads the codes of a block, whose own lengths are packed as well.
  private mutating func readCodes() throws(Damage) -> (HuffmanCode?, HuffmanCode?) {
    let literalCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    var lengths = Array(repeating: 0, count: 19)
    for place in Inflation.lengthOrder.prefix(try take(4) + 4) { lengths[place] = try take(3) }
    guard let code = HuffmanCode(lengths: lengths) else { throw Damage() }
    lengths = []
    while lengths.count < literalCount + distanceCount {
      let symbol = try symbol(code)
      switch symbol {
      case 16:
        guard let last = lengths.last else { throw Damage() }
        lengths += Array(repeating: last, count: try take(2) + 3)
      case 17: lengths += Array(repeating: 0, count: try take(3) + 3)
      case 18: lengths += Array(repeating: 0, count: try take(7) + 11)
      default: lengths.append(symbol)
      }
    }
    guard lengths.count == literalCount + distanceCount else { throw Damage() }
    return (
      HuffmanCode(lengths: lengths[..<literalCount]),
      HuffmanCode(lengths: lengths[literalCount...])
    )
  }

  // MARK: Tables

  /// A length or a distance: the least that a symbol stands for, and how many bits add to it.
  private struct Span {
    var least: Int
    var bits: Int

    func value(_ inflation: inout Inflation) throws(Damage) -> Int {
      least + (try inflation.take(bits))
    }
  }

  /// The spans that follow one another from a least value.
  private static func spans(from least: Int, bits: [Int]) -> [Span] {
    var next = least
    return bits.map { bits in
      defer { next += 1 << bits }
      return Span(least: next, bits: bits)
    }
  }

  private static let lengths =
    spans(
      from: 3,
      bits: [0, 0, 0, 0] + (0...5).flatMap { Array(repeating: $0, count: 4) })
    + [Span(least: 258, bits: 0)]
  private static let distances = spans(
    from: 1, bits: [0, 0] + (0...13).flatMap { [$0, $0] })
  /// The order in which the lengths of the words for lengths are sent.
  private static let lengthOrder = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]
  private static let fixed = HuffmanCode(
    lengths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  private static let fixedDistances = HuffmanCode(lengths: Array(repeating: 5, count: 30))
}
