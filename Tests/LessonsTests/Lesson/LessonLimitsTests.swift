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
}
