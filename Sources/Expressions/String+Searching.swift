extension String {
  /// Whether a piece of ASCII text stands somewhere in the text.
  ///
  /// Of a hundred thousand formulas each is looked at so; a search by characters would take most of the time that it
  /// takes to open them.
  ///
  /// - Complexity: O(n) in the bytes of the text, for a short piece.
  package func mentions(_ piece: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: piece.utf8Start, count: piece.utf8CodeUnitCount)
    let isFound = utf8.withContiguousStorageIfAvailable { bytes -> Bool in
      guard bytes.count >= wanted.count else { return false }
      return (0...bytes.count - wanted.count).contains { start in
        bytes[start] == wanted[0]
          && wanted.indices.allSatisfy { bytes[start + $0] == wanted[$0] }
      }
    }
    return isFound ?? contains(piece.description)
  }
}
