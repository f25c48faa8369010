import Foundation
import LessonSolving
import Testing

/// Work on a lesson whose file gets another name, as browsers give it to a second copy.
@Suite struct RenamedLessonsTests {
  private static let lesson = "# Home\n\n\(SampleBlocks.firstGraph)\n\n```fill\n```\n"

  private func run(
    _ words: [String], _ input: String = "", in folder: TemporaryFolder
  ) throws -> ProgramRun {
    try ProgramRun(
      words, in: folder.path, input: input,
      environment: ["XDG_STATE_HOME": "\(folder.path)/state"])
  }

  @Test(arguments: [
    ("homework (2).md", lesson, "Left with 2 of 5 done."),
    ("copy.md", lesson.replacing("\n", with: "\r\n"), "Left with 2 of 5 done."),
    ("marked.md", "\u{FEFF}" + lesson, "Left with 2 of 5 done."),
    ("other.md", lesson.replacing("# Home", with: "# Another"), "Left with 0 of 5 done."),
  ])
  func whatWasDoneIsFoundByTheBytes(name: String, bytes: String, left: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("homework.md", RenamedLessonsTests.lesson)
    try folder.write(name, bytes)
    _ = try run(["learn", "homework.md", "--plain"], "11\n121\n", in: folder)
    let again = try run(["learn", name, "--plain"], "?quit\n", in: folder)
    #expect(again.errors == "")
    #expect(again.output.hasSuffix("\(left)\n"), "\(again.output)")
    #expect(!again.output.contains("edited"))
    #expect(again.output.contains("Welcome back") == left.contains("2 of"))
  }

  @Test func workUnderBothNamesIsOne() throws {
    let folder = try TemporaryFolder()
    try folder.write("homework.md", RenamedLessonsTests.lesson)
    try folder.write("homework (2).md", RenamedLessonsTests.lesson)
    _ = try run(["learn", "homework.md", "--plain"], "11\n", in: folder)
    _ = try run(["learn", "homework (2).md", "--plain"], "121\n", in: folder)
    let first = try run(["learn", "homework.md", "--plain"], "?quit\n", in: folder)
    #expect(first.output.hasSuffix("Left with 2 of 5 done.\n"), "\(first.output)")
    let handIn = try run(["hand-in", "homework (2).md"], in: folder)
    #expect(handIn.output.contains("| 2 of 5 |"), "\(handIn.output)")
  }
}
