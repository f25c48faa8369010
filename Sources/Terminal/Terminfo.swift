import CNcurses
import Glibc

/// What the database of terminals says of this one.
struct Terminfo {
  /// - Parameter name: the terminal's type, which `TERM` holds too.
  init(_ name: String) throws(TerminalError) {
    var error: Int32 = 0
    guard setupterm(nil, STDOUT_FILENO, &error) == OK else { throw .unknownType(name) }
    guard self["cup"] != nil else { throw .unsuitableType(name) }
  }

  /// The bytes of a capability, without the delays that terminals of paper and wire needed.
  subscript(name: String) -> [UInt8]? {
    guard let text = tigetstr(name), Int(bitPattern: text) != -1 else { return nil }
    return Self.withoutDelays(Array(UnsafeRawBufferPointer(start: text, count: strlen(text))))
  }

  /// What prepares the keyboard: the keypad's own codes, and pastes in brackets.
  var enter: [UInt8] {
    (self["smkx"] ?? []) + (hasControlSequences ? Array("\u{1B}[?2004h".utf8) : [])
  }

  /// What undoes `enter`.
  var leave: [UInt8] {
    (hasControlSequences ? Array("\u{1B}[?2004l".utf8) : []) + (self["rmkx"] ?? [])
  }

  /// What gives the terminal back whatever state it is in.
  var giveBack: [UInt8] {
    let attributes = (self["sgr0"] ?? []) + (self["op"] ?? [])
    let screen = self["rmcup"] ?? self["clear"] ?? []
    return leave + attributes + (self["cnorm"] ?? []) + screen
  }

  private var hasControlSequences: Bool {
    self["cup"]?.starts(with: Array("\u{1B}[".utf8)) ?? false
  }

  private static func withoutDelays(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
        let end = rest.firstIndex(of: UInt8(ascii: ">"))
      {
        rest = rest[(end + 1)...]
      } else {
        kept.append(byte)
      }
    }
    return kept
  }
}
