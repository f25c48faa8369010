#if canImport(CVTerm)
  import Testing
  import TextScreen

  /// What a lesson asks beside entries, in the built tutor.
  @Suite struct TutorExercisesTests {
    private func page(_ number: Int, of lesson: String) throws -> EmulatedTerminal {
      try EmulatedTerminal("backprop", ["learn", lesson, "--page", "\(number)"])
    }

    @Test func aFormulaOfOnesOwnIsExploredAndLeadsBack() throws {
      let terminal = try page(6, of: "your-turn")
      try terminal.waitUntil { $0.text.contains("A formula with its numbers") }
      terminal.type("J = w^2")
      terminal.press(.enter)
      try terminal.waitUntil { $0.text.contains("no number for 'w'") }
      terminal.type("J = w^2; w = 3")
      terminal.press(.enter)
      try terminal.waitUntil { $0.text.contains("J: what is its value?") }
      terminal.type("9")
      terminal.press(.enter)
      try terminal.waitUntil { $0.text.contains("J = 9 is right") }
      terminal.press(.function(10))
      try terminal.waitUntil { $0.text.contains("A formula with its numbers") }
      #expect(terminal.text.contains("J = w^2; w = 3 ✓"))
      terminal.press(.function(10))
      #expect(try terminal.waitForEnd() == .exited(0))
    }

    @Test func theRaceRunsBetweenKeys() throws {
      let terminal = try page(7, of: "why-right-to-left")
      try terminal.waitUntil { $0.text.contains("Enter starts the race") }
      terminal.press(.enter)
      // The row of 100 nodes and 1,000 parameters.
      try terminal.waitUntil { $0.text.contains("1,100") }
      terminal.type("?")
      try terminal.waitUntil { $0.text.contains("All commands") }
      terminal.type("q")
      #expect(try terminal.waitForEnd() == .exited(0))
    }

    @Test func aDemonstrationGoesOnWithEnter() throws {
      let terminal = try page(2, of: "two-nodes")
      try terminal.waitUntil { $0.text.contains("Enter shows the next number") }
      for reason in [
        "a = 2 + 3w = 2 + 3 × 3 = 11", "J = a² = 11² = 121", "dJ/da = 2a = 2 × 11 = 22",
      ] {
        terminal.press(.enter)
        try terminal.waitUntil { $0.text.contains(reason) }
      }
      #expect(terminal.text.contains("22 !"))
    }
  }
#endif
