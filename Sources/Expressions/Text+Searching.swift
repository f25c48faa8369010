import Glibc

extension String {
  /// Whether a piece of ASCII text stands somewhere in the text.
  ///
  /// Of a hundred thousand formulas each is looked at so; a search by characters would take most of the time that it
  /// takes to open them.
  ///
  /// - Complexity: O(n) in the bytes of the text, for a short piece.
  package func mentions(_ piece: StaticString) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.mentions(piece) } ?? Array(utf8).mentions(piece)
  }
}

extension [UInt8] {
  /// Whether a piece of ASCII text stands somewhere in the bytes.
  ///
  /// - Complexity: O(n) in the bytes, for a short piece.
  package func mentions(_ piece: StaticString) -> Bool {
    withUnsafeBufferPointer { $0.mentions(piece) }
  }

  /// The lines that are not empty, without their ends.
  ///
  /// - Complexity: O(n) in the bytes.
  package var nonEmptyLines: [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        let end = bytes.firstIndex(of: UInt8(ascii: "\n"), from: start) ?? bytes.count
        if end > start { lines.append(self[start..<end]) }
        start = end + 1
      }
    }
    return lines
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func mentions(_ piece: StaticString) -> Bool {
    let length = piece.utf8CodeUnitCount
    guard count >= length else { return false }
    var start = 0
    while let place = firstIndex(of: piece.utf8Start[0], from: start), place + length <= count {
      if memcmp(baseAddress! + place, piece.utf8Start, length) == 0 { return true }
      start = place + 1
    }
    return false
  }

  fileprivate func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard start < count, let baseAddress,
      let found = memchr(baseAddress + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
  }
}
