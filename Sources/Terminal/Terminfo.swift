import CNcurses
import Glibc
import TextScreen

/// What the database of terminals says of this one, and what it leaves out.
struct Terminfo {
  /// Whether the terminal follows ECMA-48 in placing its cursor; then it takes other sequences of it without harm.
  let isStandard: Bool
  /// Prepares the keyboard: the keypad's own codes, and pastes in brackets.
  let enter: [UInt8]
  /// Undoes `enter`.
  let leave: [UInt8]
  /// Clears the screen where there is no other one to return to, so that the shell finds no picture of ours.
  let clear: [UInt8]
  /// Holds the screen still until `endFrame`; terminals that do not know it take no notice.
  let beginFrame: [UInt8]
  let endFrame: [UInt8]
  /// Gives the terminal back, whatever state it is in.
  let giveBack: [UInt8]
  /// The keys that the database knows.
  let keys: [KeySequence: Key]

  /// Lets the library read what its database has of a type; returns whether that is there.
  static func load(_ name: String) -> Bool {
    var error: Int32 = 0
    return setupterm(name, STDOUT_FILENO, &error) == OK
  }

  /// What was loaded.
  ///
  /// - Parameters:
  ///   - name: the terminal's type.
  ///   - usesMouse: whether the terminal shall tell of the mouse's buttons, and then marks no text for the clipboard.
  init(_ name: String, usesMouse: Bool) throws(TerminalError) {
    guard let address = Self.string("cup") else { throw .unsuitableType(name) }

    let isStandard = address.starts(with: Array("\u{1B}[".utf8))
    self.isStandard = isStandard
    func control(_ text: String) -> [UInt8] { isStandard ? Array("\u{1B}[\(text)".utf8) : [] }
    func known(_ names: String...) -> [UInt8] { names.flatMap { Self.string($0) ?? [] } }

    // Presses, moves with a button down, and numbers without a limit.
    let mouse = usesMouse ? ["?1000", "?1002", "?1006"] : []
    enter = known("smkx") + control("?2004h") + mouse.flatMap { control("\($0)h") }
    leave = mouse.reversed().flatMap { control("\($0)l") } + control("?2004l") + known("rmkx")
    beginFrame = control("?2026h")
    endFrame = control("?2026l")
    let otherScreen = known("rmcup")
    clear = otherScreen.isEmpty ? known("clear") : []
    giveBack = endFrame + leave + known("sgr0", "op", "cnorm") + otherScreen + clear
    keys = Self.keys()
  }

  private static func keys() -> [KeySequence: Key] {
    var keys: [KeySequence: Key] = [:]
    for (name, key) in KeySequence.capabilities {
      if let bytes = string(name), bytes.first == 0x1B {
        keys[KeySequence(bytes: Array(bytes.dropFirst()))] = key
      }
    }
    return keys
  }

  /// The bytes of a capability, without the delays that terminals of paper and wire needed.
  private static func string(_ name: String) -> [UInt8]? {
    guard let text = tigetstr(name), Int(bitPattern: text) != -1 else { return nil }
    return withoutDelays(Array(UnsafeRawBufferPointer(start: text, count: strlen(text))))
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
