#if canImport(CVTerm)
  import Glibc
  import Testing
  import TextScreen

  @Suite struct TerminalEndingsTests {
    private static let fault =
      "backprop stopped on a fault of its own; what you entered is in the journal"

    #if arch(x86_64) || arch(i386)
      private static let trap = SIGILL
    #else
      private static let trap = SIGTRAP
    #endif

    @Test(arguments: [("close", CInt(3)), ("leave", 0), ("exit", 4)])
    func anOrderlyEndGivesTheTerminalBack(order: String, code: CInt) throws {
      let terminal = try probe()
      terminal.paste(order)
      #expect(try terminal.waitForEnd() == .exited(code))
      #expect(terminal.keptBack == [])
      #expect(terminal.text == (order == "close" ? "closed" : ""))
    }

    /// All signals whose default is to end a program, but for the one that cannot be caught and those of faults.
    private static let endings = (CInt(1)...64).filter {
      ![
        SIGKILL, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU, SIGCHLD, SIGCONT, SIGURG, SIGWINCH,
        SIGTRAP, SIGILL, SIGBUS, SIGFPE, SIGSEGV, SIGABRT, SIGSYS,
      ].contains($0)
    }

    @Test(arguments: endings)
    func aSignalGivesTheTerminalBack(signal: CInt) throws {
      let terminal = try probe()
      terminal.paste("hide")
      try terminal.waitUntil { !$0.isCursorVisible }
      terminal.process.send(signal)
      #expect(try terminal.waitForEnd() == .signalled(signal))
      #expect(terminal.keptBack == [])
      #expect(terminal.text == "")
    }

    @Test(arguments: [("c" as Character, SIGINT), ("\\" as Character, SIGQUIT)])
    func aKeyThatInterruptsGivesTheTerminalBack(key: Character, signal: CInt) throws {
      let terminal = try probe()
      terminal.press(.control(key))
      #expect(try terminal.waitForEnd() == .signalled(signal))
      #expect(terminal.keptBack == [])
    }

    @Test(arguments: [("trap", trap), ("overflow", SIGSEGV), ("abort", SIGABRT)])
    func aFaultOfOurOwnGivesTheTerminalBackAndSaysSo(order: String, signal: CInt) throws {
      let terminal = try probe()
      terminal.paste(order)
      #expect(try terminal.waitForEnd() == .signalled(signal))
      #expect(terminal.keptBack == [])
      #expect(terminal.text == Self.fault)
    }

    /// Swift's own report of crashes brings a stack for handlers; this is without it.
    @Test func anOverflowOfTheStackIsCaughtOnAnother() throws {
      let terminal = try probe(["SWIFT_BACKTRACE": "enable=no"])
      terminal.paste("overflow")
      #expect(try terminal.waitForEnd() == .signalled(SIGSEGV))
      #expect(terminal.keptBack == [])
      #expect(terminal.text == Self.fault)
    }

    /// Its report waits for a key, with the terminal still in our mode.
    @Test func swiftsReportOfACrashDoesNotHoldTheTerminal() throws {
      let terminal = try probe(["SWIFT_BACKTRACE": "enable=yes,interactive=yes"])
      terminal.paste("trap")
      #expect(try terminal.waitForEnd(within: .seconds(10)) == .signalled(Self.trap))
      #expect(terminal.keptBack == [])
      #expect(terminal.text == Self.fault)
    }

    @Test(arguments: [SIGTRAP, SIGILL, SIGBUS, SIGFPE, SIGSEGV, SIGABRT, SIGSYS])
    func everySignalOfAFaultIsCaught(signal: CInt) throws {
      let terminal = try probe()
      terminal.process.send(signal)
      #expect(try terminal.waitForEnd() == .signalled(signal))
      #expect(terminal.keptBack == [])
      #expect(terminal.text == Self.fault)
    }

    @Test(arguments: ["vt100", "linux", "xterm", "screen-256color"])
    func everyTypeOfTerminalIsGivenBack(type: String) throws {
      for end in ["leave", "trap", "\u{3}"] {
        let terminal = try probe(["TERM": type])
        terminal.paste("hide")
        try terminal.waitUntil { $0.text.contains("1: paste") }
        if end == "\u{3}" { terminal.type(end) } else { terminal.paste(end) }
        _ = try terminal.waitForEnd()
        #expect(terminal.keptBack == [])
      }
    }

    @Test func anIgnoredHangupStaysIgnored() throws {
      let terminal = try EmulatedTerminal(
        "/bin/sh", ["-c", "trap '' HUP; exec \"$0\"", BuiltProgram.path("TerminalProbe")])
      try terminal.waitUntil { $0.text.contains("probe 80x24") }
      terminal.process.send(SIGHUP)
      terminal.type("x")
      try terminal.waitUntil { $0.text.contains("1: character(\"x\")") }
    }
  }

  @Suite struct TerminalStopTests {
    private func startProbe(in terminal: EmulatedTerminal) throws {
      terminal.type("'\(BuiltProgram.path("TerminalProbe"))'\r")
      try terminal.waitUntil { $0.text.contains("probe 80x24") }
    }

    @Test func controlZLendsTheTerminalToTheShell() throws {
      let terminal = try shell()
      try startProbe(in: terminal)
      terminal.press(.control("z"))
      try terminal.waitUntil { $0.text.contains("Stopped") && $0.text.hasSuffix("\nshell>") }
      #expect(terminal.keptBack == [])

      terminal.resize(to: Size(width: 100, height: 30))
      terminal.type("fg\r")
      try terminal.waitUntil { $0.text.contains("1: resized to 100x30") }
      #expect(terminal.isAlternateScreen)
      #expect(terminal.sendsKeypadCodes)
      #expect(terminal.isPasteBracketed)
      #expect(terminal.text.contains("probe 100x30"))
      terminal.press(.up)
      try terminal.waitUntil { $0.text.contains("2: up") }

      terminal.press(.control("c"))
      try terminal.waitUntil { !$0.isAlternateScreen && $0.text.hasSuffix("\nshell>") }
      #expect(terminal.keptBack == [])
      terminal.type("exit 5\r")
      #expect(try terminal.waitForEnd() == .exited(5))
    }

    @Test func aStopWithoutResizeRepaints() throws {
      let terminal = try shell()
      try startProbe(in: terminal)
      terminal.type("x")
      try terminal.waitUntil { $0.text.contains("1: character(\"x\")") }
      let screen = terminal.lines
      terminal.press(.control("z"))
      try terminal.waitUntil { $0.text.contains("Stopped") && $0.text.hasSuffix("\nshell>") }
      terminal.type("fg\r")
      try terminal.waitUntil { $0.lines == screen }
    }

    @Test func aStoppedProgramLeavesTheTerminalAloneWhenKilled() throws {
      let terminal = try shell()
      try startProbe(in: terminal)
      terminal.press(.control("z"))
      try terminal.waitUntil { $0.text.contains("Stopped") && $0.text.hasSuffix("\nshell>") }
      let count = terminal.received.count
      terminal.type("kill %1; fg\r")
      try terminal.waitUntil {
        $0.text.lowercased().contains("terminated") && $0.text.hasSuffix("\nshell>")
      }
      #expect(!terminal.received[count...].contains(0x1B))
      #expect(terminal.keptBack == [])
    }

    @Test func aStopFromOutsideIsMendedAfterwards() throws {
      let terminal = try shell()
      try startProbe(in: terminal)
      // Nothing can be given back by a process that is stopped this way.
      terminal.type("\u{1B}[200~stop\u{1B}[201~")
      try terminal.waitUntil { $0.text.contains("Stopped") && $0.text.contains("shell>") }
      terminal.type("fg\r")
      try terminal.waitUntil {
        $0.lines[0].hasPrefix("probe 80x24   ") && !$0.text.contains("shell>")
      }
      terminal.press(.up)
      try terminal.waitUntil { $0.text.contains(": up") }
    }
  }
#endif
