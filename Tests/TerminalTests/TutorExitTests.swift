#if canImport(CVTerm)
  import Foundation
  import Testing
  import TextScreen

  /// With which status the built tutor ends on a screen: only work to be handed in is finished or not.
  @Suite struct TutorExitTests {
    private func lesson(_ feedback: String, in home: TemporaryFolder) throws -> EmulatedTerminal {
      let text = """
        # Graded

        \(feedback)

        ```graph
        parameter w = 3
        J = 2w
        ```

        ```fill
        J
        ```
        """
      let path = "\(home.path)/graded.md"
      try text.write(toFile: path, atomically: false, encoding: .utf8)
      let terminal = try EmulatedTerminal(
        "backprop", ["learn", path, "--learner", "ada"], environment: ["HOME": home.path])
      try terminal.waitUntil { $0.text.contains("J: what is its value?") }
      return terminal
    }

    private static func graded(_ feedback: String) -> String {
      "```graded\nfeedback: \(feedback)\n```"
    }

    private static let silent = graded("none")

    private func handIn(_ terminal: EmulatedTerminal) throws {
      terminal.type("?k")
      try terminal.waitUntil { $0.text.contains("handed in and marked") }
    }

    private func status(of terminal: EmulatedTerminal) throws -> ChildProcess.Ending {
      terminal.press(.function(10))
      return try terminal.waitForEnd()
    }

    @Test func workThatWasOnlyLookedAtIsUnfinished() throws {
      let home = try TemporaryFolder()
      #expect(try status(of: lesson(Self.silent, in: home)) == .exited(1))
    }

    @Test func workThatWasAnsweredAndNotHandedInIsUnfinished() throws {
      let home = try TemporaryFolder()
      let terminal = try lesson(Self.silent, in: home)
      try answer("6", in: terminal, says: "noted: J = 6")
      #expect(try status(of: terminal) == .exited(1))
    }

    @Test(arguments: ["6", "7"])
    func workThatWasHandedInIsFinishedNowAndLater(typed: String) throws {
      let home = try TemporaryFolder()
      let terminal = try lesson(Self.silent, in: home)
      try answer(typed, in: terminal, says: "noted: J = \(typed)")
      try handIn(terminal)
      #expect(try status(of: terminal) == .exited(0))
      let again = try EmulatedTerminal(
        "backprop", ["learn", "\(home.path)/graded.md", "--learner", "ada"],
        environment: ["HOME": home.path])
      try again.waitUntil { $0.text.contains("marked") }
      #expect(try status(of: again) == .exited(0))
    }

    @Test(arguments: ["", graded("reason"), graded("verdict")])
    func aLessonThatSaysWhatItThinksMayBeLeft(feedback: String) throws {
      let home = try TemporaryFolder()
      #expect(try status(of: lesson(feedback, in: home)) == .exited(0))
    }

    @Test func anExamThatWasLeftIsUnfinished() throws {
      let terminal = try EmulatedTerminal("backprop", ["exam", "1-1", "--seed", "1"])
      try terminal.waitUntil { $0.text.contains("an exam") }
      #expect(try status(of: terminal) == .exited(1))
    }
  }
#endif
