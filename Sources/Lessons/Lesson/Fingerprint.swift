import Expressions

/// A hash that tells one text from another, the same on every machine.
///
/// FNV-1a with 64 bits, after Fowler, Noll and Vo.
package struct Fingerprint: Hashable, Sendable {
  package let number: UInt64

  package init(of bytes: some Sequence<UInt8>) {
    // Where the bytes lie in a row they are not asked for one by one, which takes ten times as long.
    number = bytes.withContiguousStorageIfAvailable(Self.number) ?? Self.number(of: bytes)
  }

  private static func number(of bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// In 16 hexadecimal digits.
  package var text: String { String(number, radix: 16).zeroPadded(to: 16) }
}
