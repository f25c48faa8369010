import Foundation
import Testing

/// The page for instructors: every command in it, run as it stands.
@Suite struct InstructorsPageTests {
  private static func page() throws -> [String] {
    try ProgramRun(["help", "instructors"]).output
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The fenced block that is marked so.
  private static func block(_ mark: String, in page: [String]) -> String {
    page.drop { $0 != "```\(mark)" }.dropFirst().prefix { $0 != "```" }.joined(separator: "\n")
  }

  @Test func everyCommandRunsAsItStands() throws {
    let page = try InstructorsPageTests.page()
    let folder = try TemporaryFolder()
    let environment = ["HOME": folder.path]
    func run(_ mark: String, input: String = "") throws -> ProgramRun {
      let block = InstructorsPageTests.block("sh \(mark)", in: page)
      #expect(block.contains("backprop"))
      let run = try ProgramRun(
        ["-eu", "-c", block], of: "/bin/sh", in: folder.path, input: input,
        environment: environment)
      #expect(run.status == 0, "\(block)\n\(run.output)\(run.errors)")
      return run
    }
    #expect(try run("write").output.hasPrefix("chain.md is written"))
    // What the page says is to be put below the title.
    let terms = InstructorsPageTests.block("graded", in: page)
    let path = "\(folder.path)/chain.md"
    let lesson = try String(contentsOfFile: path, encoding: .utf8)
    let title = try #require(lesson.firstRange(of: "\n\n"))
    try folder.write(
      "chain.md",
      lesson.replacingCharacters(in: title, with: "\n\n```graded\n\(terms)\n```\n\n"))
    #expect(try run("check").output == "1 lesson checked, nothing wrong\n1 passed, 0 failed\n")
    let learned = try run("learn", input: "6\n3\n4.5\nd\nd\n")
    #expect(learned.output.contains("this lesson is graded: "))
    #expect(learned.output.hasSuffix("ada.md is written; hand it in as it is\n"))
    let marked = try run("mark")
    #expect(marked.output.contains("ada      4/4    75 %       1"))
    #expect(marked.errors == "")
    let table = try String(contentsOfFile: "\(folder.path)/class.csv", encoding: .utf8)
    #expect(table.contains("ada,chain,"))
    #expect(try run("marks").errors == "note: 1 page of feedback in feedback\n")
    let canvas = try String(contentsOfFile: "\(folder.path)/canvas.csv", encoding: .utf8)
    #expect(canvas.contains("Ada Lovelace,,,ada,,4\r\n"))
    #expect(try run("replay").output == "1 passed, 0 failed\n")
    let blocks = page.filter { $0.hasPrefix("```sh ") }
    #expect(blocks == ["write", "check", "learn", "mark", "marks", "replay"].map { "```sh \($0)" })
  }

  @Test func theLinesOfHandInsAreTakenOutAsThePageOfTheJournalSays() throws {
    let page = try ProgramRun(["help", "journal"]).output
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let folder = try TemporaryFolder()
    try folder.write("handed-in/a.md", "# Work\n\n```jsonl\n{\"a\": 1}\n{\"a\": 2}\n```\n{no}\n")
    let run = try ProgramRun(
      ["-eu", "-c", InstructorsPageTests.block("sh lines", in: page)], of: "/bin/sh",
      in: folder.path)
    #expect(run.errors == "" && run.status == 0)
    #expect(
      try String(contentsOfFile: "\(folder.path)/class.jsonl", encoding: .utf8)
        == "{\"a\": 1}\n{\"a\": 2}\n")
  }
}
