#if canImport(CVTerm)
  import Foundation
  import Glibc
  import Testing
  import TextScreen

  @Suite struct TerminalEventsTests {
    private static let keys: [Key] =
      "aZ0~ ?^é−𝜕".map { .character($0) } + "abdefgknopqrstuvwxy".map { .control($0) }
      + [
        .enter, .tab, .backTab, .backspace, .delete, .left, .right, .up, .down, .home, .end,
        .pageUp,
        .pageDown, .escape,
      ] + (1...12).map { .function($0) }

    @Test(arguments: ["xterm-256color", "xterm", "linux", "screen-256color", "vt100"])
    func everyKeyArrives(type: String) throws {
      let terminal = try probe(["TERM": type])
      for (number, key) in Self.keys.enumerated() {
        terminal.press(key)
        try terminal.waitUntil { $0.lines.contains { $0.hasPrefix("\(number + 1): \(key)  ") } }
      }
    }

    @Test func keysTypedAtOnceArriveInOrder() throws {
      let terminal = try probe()
      terminal.type("1\u{1B}[A\r\u{1B}OPé")
      try terminal.waitUntil { $0.text.contains("5: character(\"é\")") }
      #expect(terminal.text.contains("2: up"))
      #expect(terminal.text.contains("3: enter"))
      #expect(terminal.text.contains("4: function(1)"))
    }

    @Test func aPasteIsOneEvent() throws {
      let terminal = try probe()
      terminal.paste("11\r\n121\r22")
      terminal.press(.enter)
      try terminal.waitUntil { $0.text.contains("2: enter") }
      #expect(terminal.text.contains(#"1: paste("11\n121\n22")"#))
    }

    @Test func aHugePasteIsCut() throws {
      let terminal = try probe()
      terminal.paste(String(repeating: "0123456789", count: 10_000))
      terminal.press(.enter)
      try terminal.waitUntil { $0.text.contains("2: enter") }
      #expect(terminal.text.contains("1: paste of 65536 bytes"))
    }

    @Test func aPasteWithoutEndHangsNothing() throws {
      let terminal = try probe()
      terminal.type("\u{1B}[200~22")
      try terminal.waitUntil { $0.text.contains("1: paste(\"22\")") }
      terminal.type("x")
      try terminal.waitUntil { $0.text.contains("2: character(\"x\")") }
    }

    @Test(arguments: [
      "\u{1B}[M !!", "\u{1B}[<0;12;7M\u{1B}[<0;12;7m", "\u{1B}[99~", "\u{1B}[1;2;3x", "\u{1B}x",
      "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\",
    ])
    func whatIsNoKeyIsSwallowed(bytes: String) throws {
      let terminal = try probe()
      terminal.type("\(bytes)z")
      try terminal.waitUntil { $0.text.contains("1: ") }
      #expect(terminal.text.contains("1: character(\"z\")"))
    }

    @Test func theMouseStaysWithTheTerminal() throws {
      let terminal = try probe()
      #expect(!String(decoding: terminal.received, as: UTF8.self).contains("\u{1B}[?100"))
    }

    @Test func aResizeIsAnEvent() throws {
      let terminal = try probe()
      terminal.resize(to: Size(width: 100, height: 30))
      try terminal.waitUntil { $0.text.contains("probe 100x30") }
      #expect(terminal.text.contains("1: resized to 100x30"))
      #expect(terminal.cell(at: Point(column: 99, row: 29)).text == "#")
    }

    /// Terminals differ in what they keep of their cells.
    @Test func aResizeRepaintsWhatMayBeLost() throws {
      let terminal = try probe()
      terminal.scribble("\u{1B}[10;1Hwhatever was kept")
      try terminal.waitUntil { $0.text.contains("whatever was kept") }
      terminal.resize(to: Size(width: 90, height: 24))
      try terminal.waitUntil { $0.text.contains("probe 90x24") }
      #expect(!terminal.text.contains("whatever was kept"))
    }

    @Test func aScreenOfOneCellIsSurvived() throws {
      let terminal = try probe()
      terminal.resize(to: Size(width: 1, height: 1))
      try terminal.waitUntil { $0.lines == ["#"] }
      terminal.resize(to: Size(width: 80, height: 24))
      try terminal.waitUntil { $0.text.contains("probe 80x24") }
    }

    @Test func controlLRedrawsEverything() throws {
      let terminal = try probe()
      terminal.scribble("\u{1B}[1;1Hscribbled over")
      try terminal.waitUntil { $0.text.contains("scribbled over") }
      terminal.press(.control("l"))
      try terminal.waitUntil { !$0.text.contains("scribbled over") }
      #expect(
        terminal.lines[0] == "probe 80x24                             plain               plain")
      terminal.type("x")
      try terminal.waitUntil { $0.text.contains("1: character(\"x\")") }
    }

    @Test func aHangupEndsTheProgram() throws {
      let terminal = try probe()
      terminal.hangUp()
      #expect(try terminal.waitForEnd() == .signalled(SIGHUP))
    }

    @Test func aTerminalThatVanishesSilentlyIsNoticed() throws {
      let terminal = try EmulatedTerminal(
        "/bin/sh", ["-c", "trap '' HUP; exec \"$0\"", BuiltProgram.path("TerminalProbe")])
      try terminal.waitUntil { $0.text.contains("probe 80x24") }
      terminal.hangUp()
      #expect(try terminal.waitForEnd() == .exited(7))
    }

    /// Each time that a process wakes up, the count of its voluntary switches grows.
    @Test func atRestTheProgramSleeps() throws {
      let resting = try probe()
      resting.type("x")
      try resting.waitUntil { try $0.text.contains("1: character") && $0.process.isAsleep }
      let switches = try resting.process.status("voluntary_ctxt_switches")

      let other = try probe()
      other.paste("leave")
      #expect(try other.waitForEnd() == .exited(0))
      #expect(try resting.process.status("voluntary_ctxt_switches") == switches)
    }
  }

  /// The probe, once it shows its first screen.
  func probe(
    _ environment: [String: String?] = [:], arguments: [String] = [], background: String? = nil
  ) throws -> EmulatedTerminal {
    let terminal = try EmulatedTerminal(
      "TerminalProbe", arguments, background: background, environment: environment)
    try terminal.waitUntil { $0.text.contains("probe 80x24") }
    return terminal
  }
#endif
