#if canImport(CVTerm)
  import Foundation
  import RandomNumbers
  import Testing
  import TextScreen

  /// The built tutor under whatever a terminal may send: it neither ends nor hangs nor locks an entry.
  ///
  /// `RANDOM_KEYS=100000 swift test --filter RandomBytesTests` sends that many pieces.
  @Suite(.timeLimit(.minutes(30))) struct RandomBytesTests {
    private static let count =
      (ProcessInfo.processInfo.environment["RANDOM_KEYS"].flatMap { Int($0) } ?? 3000) / 3

    /// Bytes that a terminal, a mouse, a paste or a cat on the keyboard sends; none that leaves.
    private static func bytes(_ generator: inout SplitMix64) -> [UInt8] {
      func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
      switch number(0...11) {
      case 0:
        // A mouse report in the oldest form, its three bytes anything at all but Ctrl-C, Ctrl-\ and Ctrl-Z.
        return Array("\u{1B}[M".utf8) + (0..<3).map { _ in UInt8(number(32...255)) }
      case 1: return Array("\u{1B}[<\(number(0...255));\(number(0...500));\(number(0...500))M".utf8)
      case 2: return Array("\u{1B}[<\(number(0...255));\(number(-9...9))m".utf8)
      case 3:
        let inner = (0..<number(0...200)).map { _ in UInt8(number(32...255)) }
        return Array("\u{1B}[200~11\n".utf8) + inner + Array("\n\u{1B}[201~".utf8)
      case 4:
        return Array(
          ["11\r", "121\r", "22\r", "3\r", "66\r"].randomElement(using: &generator)!.utf8)
      case 5:
        let finals = Array("ABCDFHMPRSZcnRtux".utf8)
        return Array("\u{1B}[\(number(0...99));\(number(0...9))".utf8)
          + [finals.randomElement(using: &generator)!]
      case 6:
        return [9, 13, 13, 127, 1, 5, 6, 2, 11, 21, 12].randomElement(using: &generator).map {
          [$0]
        }!
      case 7: return (0..<number(1...8)).map { _ in UInt8(number(128...255)) }
      case 8:
        // F1, F5 to F8, page keys, delete; F10 leaves.
        return Array(
          "\u{1B}[\([11, 15, 17, 18, 19, 5, 6, 3].randomElement(using: &generator)!)~".utf8)
      case 9: return Array("\u{1B}]52;c;\(number(0...99))\u{7}".utf8)
      // A letter after `?` is a command, and `q` is the one that leaves.
      default:
        return (0..<number(1...6)).map { _ in UInt8(number(32...126)) }.filter {
          $0 != 113 && $0 != 81
        }
      }
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func theTutorStandsThem(seed: UInt64) throws {
      var generator = SplitMix64(seed: seed)
      let terminal = try EmulatedTerminal("backprop", twoNodesFormulas)
      try terminal.waitUntil { $0.text.contains("a: what is its value?") }
      for number in 1...Self.count {
        terminal.send(Self.bytes(&generator))
        if Int.random(in: 0..<40, using: &generator) == 0 {
          // In one column the emulator cannot stand a wide character that was sent before the terminal shrank.
          let size = Size(
            width: Int.random(in: 2...130, using: &generator),
            height: Int.random(in: 1...45, using: &generator))
          terminal.resize(to: Bool.random(using: &generator) ? Size(width: 2, height: 1) : size)
        }
        if number.isMultiple(of: 500) || number == Self.count { try solve(terminal) }
      }
    }

    /// Ends whatever is open, goes back to a screen of the usual size, and solves the graph from the start.
    private func solve(_ terminal: EmulatedTerminal) throws {
      // Zeros for a report that wants more bytes, a bell for a string, the end of a paste; then a key that closes
      // the list of commands, or opens or closes the map, from which the list is as near.
      terminal.send([0, 0, 0, 7] + Array("\u{1B}[201~\u{1B}[24~".utf8))
      terminal.resize(to: Size(width: 80, height: 24))
      try terminal.waitUntil { $0.outgoing.isEmpty && $0.text.contains("all commands") }
      terminal.type("?")
      try terminal.waitUntil { $0.text.contains("All commands: press the letter") }
      terminal.type("s")
      try terminal.waitUntil { $0.text.contains("forward 0/2 · backward 0/3") }
      for (answer, reply) in [
        ("11", "a = 11 is right"), ("121", "J = 121 is right"), ("22", "dJ/da = 22 is right"),
        ("3", "da/dw = 3 is right"), ("66", "The graph is done: 5 of 5"),
      ] {
        terminal.type(answer)
        terminal.press(.enter)
        try terminal.waitUntil { $0.text.contains(reply) }
      }
    }
  }
#endif
