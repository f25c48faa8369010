import Lessons
import Testing

/// Lessons that are made to be slow to read: each gets a clear error, in bounded time.
@Suite(.timeLimit(.minutes(10))) struct LessonLimitsTests {
  /// What is wrong with a lesson whose one graph has some lines.
  func errors(_ lines: some Sequence<String>) -> [String] {
    let text = "# T\n\n```graph\n\(lines.joined(separator: "\n"))\n```\n"
    do throws(LessonFailure) {
      _ = try Lesson(utf8: Array(text.utf8), name: "hostile")
      return []
    } catch {
      return error.report(file: "f").split(separator: "\n").map(String.init)
    }
  }

  /// A chain of sums, each of the one before and a number.
  func chain(_ count: Int) -> [String] {
    ["parameter a0 = 1"] + (1..<count).map { "a\($0)=a\($0 - 1)+1" }
  }

  @Test func aThousandQuantitiesAreAGraph() {
    #expect(errors(chain(1000)) == [])
  }

  @Test func aGraphOfAHundredThousandNodesIsRefused() {
    #expect(
      errors(chain(100_000)) == [
        "f:3:4: the graph has 100000 quantities; a lesson's graph has at most 1000 quantities "
          + "and 4000 wires"
      ])
  }

  @Test func aGraphOfAMillionNodesIsRefused() {
    #expect(
      errors(chain(1_000_000)) == [
        "f:1:1: the file has 17777802 bytes; split it into lessons of at most 4000000"
      ])
  }

  @Test func aGraphOfTooManyWiresIsRefused() {
    let lines = (1..<100).map { node in
      "a\(node) = " + (0..<node).map { "a\($0)" }.joined(separator: " + ")
    }
    #expect(
      errors(["parameter a0 = 1e-9"] + lines) == [
        "f:3:4: the graph has 4950 wires; a lesson's graph has at most 1000 quantities "
          + "and 4000 wires"
      ])
  }

  @Test(arguments: [("(", "206"), ("-", "206"), ("w^", "407"), ("sin(", "809")])
  func aFormulaNestedTooDeeplyIsRefused(opening: String, column: String) {
    let formula = String(repeating: opening, count: 100_000) + "w"
    #expect(
      errors(["parameter w = 1", "J = \(formula)"]) == [
        "f:5:\(column): nested more than 200 deep; break the formula into several"
      ])
  }

  @Test func aSumOfAHundredThousandTermsIsRead() {
    let sum = String(repeating: "w + ", count: 100_000) + "w"
    #expect(errors(["parameter w = 1", "J = \(sum)"]) == [])
  }

  @Test func aLongCycleIsNamedInPart() {
    let lines = (0..<1000).map { "a\($0) = a\(($0 + 1) % 1000)" }
    #expect(
      errors(lines) == [
        "f:3:4: 'a0' is computed from itself: "
          + (0..<10).map { "a\($0) → " }.joined() + "… → a0; break the circle"
      ])
  }

  @Test func aHundredThousandUnknownNamesAreNamedInPart() {
    let names = (0..<100_000).map { "n\($0)" }
    #expect(
      errors(["J = \(names.joined(separator: " + "))"]) == [
        "f:4:1: no number for " + (0..<20).map { "'n\($0)', " }.joined()
          + "…; add a line 'parameter n0 = NUMBER'"
      ])
  }

  @Test func namesOfAMegabyteAreComparedWithNone() {
    let name = String(repeating: "w", count: 1_000_000)
    #expect(
      errors(["parameter \(name)a = 1", "J = \(name)b"]).map { $0.prefix(20) } == [
        "f:5:1: no number for"
      ])
  }

  @Test func ofVeryManyErrorsTheFirstAreTold() {
    let lines = ["parameter w = 1"] + Array(repeating: "a = (", count: 900)
    let errors = errors(lines)
    #expect(errors.count == 201)
    #expect(errors.last == "f: and 1599 more")
  }

  /// What is wrong with a file of one part after the title, and many of another.
  private func errors(_ first: String = "", many part: String, _ count: Int) -> [String] {
    let text = "# T\n\n\(first)" + String(repeating: part, count: count)
    return LessonReading(utf8: Array(text.utf8), name: "hostile").errors
      .map { $0.report(file: "f") }
  }

  @Test(arguments: [
    ("```question\nask: So?\nnumber: 3\n```\n", ""),
    ("```race\n```\n", ""), ("```explore\n```\n", ""),
    ("```break-up\nparameter w = 3\nJ = w^2 + 1\n```\n", ""),
    ("```steps\n```\n", "```graph\nparameter w = 3\nJ = w^2\n```\n"),
  ])
  func tooManyBlocksAreRefusedAtTheFirstOfThem(block: String, before: String) {
    let length = block.split(separator: "\n").count
    let linesBefore = before.split(separator: "\n").count
    let line = 3 + linesBefore + (before.isEmpty ? 1000 : 999) * length
    #expect(
      errors(before, many: block, 80_000) == [
        "f:\(line):4: a lesson has at most 1000 blocks; split it into several lessons here"
      ])
  }

  @Test func tooManyPagesAreRefusedAtTheFirstOfThem() {
    #expect(
      errors(many: "## P\n\nx\n\n", 100_000) == [
        "f:2003:1: a lesson has at most 500 pages; split it into several lessons here"
      ])
    #expect(errors(many: "## P\n\nx\n\n", 500) == [])
  }

  @Test(arguments: [
    "*_", "_*", "**a *b* __c _d ", "[", "a ` ", "[a](b) ", "a\n", "- a\n", "> a\n\n",
  ])
  func aMillionMarksAreRefusedBeforeTheyAreRead(mark: String) {
    let errors = errors(many: mark, 1_000_000 / mark.utf8.count)
    #expect(errors.count == 1)
    #expect(
      errors.allSatisfy {
        $0.hasSuffix(
          ": a lesson has at most 100000 lines and marks such as * outside its blocks; "
            + "split it into several lessons here")
      })
  }

  @Test(arguments: ["```", "~~~~"])
  func linesOfCodeAreNotCounted(fence: String) {
    let code = "\(fence)text\n" + String(repeating: "a * b _ c\n", count: 100_000) + "\(fence)\n"
    #expect(errors(many: code, 1) == [])
  }

  @Test func aLargeGraphThatIsRepeatedIsRefusedWhereAllAreTooMany() {
    let graph = "```graph\n\(chain(1000).joined(separator: "\n"))\n```\n"
    #expect(
      errors(graph, many: "## P\n\n```graph again\n```\n", 30) == [
        "f:1083:10: a lesson has at most 20000 quantities in all its graphs; "
          + "split it into several lessons here"
      ])
  }
}
