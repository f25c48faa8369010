import Lessons
import Testing
import Tutor

@Suite struct LessonCheckTests {
  func problems(_ text: String) throws -> [String] {
    let lesson = try Lesson(utf8: Array(text.utf8), name: "sample")
    let check = LessonCheck(lesson, source: .lesson(name: "sample", hash: "h")) { _ in
      .failure(ScriptRun.OpeningFailure("no such lesson"))
    }
    return (check.errors + check.notes).map { $0.report(file: "s.md") }
  }

  static let graph = "```graph\nparameter w = 3\na = 2 + 3w\nJ = a^2\n```\n"

  @Test func aSoundLessonHasNoProblem() throws {
    #expect(
      try problems(
        "# T\n\(Self.graph)\n`a = 11`, `dJ/dw = 66`, `dJ/dw = 3 * 22`, `q = 7`, `a = 2 + 3w`\n"
          + "```fill\n```\n```test\nfill a = 11\nexpect a right\n```\n") == [])
  }

  @Test func proseThatLiesIsTold() throws {
    #expect(
      try problems("# T\n\(Self.graph)\nSo `a = 11` and\n`dJ/dw = 67`.\n") == [
        "s.md:9:2: the text says dJ/dw = 67, but it is 66; correct the text or the graph"
      ])
  }

  @Test func aTestThatFailsIsTold() throws {
    #expect(
      try problems("# T\n\(Self.graph)```test\nfill a = 12\nexpect a right\n```\n") == [
        "s.md:9:1: 'expect a right' does not hold; a is wrong; the tutor said: not yet: 12 is not "
          + "a, the value of 2 + 3w"
      ])
  }

  @Test func anEntryThatIsNotThereIsTold() throws {
    #expect(
      try problems("# T\n\(Self.graph)```fill\nforward\n dJ/dq\n```\n") == [
        "s.md:9:2: no entry is called 'dJ/dq'; did you mean 'dJ/da'?"
      ])
  }

  @Test func aTestThatCannotBeReadIsTold() throws {
    #expect(
      try problems("# T\n\(Self.graph)```test\n\nfil a = 12\n```\n") == [
        "s.md:9:1: unknown verb 'fil'; did you mean 'fill'?"
      ])
  }

  @Test func aGraphThatPansIsANote() throws {
    let chain = (1...9).map { "a\($0) = a\($0 - 1) + 1" }.joined(separator: "\n")
    #expect(
      try problems("# T\n```graph\na0 = 1\n\(chain)\n```\n```fill\n```\n").map {
        $0.contains("pans at 80x24")
      }
        == [true])
  }
}
