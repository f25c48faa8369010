import Expressions

/// A hash that tells one text from another, the same on every machine.
///
/// FNV-1a with 64 bits, after Fowler, Noll and Vo.
package struct Fingerprint: Hashable, Sendable {
  package let number: UInt64

  package init(of bytes: some Sequence<UInt8>) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes {
      hash ^= UInt64(byte)
      hash &*= 0x100_0000_01b3
    }
    number = hash
  }

  /// In 16 hexadecimal digits.
  package var text: String { String(number, radix: 16).zeroPadded(to: 16) }
}
