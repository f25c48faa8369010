import CNcurses
import Glibc

/// What the database of terminals says of one, in the form of a compiled entry with numbers of 32 bits.
struct CompiledEntry {
  /// A head of six numbers, the names, a byte for each flag and a number for each number and string in the order of
  /// the library, -1 where there is none; a string's number is its place among the texts at the end.
  let bytes: [UInt8]

  init(
    name: String, flag: (String) -> Bool, number: (String) -> Int?, text: (String) -> [UInt8]?
  ) {
    let names = Array(name.utf8) + [0]
    let flags = Self.inOrder(cn_flag_name) { flag($0) ? 1 as UInt8 : 0 }
    let numbers = Self.inOrder(cn_number_name) { number($0) ?? -1 }
    var texts: [UInt8] = []
    let places = Self.inOrder(cn_string_name) { name in
      guard let text = text(name) else { return -1 }
      defer { texts += text + [0] }
      return texts.count
    }
    let head = [0o1036, names.count, flags.count, numbers.count, places.count, texts.count]
    var bytes = head.flatMap { Self.littleEndian($0, bytes: 2) } + names + flags
    if bytes.count % 2 == 1 { bytes.append(0) }
    bytes += numbers.flatMap { Self.littleEndian($0, bytes: 4) }
    bytes += places.flatMap { Self.littleEndian($0, bytes: 2) }
    self.bytes = bytes + texts
  }

  /// Lets the database say this of the terminal with that name, and nothing of any other.
  func install() {
    let digits = Array("0123456789ABCDEF".utf8)
    let text = Array("hex:".utf8) + bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    setenv("TERMINFO", String(decoding: text, as: UTF8.self), 1)
  }

  /// Something for each of the library's names of one kind.
  private static func inOrder<Value>(
    _ name: (CInt) -> UnsafePointer<CChar>?, _ value: (String) -> Value
  ) -> [Value] {
    var values: [Value] = []
    while let next = name(CInt(values.count)) { values.append(value(String(cString: next))) }
    return values
  }

  private static func littleEndian(_ number: Int, bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
