#if canImport(CVTerm)
  import Foundation
  import Testing
  import TextScreen

  /// The built tutor, as a student meets it.
  @Suite struct TutorInTerminalTests {
    private func solve(_ terminal: EmulatedTerminal) throws {
      try answer("11", in: terminal, says: "a = 11 is right")
      try answer("121", in: terminal, says: "J = 121 is right")
      try answer("22", in: terminal, says: "dJ/da = 22 is right")
      try answer("3", in: terminal, says: "da/dw = 3 is right")
      try answer("66", in: terminal, says: "The graph is done: 5 of 5")
    }

    private static let blue = 12
    private static let green = 2
    private static let red = 1

    @Test func fiveAnswersAreRightInTheJournalAndColouredWhereTheyBelong() throws {
      let terminal = try twoNodes()
      try solve(terminal)
      #expect(
        try journal(of: terminal) == [
          "a 11 right", "J 121 right", "dJ/da 22 right", "da/dw 3 right", "dJ/dw 66 right",
        ])
      #expect(terminal.cell(of: "11 ✓")?.foreground == Self.blue)
      #expect(terminal.cell(of: "121 ✓")?.foreground == Self.blue)
      for text in ["22 ✓", "3 ✓", "66 ✓"] {
        let place = try #require(terminal.place(of: text), "\(text)")
        #expect(terminal.cell(at: place).foreground == Self.green, "\(text)")
      }
      #expect(terminal.text.contains("forward 2/2 · backward 3/3"))
    }

    @Test func aWrongAnswerIsRed() throws {
      let terminal = try twoNodes()
      try answer("12", in: terminal, says: "not yet: 12 is near")
      #expect(terminal.cell(of: "12 ✗")?.foreground == Self.red)
      #expect(try journal(of: terminal) == ["a 12 wrong"])
    }

    @Test(arguments: ["11abc", "1e400", "nan", "11,0", "abc", "((("])
    func nonsenseIsNeverRed(typed: String) throws {
      let terminal = try twoNodes()
      try answer(typed, in: terminal, says: "cannot read '\(typed)'")
      for row in 0..<24 {
        for column in 0..<80 {
          let cell = terminal.cell(at: Point(column: column, row: row))
          #expect(cell.foreground != Self.red, "\(column), \(row)")
        }
      }
      #expect(try journal(of: terminal) == ["a \(typed) unreadable"])
      try answer("11", in: terminal, says: "a = 11 is right")
    }

    @Test(arguments: ["22/2", " 11", "11.0", "1.1e1", "+11"])
    func whatTheLabCouldNotTakeIsTaken(typed: String) throws {
      let terminal = try twoNodes()
      try answer(typed, in: terminal, says: "a = 11 is right")
    }

    @Test func aMinusFromATypesetPageAndALeadingPointAreNumbers() throws {
      let terminal = try EmulatedTerminal("backprop", ["explore", "c = w/2", "J = c^2", "w=-8"])
      try terminal.waitUntil { $0.text.contains("c: what is its value?") }
      try answer("−4", in: terminal, says: "c = -4 is right")
      let half = try EmulatedTerminal("backprop", ["explore", "c = w/2", "J = c^2", "w=1"])
      try half.waitUntil { $0.text.contains("c: what is its value?") }
      try answer(".5", in: half, says: "c = 0.5 is right")
    }

    @Test func anEmptyEnterSaysWhatToGive() throws {
      let terminal = try twoNodes()
      terminal.press(.enter)
      try terminal.waitUntil { $0.text.contains("nothing typed; give a") }
      #expect(!FileManager.default.fileExists(atPath: "\(terminal.home.path)/none"))
      #expect(try journal(of: terminal) == [])
    }

    @Test func aPasteOfThreeLinesIsThreeAnswers() throws {
      let terminal = try twoNodes()
      terminal.paste("11\n121\n22\n")
      try terminal.waitUntil { $0.text.contains("dJ/da = 22 is right") }
      #expect(
        try journal(of: terminal) == ["a 11 right", "J 121 right", "dJ/da 22 right"])
    }

    @Test func theCursorIsInThePrompt() throws {
      let terminal = try twoNodes()
      terminal.type("12")
      try terminal.waitUntil { $0.text.contains("> 12") }
      #expect(terminal.isCursorVisible)
      #expect(terminal.cursor == Point(column: 6, row: 20))
      terminal.press(.left)
      try terminal.waitUntil { $0.cursor.column == 5 }
    }

    @Test func resizingKeepsEverything() throws {
      let terminal = try twoNodes()
      try answer("11", in: terminal, says: "a = 11 is right")
      terminal.type("12")
      try terminal.waitUntil { $0.text.contains("> 12") }
      terminal.resize(to: Size(width: 30, height: 8))
      try terminal.waitUntil { $0.text.contains("make the terminal larger") }
      terminal.resize(to: Size(width: 120, height: 40))
      try terminal.waitUntil { $0.text.contains("> 12") && $0.text.contains("11 ✓") }
    }

    @Test func aGraphThatMovesInItsViewIsSentAnewAndNotScrolled() throws {
      // So many boxes have no room above each other.
      let boxes = (1...9).map { "h\($0) = \($0) a" }
      let sum = (1...9).map { "h\($0)" }.joined(separator: " + ")
      let terminal = try EmulatedTerminal("backprop", ["explore"] + boxes + ["J = \(sum)", "a=2"])
      try terminal.waitUntil { $0.text.contains("h1: what is its value?") }
      for box in 1...9 {
        try answer("\(2 * box)", in: terminal, says: "h\(box) = \(2 * box) is right")
      }
      try answer("90", in: terminal, says: "J = 90 is right")
      let sent = String(decoding: terminal.received, as: UTF8.self)
      #expect(!sent.contains(/\u{1B}\[[0-9]*[ST]/))
      #expect(terminal.text.contains("h1 = 1a"))
    }

    @Test func withoutColoursMarksAndWordsRemain() throws {
      let terminal = try twoNodes(["NO_COLOR": "1"])
      try answer("12", in: terminal, says: "not yet: 12 is near")
      #expect(terminal.text.contains("12 ✗"))
      try answer("11", in: terminal, says: "a = 11 is right")
      #expect(terminal.text.contains("11 ✓"))
      for row in 0..<24 {
        for column in 0..<80 {
          #expect(terminal.cell(at: Point(column: column, row: row)).foreground == nil)
        }
      }
    }

    @Test func theMenuOpensALessonAndComesBack() throws {
      let terminal = try EmulatedTerminal("backprop")
      try terminal.waitUntil { $0.text.contains("Two nodes") }
      for _ in 1...2 { terminal.press(.down) }
      terminal.press(.enter)
      try terminal.waitUntil { $0.text.contains("page 1/9") }
      terminal.press(.function(8))
      try terminal.waitUntil { $0.text.contains("a: what is its value?") }
      terminal.press(.function(10))
      try terminal.waitUntil { $0.text.contains("A simple network") }
      terminal.type("q")
      #expect(try terminal.waitForEnd() == .exited(0))
      #expect(terminal.keptBack == [])
    }

    @Test func whereNothingCanBeWrittenTheLessonGoesOnAndSaysSo() throws {
      let terminal = try twoNodes(["XDG_STATE_HOME": "/proc/nowhere"])
      try terminal.waitUntil { $0.text.contains("your answers are not being saved") }
      try answer("11", in: terminal, says: "a = 11 is right")
    }

    @Test func withoutAJournalThereIsNoTrace() throws {
      let terminal = try EmulatedTerminal("backprop", twoNodesFormulas + ["--no-journal"])
      try terminal.waitUntil { $0.text.contains("a: what is its value?") }
      try answer("11", in: terminal, says: "a = 11 is right")
      #expect(!FileManager.default.fileExists(atPath: "\(terminal.home.path)/.local"))
    }

    @Test(arguments: ["F10", "? q"])
    func leavingGivesTheTerminalBack(way: String) throws {
      let terminal = try twoNodes()
      if way == "F10" { terminal.press(.function(10)) } else { terminal.type("?q") }
      #expect(try terminal.waitForEnd() == .exited(0))
      #expect(terminal.keptBack == [])
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGILL, SIGTRAP, SIGSEGV])
    func aSignalGivesTheTerminalBackAndKeepsEveryAnswer(signal: CInt) throws {
      let terminal = try twoNodes()
      try answer("11", in: terminal, says: "a = 11 is right")
      if signal == SIGINT { terminal.press(.control("c")) } else { terminal.process.send(signal) }
      #expect(try terminal.waitForEnd() == .signalled(signal))
      #expect(terminal.keptBack == [])
      #expect(try journal(of: terminal) == ["a 11 right"])
    }

    @Test func anAnswerIsOnDiskBeforeItIsColoured() throws {
      let terminal = try twoNodes()
      terminal.type("11")
      terminal.press(.enter)
      try terminal.waitUntil { terminal in
        guard terminal.text.contains("11 ✓") else { return false }
        terminal.process.kill()
        return true
      }
      #expect(try journal(of: terminal) == ["a 11 right"])
    }

    @Test func leavingInTheMiddleAndComingBackLosesNothing() throws {
      let home = try TemporaryFolder()
      let first = try lesson(in: home)
      try first.waitUntil { $0.text.contains("page 1/9") }
      first.press(.function(8))
      try first.waitUntil { $0.text.contains("a: what is its value?") }
      try answer("11", in: first, says: "a = 11 is right")
      try answer("120", in: first, says: "not yet: 120")
      first.process.kill()
      let second = try lesson(in: home)
      try second.waitUntil { $0.text.contains("welcome back; everything is as you left it") }
      #expect(second.text.contains("11 ✓"))
      #expect(second.text.contains("120 ✗"))
      #expect(second.text.contains("page 2/9"))
    }

    @Test func aTornLastLineIsSkippedAndKept() throws {
      let home = try TemporaryFolder()
      let folder = "\(home.path)/.local/state/backprop"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let good =
        #"{"learner": "\#(NSUserName())", "lesson": "two-nodes", "lessonHash": "x", "page": 2, "#
        + #""event": "fill", "entry": "a", "typed": "11"}"#
      let torn = #"{"learner": "x", "lesson": "two-no"#
      try "\(good)\n\(torn)".write(
        toFile: home.journal, atomically: false, encoding: .utf8)
      for _ in 0..<2 {
        let terminal = try lesson(in: home)
        try terminal.waitUntil { $0.text.contains("11 ✓") }
        terminal.press(.function(10))
        #expect(try terminal.waitForEnd() == .exited(0))
      }
      let text = try String(contentsOfFile: home.journal, encoding: .utf8)
      #expect(text.hasPrefix("\(good)\n\(torn)\n{"))
      #expect(text.hasSuffix("}\n"))
    }

    @Test func aCorruptJournalIsMovedAsideAndSaidSo() throws {
      let home = try TemporaryFolder()
      let folder = "\(home.path)/.local/state/backprop"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try "nonsense\n".write(
        toFile: home.journal, atomically: false, encoding: .utf8)
      let terminal = try lesson(in: home)
      try terminal.waitUntil { $0.text.contains("the journal could not be read") }
      #expect(
        try String(contentsOfFile: "\(home.journal).corrupt-1", encoding: .utf8)
          == "nonsense\n")
    }

    @Test func twoSessionsAtOnceBothKeepTheirEntries() throws {
      let home = try TemporaryFolder()
      let sessions = try [lesson(in: home), lesson(in: home)]
      for session in sessions {
        try session.waitUntil { $0.text.contains("page 1/9") }
      }
      for session in sessions {
        session.press(.function(8))
        try session.waitUntil { $0.text.contains("a: what is its value?") }
      }
      try answer("11", in: sessions[0], says: "a = 11 is right")
      sessions[1].press(.tab)
      try sessions[1].waitUntil { $0.text.contains("J: what is its value?") }
      try answer("121", in: sessions[1], says: "J = 121 is right")
      for session in sessions { session.process.kill() }
      let third = try lesson(in: home)
      try third.waitUntil { $0.text.contains("11 ✓") && $0.text.contains("121 ✓") }
    }

    @Test func theJournalIsForItsOwnerAlone() throws {
      let terminal = try twoNodes()
      let path = "\(terminal.home.path)/.local/state/backprop/journal.jsonl"
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }
#endif
