#if canImport(CVTerm)
  import Glibc
  import Testing
  import TextScreen

  /// A terminal that takes nothing, and a process that gets nothing more.
  @Suite struct TerminalShortagesTests {
    /// How a terminal comes to take no output.
    enum Standstill: CaseIterable {
      case stopped, full
    }

    @Test(arguments: Standstill.allCases, [SIGTERM, SIGINT, SIGUSR1, SIGSEGV])
    func aTerminalThatTakesNothingIsGivenBackWhenASignalComes(
      standstill: Standstill, signal: CInt
    ) throws {
      let terminal = try probe()
      bring(terminal, to: standstill)
      terminal.process.send(signal)
      #expect(try terminal.waitForEndUnread() == .signalled(signal))
      #expect(terminal.keptBack == [])
    }

    @Test(arguments: Standstill.allCases, [("close", CInt(3)), ("leave", 0), ("exit", 4)])
    func aTerminalThatTakesNothingIsGivenBackAtAnOrderlyEnd(
      standstill: Standstill, end: (order: String, code: CInt)
    ) throws {
      let terminal = try probe()
      bring(terminal, to: standstill)
      _ = terminal.pty.write(Array("\u{1B}[200~\(end.order)\u{1B}[201~".utf8))
      #expect(try terminal.waitForEndUnread() == .exited(end.code))
      #expect(terminal.keptBack == [])
    }

    private func bring(_ terminal: EmulatedTerminal, to standstill: Standstill) {
      switch standstill {
      case .stopped: terminal.pty.stop()
      case .full: terminal.pty.fill()
      }
    }

    /// Started by a shell that limits what it may have.
    private func limitedProbe(_ limit: String) throws -> EmulatedTerminal {
      let terminal = try EmulatedTerminal(
        "/bin/sh", ["-c", "ulimit \(limit); exec \"$0\"", BuiltProgram.path("TerminalProbe")],
        size: Size(width: 100, height: 24))
      try terminal.waitUntil { $0.text.contains("probe 100x24") }
      return terminal
    }

    @Test(arguments: [
      (
        "-v 600000", "exhaust",
        "there is not enough memory; give it more (ulimit -v), or a smaller graph"
      ),
      ("-s 1024", "overflow", "the stack is too small; give it more (ulimit -s 8192)"),
    ])
    func aShortageGivesTheTerminalBackAndSaysSo(
      limit: String, order: String, says: String
    ) throws {
      let terminal = try limitedProbe(limit)
      terminal.paste(order)
      #expect(try terminal.waitForEnd() == .exited(3))
      #expect(terminal.keptBack == [])
      #expect(terminal.text.split(separator: "\n") == ["backprop: \(says)"])
    }

    @Test(arguments: [4, 5])
    func aTerminalThatCannotBeOpenedForWantOfDescriptorsSaysSo(count: Int) throws {
      let terminal = try EmulatedTerminal(
        "/bin/sh",
        ["-c", "ulimit -n \(count); exec \"$0\"", BuiltProgram.path("TerminalProbe")],
        size: Size(width: 120, height: 5))
      #expect(try terminal.waitForEnd() == .exited(2))
      #expect(
        terminal.text == "the terminal cannot be opened: too many open files; "
          + "allow more (ulimit -a), or use --plain")
    }
  }
#endif
