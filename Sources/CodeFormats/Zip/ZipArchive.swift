/// The files of a zip archive, as its list at the end tells them.
struct ZipArchive {
  struct Member: Hashable {
    var name: String
    var isEncrypted: Bool
    /// How it is packed: 0 as it is, 8 deflated.
    var method: Int
    var checksum: UInt32
    var packedCount: Int
    var count: Int
    /// Where its own heading begins.
    var start: Int
  }

  static let magic: [UInt8] = [0x50, 0x4B]
  /// Whatever follows the list is no longer than this.
  private static let longestEnd = 22 + 65535

  private let bytes: [UInt8]
  let members: [Member]

  /// - Complexity: O(n) in the length of the list.
  init(_ bytes: [UInt8]) throws(ArrayFileError) {
    guard bytes.starts(with: ZipArchive.magic) else { throw .notZip }
    let first = max(0, bytes.count - ZipArchive.longestEnd)
    let last = bytes.count - 22
    guard last >= first,
      let end = (first...last).last(where: { bytes.number(at: $0, 4) == 0x0605_4B50 })
    else { throw .archive(.cut) }
    guard let count = bytes.number(at: end + 10, 2), var place = bytes.number(at: end + 16, 4)
    else { throw .archive(.cut) }
    guard count < 0xFFFF, place < 0xFFFF_FFFF else { throw .archive(.tooLarge) }
    var members: [Member] = []
    for _ in 0..<count {
      guard bytes.number(at: place, 4) == 0x0201_4B50,
        let flags = bytes.number(at: place + 8, 2), let method = bytes.number(at: place + 10, 2),
        let checksum = bytes.number(at: place + 16, 4),
        let packed = bytes.number(at: place + 20, 4),
        let unpacked = bytes.number(at: place + 24, 4),
        let nameLength = bytes.number(at: place + 28, 2),
        let extraLength = bytes.number(at: place + 30, 2),
        let commentLength = bytes.number(at: place + 32, 2),
        let start = bytes.number(at: place + 42, 4), place + 46 + nameLength <= bytes.count
      else { throw .archive(.cut) }
      guard max(packed, unpacked, start) < 0xFFFF_FFFF else { throw .archive(.tooLarge) }
      let name = String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
      members.append(
        Member(
          name: name, isEncrypted: flags & 1 == 1, method: method, checksum: UInt32(checksum),
          packedCount: packed, count: unpacked, start: start))
      place += 46 + nameLength + extraLength + commentLength
    }
    self.bytes = bytes
    self.members = members
  }

  /// The bytes of a file, unpacked.
  ///
  /// - Throws: where it is packed in another way, or is not what the checksum says.
  /// - Complexity: O(n) in the bytes that come out.
  func contents(of member: Member) throws(ArrayFileError) -> [UInt8] {
    guard !member.isEncrypted else { throw .archive(.encrypted(member.name)) }
    guard bytes.number(at: member.start, 4) == 0x0403_4B50,
      let nameLength = bytes.number(at: member.start + 26, 2),
      let extraLength = bytes.number(at: member.start + 28, 2)
    else { throw .archive(.damaged(member.name)) }
    let start = member.start + 30 + nameLength + extraLength
    guard start + member.packedCount <= bytes.count else {
      throw .archive(.damaged(member.name))
    }
    let packed = bytes[start..<start + member.packedCount]
    let contents: [UInt8]
    switch member.method {
    case 0: contents = Array(packed)
    case 8:
      do throws(Inflation.Damage) {
        contents = try Inflation.bytes(packed, count: member.count)
      } catch {
        throw .archive(.damaged(member.name))
      }
    default: throw .archive(.method(member.name, member.method))
    }
    guard contents.count == member.count, CRC32.checksum(contents) == member.checksum else {
      throw .archive(.damaged(member.name))
    }
    return contents
  }
}

extension [UInt8] {
  /// A whole number of some bytes, the lowest first; `nil` where the bytes end before it.
  func number(at place: Int, _ length: Int) -> Int? {
    guard place >= 0, place + length <= count else { return nil }
    return self[place..<place + length].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
