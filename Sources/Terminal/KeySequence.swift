import TextScreen

/// An escape sequence that a terminal sent, complete, without its ESC.
///
/// It opens with `[` (a control sequence) or `O` (a key of the second set), as ECMA-48 has it.
struct KeySequence: Hashable, Sendable {
  var bytes: [UInt8]

  /// The number before the first `;` or the end; nil if there is none.
  private var firstNumber: Int? {
    Int(String(decoding: bytes.dropFirst().prefix { (0x30...0x39).contains($0) }, as: UTF8.self))
  }

  var opensPaste: Bool { bytes == Array("[200~".utf8) }

  /// What a mouse does, in the form that xterm calls SGR: `<0;12;7M`, columns and rows from 1.
  var pointer: Pointer? {
    guard bytes.starts(with: Array("[<".utf8)), let final = bytes.last else { return nil }
    let numbers = bytes.dropFirst(2).dropLast().split(
      separator: UInt8(ascii: ";"), omittingEmptySubsequences: false
    ).map { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 3, let button = numbers[0], let column = numbers[1],
      let row = numbers[2], column > 0, row > 0
    else { return nil }
    let point = Point(column: column - 1, row: row - 1)
    // Shift, Alt and Control are the bits of 4, 8 and 16; a move has that of 32.
    switch (button & ~28, final) {
    case (0, UInt8(ascii: "M")): return .press(point)
    case (32, UInt8(ascii: "M")): return .drag(point)
    case (0, UInt8(ascii: "m")), (32, UInt8(ascii: "m")): return .release(point)
    case (64, UInt8(ascii: "M")): return .wheel(.up)
    case (65, UInt8(ascii: "M")): return .wheel(.down)
    case (66, UInt8(ascii: "M")): return .wheel(.left)
    case (67, UInt8(ascii: "M")): return .wheel(.right)
    default: return nil
    }
  }

  /// The key that the sequence means on every terminal in use; nil if it means none.
  ///
  /// Shift, Alt and Control with a key that has no character mean the key alone. A report of the
  /// cursor's place also ends with `R`; F3 has no number there, or 1.
  var key: Key? {
    guard let introducer = bytes.first, let final = bytes.last, bytes.count > 1 else { return nil }
    let letter = Character(Unicode.Scalar(final))
    if bytes.starts(with: Array("[[".utf8)) { return Self.linuxConsole[letter] }
    if final == UInt8(ascii: "~") { return firstNumber.flatMap { Self.numbered[$0] } }
    guard firstNumber ?? 1 == 1, !bytes.contains(UInt8(ascii: "<")) else { return nil }
    if let key = Self.lettered[letter] { return key }
    return introducer == UInt8(ascii: "O") ? Self.keypad[letter] : nil
  }

  private static let lettered: [Character: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .backTab,
    "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
  ]

  private static let numbered: [Int: Key] = [
    1: .home, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]

  private static let linuxConsole: [Character: Key] = [
    "A": .function(1), "B": .function(2), "C": .function(3), "D": .function(4), "E": .function(5),
  ]

  /// The number pad, which some terminals send in this form; numbers are what is typed here most.
  private static let keypad: [Character: Key] = [
    "M": .enter, "X": .character("="), "j": .character("*"), "k": .character("+"),
    "l": .character(","), "m": .character("-"), "n": .character("."), "o": .character("/"),
    "p": .character("0"), "q": .character("1"), "r": .character("2"), "s": .character("3"),
    "t": .character("4"), "u": .character("5"), "v": .character("6"), "w": .character("7"),
    "x": .character("8"), "y": .character("9"), "I": .tab, " ": .character(" "),
  ]

  /// The names under which terminfo keeps the sequences of a particular terminal.
  static let capabilities: [(name: String, key: Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
      ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kdch1", .delete),
      ("kcbt", .backTab), ("kent", .enter),
    ] + (1...12).map { ("kf\($0)", .function($0)) }
}
