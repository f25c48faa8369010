import Foundation
import LessonSolving
import Testing

/// Plain mode in the built program, with answers that come through a pipe.
@Suite struct PlainModeTests {
  /// What to type for a whole lesson, page by page.
  private static func answers(to lesson: String) throws -> [[String]] {
    var solver = try LessonSolver(lesson)
    while solver.solvePage() {}
    return solver.typed.map { page in
      // A formula of one's own is left again unexplored.
      page.flatMap { $0.contains(";") ? [$0, "?quit"] : [$0] }
    }
  }

  private static func learn(_ lesson: String, _ lines: [String]) throws -> ProgramRun {
    try ProgramRun(
      ["learn", lesson, "--no-journal"], input: lines.map { $0 + "\n" }.joined())
  }

  /// Nothing in a text moves a cursor, colours or draws.
  private static func expectPlain(_ output: String) {
    for line in output.split(separator: "\n") {
      let drawn = line.unicodeScalars.first { scalar in
        scalar.properties.generalCategory == .control || (0x2500...0x28FF).contains(scalar.value)
          || "✓✗▁".unicodeScalars.contains(scalar)
      }
      #expect(drawn == nil, "\(line)")
    }
  }

  @Test(arguments: LessonSolver.lessonNames)
  func everyLessonIsFinishedFromItsFirstPageToItsLast(lesson: String) throws {
    let pages = try Self.answers(to: lesson)
    let run = try Self.learn(lesson, Array(pages.joined(separator: [""])))
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(
      run.output.replacing("\n", with: " ").contains(
        "That was the last page. Enter sums up and leaves."))
    #expect(!run.output.contains("Wrong"))
    Self.expectPlain(run.output)
  }

  /// The lesson with the race is left out: a race takes its seconds, and it was run to its end above.
  @Test(arguments: LessonSolver.lessonNames.filter { $0 != "why-right-to-left" })
  func oneAnswerFewerIsNotEnough(lesson: String) throws {
    // Without empty lines, as answers come out of a file.
    var answers = try Self.answers(to: lesson).flatMap { $0 }
    if answers.last == "?quit" { answers.removeLast() }
    #expect(try Self.learn(lesson, answers.dropLast()).status == 1)
    #expect(try Self.learn(lesson, answers).status == 0)
  }

  /// In a lesson that is handed in everyone has numbers of their own, wherever it is opened from.
  @Test func theMenuOpensALessonWithTheLearnersOwnNumbers() throws {
    let folder = try TemporaryFolder()
    let lesson = """
      # Marked

      Text.

      ```graded
      ```

      ```graph
      parameter d = 3 in 2..9
      J = 1/2 d^2
      ```

      ```fill
      ```
      """
    try folder.write("00-marked.md", lesson)
    func numbers(_ learner: String, _ words: [String], _ input: String) throws -> String? {
      let run = try ProgramRun(
        words + ["--plain", "--no-journal", "--learner", learner, "--lessons", folder.path],
        input: input)
      return run.output.split(separator: "\n").first { $0.contains("d = ") }.map(String.init)
    }
    let learners = ["ada", "ben", "cleo", "dan"]
    let learned = try learners.map { try numbers($0, ["learn", "marked"], "") }
    let chosen = try learners.map { try numbers($0, [], "1\n") }
    #expect(learned == chosen)
    #expect(Set(learned.compactMap(\.self)).count > 1)
  }

  /// Conversations as a learner would have them, with mistakes and commands.
  @Test(arguments: ["plain-two-nodes", "plain-paths", "plain-menu"])
  func aConversationReadsAsStored(name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Transcripts/\(name).txt")
    let stored = try String(contentsOf: file, encoding: .utf8)
    // The first line is the command, and what was typed stands after `> `.
    let lines = stored.split(separator: "\n", omittingEmptySubsequences: false)
    let typed = lines.filter { $0.hasPrefix("> ") }.map { $0.dropFirst(2) + "\n" }.joined()
    let words = lines[0].split(separator: " ").dropFirst(2).map(String.init)
    let run = try ProgramRun(words, input: typed)
    let transcript = "\(lines[0])\n\(run.output)[\(run.status)]\n"
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try transcript.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("rewritten: \(name); read the change before you keep it")
      return
    }
    #expect(transcript == stored)
    #expect(run.errors == "")
  }

  @Test func whatWasDoneIsFoundAgain() throws {
    let state = try TemporaryFolder()
    func learn(_ input: String) throws -> ProgramRun {
      try ProgramRun(
        ["learn", "two-nodes"], input: input, environment: ["XDG_STATE_HOME": state.path])
    }
    #expect(try learn("a = 2 + 3w\nJ = a^2\n\n11\n").status == 1)
    let again = try learn("?list\n")
    #expect(again.output.contains("Welcome back; everything is as you left it."))
    #expect(again.output.contains("Page 2 of 9. Watch it once. 1 of 5 done here."))
    #expect(again.output.contains("1. a is 11, right.\n2. J is open."))
    let menu = try ProgramRun(
      ["--plain"], input: "?quit\n", environment: ["XDG_STATE_HOME": state.path])
    #expect(menu.output.contains("3. Two nodes. Begun, 1 of 20 done; about 15 minutes left."))
    #expect(menu.output.contains("Go on with 3, Two nodes."))
  }

  @Test func aFormulaOfOnesOwnIsExploredAndLeadsBack() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("mine.md", "# Mine\n\n```explore\n```\n")
    func learn(_ input: String) throws -> ProgramRun {
      try ProgramRun(["learn", path, "--no-journal"], input: input)
    }
    let run = try learn("J = w\nJ = w^2; w = 3\n9\n6\n\n")
    #expect(run.output.contains("Entry 2 of 2. dJ/dw, the derivative of J with respect to w."))
    #expect(run.output.contains("Left with 2 of 2 done.\nBack in Mine.\n"))
    #expect(run.status == 0)
    #expect(try learn("").status == 1)
  }

  @Test func aProblemIsPractisedLineByLine() throws {
    let words = ["practice", "chain", "--seed", "12", "--no-journal"]
    let first = try ProgramRun(words, input: "?show\n\n?where\n")
    #expect(first.output.hasPrefix("Practice.\n"))
    #expect(first.output.contains("skill: chain rule"))
    Self.expectPlain(first.output)
    #expect(first.status == 1)
    // With every answer shown the first problem is over, and the next one is begun by an answer, too.
    let shown = Array(repeating: "?show\n", count: 60).joined()
    let all = try ProgramRun(words, input: shown)
    #expect(all.status == 0)
    #expect(
      all.output.replacing("\n", with: " ").contains("Enter opens the next problem; ?quit leaves.")
    )
    let next = try ProgramRun(words, input: shown + "1\n")
    #expect(next.status == 1)
    #expect(next.output.contains("problem 13"))
  }

  @Test func randomBytesAreReadAndRefused() throws {
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<20_000).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    let folder = try TemporaryFolder()
    try Data(bytes).write(to: URL(filePath: "\(folder.path)/bytes"))
    let run = try ProgramRun(
      ["-c", "backprop learn two-nodes --no-journal < bytes"], of: "/bin/sh", in: folder.path)
    #expect(run.status == 0 || run.status == 1)
    #expect(
      !run.output.contains { $0.isASCII && $0 != "\n" && $0.asciiValue.map { $0 < 32 } ?? false })
  }

  @Test func aPasteOfTenThousandLinesIsTaken() throws {
    let run = try Self.learn("derivatives-by-nudging", Array(repeating: "5", count: 10_000))
    #expect(run.status == 1)
    #expect(run.output.split(separator: "\n").count { $0 == "> 5" } == 10_000)
    #expect(try Self.learn("two-nodes", [String(repeating: "9", count: 2_000_000)]).status == 1)
  }

  @Test(arguments: [
    (["learn", "nonesuch", "--plain"], 2), (["learn", "two-nodes", "--plain", "--page", "99"], 2),
    (["explore", "J = w +", "--plain"], 3), (["--plain"], 0),
    (["learn", "two-nodes", "--plain"], 1),
  ])
  func theStatusIsThatOfTheContract(words: [String], status: Int) throws {
    #expect(try Int(ProgramRun(words).status) == status)
  }
}
