import Foundation
import Testing

@Suite struct ExamCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "mine.md",
      """
      # Mine

      ```graph
      parameter w = 3 in 2..9
      a = 2 + 3w
      J = a^2
      ```

      ```fill
      ```
      """)
    try folder.write("fixed.md", "# Fixed\n\nText.\n\n```graph\nw = 3\nJ = w^2\n```\n")
  }

  private func run(_ arguments: String..., input: String = "") throws -> ProgramRun {
    try ProgramRun(
      arguments, in: folder.path, input: input,
      environment: ["XDG_STATE_HOME": "\(folder.path)/state"])
  }

  private var journal: String {
    get throws {
      try String(contentsOfFile: "\(folder.path)/state/backprop/journal.jsonl", encoding: .utf8)
    }
  }

  @Test func whoHandsInHasStatus0AndWhoLeavesHas1() throws {
    #expect(try run("exam", "1-1", input: "5\n").status == 1)
    #expect(try run("exam", "1-1", input: "?quit\n").status == 1)
    #expect(try run("exam", "1-1", input: "?hand-in\n").status == 1)
    #expect(try run("exam", "1-1", input: "?hand-in\n?hand-in\n").status == 0)
  }

  @Test func anExamGoesOnWhereItWasLeftAndTheNextOneHasOtherNumbers() throws {
    #expect(try run("exam", "1-1", input: "5\n").output.contains("Exam 1-1, seed 1."))
    let second = try run("exam", "1-1", input: "?hand-in\n?hand-in\n").output
    #expect(second.contains("Welcome back: 1 of 7 are answered, and nothing is handed in yet."))
    #expect(second.contains("Exam 1-1, seed 1."))
    #expect(second.contains("\nTime: you took less than a minute.\n"))
    #expect(try run("exam", "1-1", input: "").output.contains("Exam 1-1, seed 2."))
    // Another subject, or another learner, has exams of their own.
    #expect(try run("exam", "2-1", input: "").output.contains("Exam 2-1, seed 1."))
    let other = try run("exam", "1-1", "--learner", "ada", input: "")
    #expect(other.output.contains("Exam 1-1, seed 1."))
    // What was handed in can be looked at.
    let review = try run("exam", "1-1", "--seed", "1", input: "?go 1\n")
    #expect(review.status == 0)
    #expect(review.output.contains("You typed 5"))
  }

  @Test func anotherExamFollowsWhereItIsWanted() throws {
    let run = try run("exam", "1-1", "--seed", "4", input: "?hand-in\n?hand-in\n?fresh\n1\n")
    #expect(run.output.contains("Exam 1-1, seed 5."))
    #expect(run.status == 1)
  }

  @Test func theJournalHasNoVerdictBeforeTheHandInAndReplaysAndMarks() throws {
    _ = try run("exam", "1-1", "--seed", "3", input: "5\nx\n7\n?undo\n8\n?hand-in\n?hand-in\n")
    let lines = try journal.split(separator: "\n")
    let fills = lines.filter { $0.contains("\"event\": \"fill\"") }
    #expect(fills.count == 4)
    #expect(fills.filter { $0.contains("verdict") }.count == 1)
    #expect(
      lines.last { $0.contains("\"event\": \"hand-in\"") }?.contains("\"verdict\": \"wrong\"")
        == true)
    let path = "\(folder.path)/state/backprop/journal.jsonl"
    let script = try run("replay", path)
    #expect(script.output.contains("\nexam 1-1 3\nfill z11 = 5\n"))
    #expect(script.output.contains("\nhand-in\n"))
    try folder.write("again.test", script.output)
    #expect(try run("test", "again.test").output == "1 passed, 0 failed\n")
    #expect(try run("grade", path).output.contains("0/7"))
    #expect(try run("hand-in").output.contains("| exam 1-1 3 |"))
  }

  @Test func anExamOnALessonHasItsGraphsAndOtherNumbers() throws {
    let run = try run("exam", "mine.md", input: "1\n?hand-in\n?hand-in\n")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("Exam on Mine.\n"))
    #expect(run.output.contains("Score: 0 of 5 right."))
    #expect(try self.run("exam", "two-nodes", "--no-journal", input: "").status == 1)
  }

  @Test(arguments: [
    ["1-1"], ["2-2-2"], ["2-2-2", "tanh"], ["2-4-1", "relu"], ["3-3"], ["two-nodes"], ["your-turn"],
  ])
  func anExamOfAnySizeIsDrawnForPaper(subject: [String]) throws {
    let paper = try ProgramRun(["exam"] + subject + ["--seed", "3", "--print"])
    #expect(paper.status == 0, "\(paper.errors)")
    #expect(paper.output.contains("─▶"))
    #expect(paper.output.contains("| 1 | `"))
  }

  @Test func anExamForPaperHasRoomForAnswersAndItsKeyHasThem() throws {
    let paper = try run("exam", "1-1", "--seed", "3", "--print").output
    let key = try run("exam", "1-1", "--seed", "3", "--print", "--key").output
    #expect(paper.hasPrefix("# Exam 1-1, seed 3\n"))
    #expect(key.hasPrefix("# Exam 1-1, seed 3: key\n"))
    let solved = try run("solve", "--json", "z11 = w111 x1 + b11", "J = 1/2 (y1 - z11)^2")
    #expect(solved.status == 3)
    let names = key.split(separator: "\n").filter { $0.hasPrefix("| 1") || $0.hasPrefix("| 7") }
    #expect(names == ["| 1 | `z11` | 13 |", "| 7 | `dJ/db11` | 5 |"])
    #expect(paper.contains("| 1 | `z11` | \u{A0} |"))
    #expect(!paper.contains("| 13 |"))
    // Nothing is left behind.
    #expect(throws: (any Error).self) { try journal }
  }

  @Test(arguments: [
    (["exam"], "an exam on what? name sizes such as 2-2-2, or a lesson"),
    (["exam", "nowhere"], "unknown lesson 'nowhere'"),
    (["exam", "2-0"], "write"), (["exam", "2-2", "foo"], "there is no activation 'foo'"),
    (["exam", "9-9-9"], "write one of at most 100"),
    (["exam", "2-8-1"], "would ask 117 answers; write one of at most 100"),
    (["exam", "two-nodes", "tanh"], "neither sizes nor a lesson"),
    (["exam", "2-2", "--key"], "--key goes with --print"),
    (["exam", "2-2", "--seed", "x"], "'x' is not a seed"),
    (["exam", "2-2", "--seed", "0"], "the seed of an exam is 1 at least"),
    (["exam", "fixed.md"], "'fixed' asks nothing of a graph that other numbers"),
  ])
  func whatIsNoExamIsRefused(arguments: [String], message: String) throws {
    let run = try ProgramRun(arguments, in: folder.path)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains(message))
  }
}
