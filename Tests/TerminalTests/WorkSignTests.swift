#if canImport(CVTerm)
  import Foundation
  import Testing
  import TextScreen

  /// The line that says that a long computation goes on.
  @Suite struct WorkSignTests {
    /// More work than anybody waits for, with its results elsewhere.
    private static let work =
      "'\(BuiltProgram.path("backprop"))' solve --json --whole $(for i in $(seq 3000); do echo x$i=1; done) "
      + "\"J = 1 $(for i in $(seq 3000); do printf '* x%d ' $i; done)\" > /dev/null"

    @Test func longWorkShowsASignAndCtrlCEndsItAndTakesTheSignAway() throws {
      let terminal = try shell()
      terminal.type("\(WorkSignTests.work)\r")
      try terminal.waitUntil { $0.text.contains("working, 1 s; Ctrl-C ends it") }
      terminal.press(.control("c"))
      try terminal.waitUntil { $0.text.hasSuffix("\nshell>") }
      #expect(!terminal.text.contains("working"))
      terminal.type("echo status $?\r")
      try terminal.waitUntil { $0.text.contains("status 130") }
    }
  }
#endif
