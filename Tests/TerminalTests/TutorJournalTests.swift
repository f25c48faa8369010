#if canImport(CVTerm)
  import Foundation
  import Testing
  import TextScreen

  /// The journal of the built tutor where it cannot be written, is written by two, or was damaged.
  @Suite struct TutorJournalTests {
    @Test func aFullDiskIsSaidAndWhatItRefusedIsWrittenWhenThereIsRoom() throws {
      let home = try TemporaryFolder()
      let terminal = try lesson(home.writeTwoNodes(), in: home, options: ["--page", "2"])
      try terminal.waitUntil { $0.text.contains("a: what is its value?") }
      try answer("11", in: terminal, says: "a = 11 is right")
      let length = try Data(contentsOf: URL(filePath: home.journal)).count
      terminal.process.limitFiles(to: length + 10)
      try answer("121", in: terminal, says: "J = 121 is right")
      #expect(terminal.lines[1].hasPrefix("─ your answers are not being saved: no space left"))
      try answer("22", in: terminal, says: "dJ/da = 22 is right")
      #expect(terminal.lines[1].hasPrefix("─ your answers are not being saved: file too large"))
      #expect(try journal(in: home) == ["a 11 right"])

      terminal.process.limitFiles(to: nil)
      try answer("3", in: terminal, says: "da/dw = 3 is right")
      #expect(!terminal.text.contains("not being kept"))
      let kept = ["a 11 right", "J 121 right", "dJ/da 22 right", "da/dw 3 right"]
      #expect(try journal(in: home) == kept)
      try answer("66", in: terminal, says: "dJ/dw = 66 is right")

      terminal.process.kill()
      let next = try lesson(home.writeTwoNodes(), in: home)
      try next.waitUntil { $0.text.contains("forward 2/2 · backward 3/3") }
    }

    @Test func aDiskThatIsFullFromTheStartIsSaidAndTheLessonGoesOn() throws {
      let terminal = try EmulatedTerminal(
        "/bin/sh",
        ["-c", "ulimit -f 0; exec \"$0\" \"$@\"", BuiltProgram.path("backprop")] + twoNodesFormulas)
      try terminal.waitUntil {
        $0.text.contains("your answers are not being saved: file too large, in")
      }
      for (typed, name) in [("11", "a"), ("121", "J"), ("22", "dJ/da"), ("3", "da/dw")] {
        try answer(typed, in: terminal, says: "\(name) = \(typed) is right")
      }
      try answer("66", in: terminal, says: "The graph is done: 5 of 5")
      #expect(terminal.lines[1].hasPrefix("─ your answers are not being saved: file too large, in"))
      terminal.press(.function(10))
      #expect(try terminal.waitForEnd() == .exited(0))
      #expect(try journal(of: terminal) == [])
    }

    @Test func aReplayedSessionEndsAsItsScreenDid() throws {
      let home = try TemporaryFolder()
      let terminal = try lesson(home.writeTwoNodes(), in: home, options: ["--page", "2"])
      try terminal.waitUntil { $0.text.contains("a: what is its value?") }
      try answerInEveryWay(terminal)
      terminal.press(.function(5))
      try terminal.waitUntil { $0.text.contains("undone") }
      terminal.press(.function(6))
      try terminal.waitUntil { $0.text.contains("redone") }
      let header = terminal.lines[0]
      terminal.press(.function(10))
      #expect(try terminal.waitForEnd() == .exited(0))
      #expect(header.contains("forward 1/2 · backward 2/3"))
      let commands =
        "\"$0\" replay ~/.local/state/backprop/journal.jsonl --lessons ~ >~/own.test && "
        + "\"$0\" test ~/own.test --lessons ~"
      let replayed = try EmulatedTerminal(
        "/bin/sh", ["-c", commands, BuiltProgram.path("backprop")],
        environment: ["HOME": home.path])
      try replayed.waitUntil { $0.text.contains("1 passed, 0 failed") }
      let script = try String(contentsOfFile: "\(home.path)/own.test", encoding: .utf8)
      let end = [
        "expect a right", "expect J wrong arithmetic", "expect dJ/da close", "expect da/dw right",
        "expect dJ/dw empty", "expect score 3/5",
      ]
      #expect(script.contains(end.joined(separator: "\n")), "\(script)")
    }

    @Test func aHomeThatCanBeWrittenAgainGetsEveryAnswer() throws {
      let home = try TemporaryFolder()
      let files = FileManager.default
      try files.createSymbolicLink(
        atPath: "\(home.path)/.local", withDestinationPath: "\(home.path)/elsewhere")
      let terminal = try lesson(home.writeTwoNodes(), in: home, options: ["--page", "2"])
      try terminal.waitUntil { $0.text.contains("your answers are not being saved: no such file") }
      try answer("11", in: terminal, says: "a = 11 is right")
      try files.createDirectory(
        atPath: "\(home.path)/elsewhere", withIntermediateDirectories: false)
      try answer("121", in: terminal, says: "J = 121 is right")
      #expect(!terminal.text.contains("not being kept"))
      #expect(try journal(in: home) == ["a 11 right", "J 121 right"])
    }

    /// Both write as fast as they can; no line is lost, none is mixed, and each session's are in order.
    @Test func twoSessionsThatWriteAtTheSameMomentBothKeepEveryAnswer() throws {
      let home = try TemporaryFolder()
      let path = try home.writeTwoNodes()
      let sessions = try (0..<2).map { _ in try lesson(path, in: home, options: ["--page", "2"]) }
      for session in sessions {
        try session.waitUntil { $0.text.contains("a: what is its value?") }
      }
      let numbers = (0..<60).map { [1000 + $0, 2000 + $0] }
      for number in numbers {
        for (session, typed) in zip(sessions, number) { session.type("\(typed)\r") }
      }
      for (session, typed) in zip(sessions, numbers[59]) {
        try session.waitUntil { $0.text.contains("\(typed) ✗") }
      }
      let lines = try String(contentsOfFile: home.journal, encoding: .utf8)
        .split(separator: "\n")
      let kept = try journal(in: home)
      #expect(lines.count == kept.count + sessions.count)
      for session in 0..<2 {
        #expect(
          kept.filter { $0.hasPrefix("a \(session + 1)") }
            == numbers.map { "a \($0[session]) wrong" })
      }
      #expect(kept.count == 120)
    }

    /// What a file system may leave of a line at a power cut: a part of it, nothing, or zeros.
    @Test(arguments: [#"{"time": "2026-01-01T00:00:00.000Z", "sess"#, "\u{0}\u{0}\u{0}", "{", ""])
    func whatAPowerCutLeavesIsSkippedAndKept(rest: String) throws {
      let home = try TemporaryFolder()
      let first = try lesson(home.writeTwoNodes(), in: home, options: ["--page", "2"])
      try first.waitUntil { $0.text.contains("a: what is its value?") }
      try answer("11", in: first, says: "a = 11 is right")
      first.process.kill()
      let whole = try String(contentsOfFile: home.journal, encoding: .utf8)
      try (whole + rest).write(toFile: home.journal, atomically: false, encoding: .utf8)
      let second = try lesson(home.writeTwoNodes(), in: home)
      try second.waitUntil { $0.text.contains("11 ✓") }
      try answer("121", in: second, says: "J = 121 is right")
      second.process.kill()
      let third = try lesson(home.writeTwoNodes(), in: home)
      try third.waitUntil { $0.text.contains("11 ✓") && $0.text.contains("121 ✓") }
      #expect(
        try String(contentsOfFile: home.journal, encoding: .utf8).hasPrefix("\(whole)\(rest)"))
    }
  }
#endif
