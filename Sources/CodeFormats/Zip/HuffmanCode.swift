/// A prefix code given by the length of each symbol's word, as RFC 1951 has it.
struct HuffmanCode {
  /// The length of the longest word.
  let longest: Int
  /// For the next `longest` bits, the first of them lowest, the symbol and in the lowest four bits the length of its
  /// word; 0 where no word begins so.
  private let table: [UInt16]

  /// - Returns: `nil` where more words have a length than there can be.
  /// - Complexity: O(n + 2^longest).
  init?(lengths: some Collection<Int>) {
    longest = lengths.max() ?? 0
    var counts = Array(repeating: 0, count: longest + 1)
    for length in lengths where length > 0 { counts[length] += 1 }
    var next = Array(repeating: 0, count: longest + 1)
    var code = 0
    for length in 0..<longest {
      code = (code + counts[length]) << 1
      next[length + 1] = code
      guard code + counts[length + 1] <= 1 << (length + 1) else { return nil }
    }
    var table = Array(repeating: UInt16(0), count: 1 << longest)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      // Words are sent with their highest bit first, all else with its lowest.
      var word = 0
      for bit in 0..<length where next[length] >> bit & 1 == 1 { word |= 1 << (length - 1 - bit) }
      next[length] += 1
      for place in stride(from: word, to: table.count, by: 1 << length) {
        table[place] = UInt16(symbol << 4 | length)
      }
    }
    self.table = table
  }

  /// The symbol whose word comes next, and its length; `nil` if no word begins so.
  func symbol(_ bits: Int) -> (symbol: Int, length: Int)? {
    let entry = Int(table[bits & (table.count - 1)])
    return entry == 0 ? nil : (entry >> 4, entry & 15)
  }
}
