#if canImport(CVTerm)
  import Foundation
  import Testing
  import TextScreen

  /// A lesson for marks asks once who works on it.
  @Suite(.timeLimit(.minutes(2))) struct AskedNameTests {
    @Test func theNameIsAskedOnceAndKept() throws {
      let home = try TemporaryFolder()
      let path = "\(home.path)/graded.md"
      let text =
        "# T\n\n```graded\n```\n\n```graph\nparameter w = 3 in 2..9\nJ = w^2\n```\n\n```fill\nJ\n```\n"
      try text.write(toFile: path, atomically: false, encoding: .utf8)
      let first = try EmulatedTerminal(
        "backprop", ["learn", path], environment: ["HOME": home.path])
      try first.waitUntil { $0.text.contains("Your name, as your instructor knows it") }
      first.type("Ada L\r")
      try first.waitUntil { $0.text.contains("J: what is its value?") }
      first.press(.function(10))
      _ = try first.waitForEnd()
      let journal = try String(
        contentsOfFile: "\(home.path)/.local/state/backprop/journal.jsonl", encoding: .utf8)
      #expect(Set(journal.matches(of: /"learner": "([^"]*)"/).map { String($0.1) }) == ["Ada L"])
      let again = try EmulatedTerminal(
        "backprop", ["learn", path], environment: ["HOME": home.path])
      try again.waitUntil { $0.text.contains("J: what is its value?") }
      #expect(!again.text.contains("Your name"))
      again.press(.function(10))
      _ = try again.waitForEnd()
    }
  }
#endif
