#if canImport(CVTerm)
  import Foundation
  import Testing
  import TextScreen

  /// Whatever ends or interrupts the built tutor, and whatever keeps its journal from being written.
  @Suite struct TutorEndingsTests {
    @Test func aStopWithAResizeMeanwhileLosesNothing() throws {
      let terminal = try shell()
      let command = ([BuiltProgram.path("backprop")] + twoNodesFormulas)
        .map { "'\($0)'" }.joined(separator: " ")
      terminal.type("\(command)\r")
      try terminal.waitUntil { $0.text.contains("a: what is its value?") }
      try answer("11", in: terminal, says: "a = 11 is right")
      terminal.type("12")
      try terminal.waitUntil { $0.text.contains("> 12") }
      terminal.press(.control("z"))
      try terminal.waitUntil { $0.text.contains("Stopped") && $0.text.hasSuffix("\nshell>") }
      #expect(terminal.keptBack == [])

      terminal.resize(to: Size(width: 100, height: 30))
      terminal.type("fg\r")
      let fresh = try twoNodes(size: Size(width: 100, height: 30))
      try answer("11", in: fresh, says: "a = 11 is right")
      fresh.type("12")
      try fresh.waitUntil { $0.text.contains("> 12") }
      try terminal.waitUntil { $0.lines == fresh.lines }

      try answer("1", in: terminal, says: "J = 121 is right")
      #expect(try journal(of: terminal) == ["a 11 right", "J 121 right"])
      terminal.press(.function(10))
      try terminal.waitUntil { !$0.isAlternateScreen && $0.text.hasSuffix("\nshell>") }
      #expect(terminal.keptBack == [])
    }

    enum Page: CaseIterable {
      case menu, text, graph

      /// What shows that the page is there.
      var sight: String {
        switch self {
        case .menu: "Back propagation, by doing it"
        case .text: "Read this first."
        case .graph: "a: what is its value?"
        }
      }

      func words(in home: TemporaryFolder) throws -> [String] {
        switch self {
        case .menu: []
        case .text: try ["learn", home.writeTwoNodes(), "--page", "1"]
        case .graph: try ["learn", home.writeTwoNodes(), "--page", "2"]
        }
      }
    }

    @Test(arguments: Page.allCases)
    func aTerminalThatVanishesSilentlyEndsTheProgram(page: Page) throws {
      let home = try TemporaryFolder()
      let terminal = try EmulatedTerminal(
        "/bin/sh",
        ["-c", "trap '' HUP; exec \"$0\" \"$@\"", BuiltProgram.path("backprop")]
          + page.words(in: home))
      try terminal.waitUntil { $0.text.contains(page.sight) }
      terminal.hangUp()
      #expect(try terminal.waitForEnd() == .signalled(SIGHUP))
    }

    @Test func aTerminalThatVanishesInTheMiddleOfAnswersLosesNone() throws {
      let terminal = try twoNodes()
      try answer("11", in: terminal, says: "a = 11 is right")
      terminal.hangUp()
      #expect(try terminal.waitForEnd() == .signalled(SIGHUP))
      #expect(try journal(of: terminal) == ["a 11 right"])
    }

    /// Each time that a process wakes up, the count of its voluntary switches grows. The life of another program
    /// is the time for which it has to sleep.
    @Test(arguments: Page.allCases)
    func atRestThePageUsesNoProcessorTime(page: Page) throws {
      let home = try TemporaryFolder()
      let resting = try EmulatedTerminal("backprop", page.words(in: home))
      try resting.waitUntil { try $0.text.contains(page.sight) && $0.process.isAsleep }
      let counts = ["voluntary_ctxt_switches", "nonvoluntary_ctxt_switches"]
      let before = try counts.map { try resting.process.status($0) }
      let other = try twoNodes()
      for (typed, name) in [("11", "a"), ("121", "J"), ("22", "dJ/da"), ("3", "da/dw")] {
        try answer(typed, in: other, says: "\(name) = \(typed) is right")
      }
      #expect(try counts.map { try resting.process.status($0) } == before)
      #expect(try resting.process.isAsleep)
    }
  }
#endif
