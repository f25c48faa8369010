/// One file that was packed alone, after RFC 1952.
public enum Gzip {
  /// Unpacks a file.
  ///
  /// - Returns: `nil` where it is none, or is damaged.
  /// - Complexity: O(n) in the bytes that come out.
  public static func unpacked(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.starts(with: [0x1F, 0x8B, 8]), bytes.count >= 18,
      let checksum = bytes.number(at: bytes.count - 8, 4),
      let count = bytes.number(at: bytes.count - 4, 4)
    else { return nil }
    let flags = bytes[3]
    var place = 10
    if flags & 4 != 0 {
      guard let length = bytes.number(at: place, 2) else { return nil }
      place += 2 + length
    }
    // The name of the file, and a remark, each ended by a zero.
    for flag in [8, 16] as [UInt8] where flags & flag != 0 {
      guard place < bytes.count, let end = bytes[place...].firstIndex(of: 0) else { return nil }
      place = end + 1
    }
    if flags & 2 != 0 { place += 2 }
    guard place < bytes.count - 8,
      let unpacked = try? Inflation.bytes(bytes[place..<bytes.count - 8], count: count),
      CRC32.checksum(unpacked) == UInt32(checksum)
    else { return nil }
    return unpacked
  }
}
