import BuiltInLessons
import Journals
import Lessons
import RandomNumbers
import Scripts
import TestSupport
import Testing

@Suite struct LessonTrialTests {
  /// What the free test finds wrong with a lesson.
  func findings(_ text: String) throws -> [String] {
    let lesson = try Lesson(utf8: Array(text.utf8), name: "l")
    return LessonTrial(lesson, source: .lesson(name: "l", hash: "h")).failures
      .map { $0.report(file: "l.md", again: "backprop test l.md") }
  }

  @Test(arguments: BuiltInLessons.files.map(\.name))
  func everyBuiltInLessonPassesTheFreeTest(name: String) throws {
    let file = try #require(BuiltInLessons.files.first { $0.name == name })
    #expect(try findings(String(decoding: file.bytes, as: UTF8.self)) == [])
  }

  @Test func everyOperationPassesTheFreeTest() throws {
    #expect(
      try findings(
        """
        # Operations

        ```graph
        parameter w = 0.7
        parameter b = -1.3
        data x = 2
        s = sigmoid(w x + b)
        t = tanh(s) + relu(b)
        u = exp(t) / sqrt(w^2 + 1)
        v = max(u, w) + min(s, t)
        y = ln(v + 4) + softplus(b) + abs(w)
        z = sin(y) cos(w) + tan(s) + step(w) + sign(b)
        J = z^3 - 1e-9 b + 12345.678 s
        ```

        ```fill
        ```
        """) == [])
  }

  /// Who computes what a hint says is never wrong, whatever the graph; nor is a right answer in any spelling.
  @Test(arguments: 0..<40)
  func onRandomGraphsHintsAndSpellingsLeadToRightAnswers(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var names = ["w", "v", "b"]
    var lines = names.map { name in
      "parameter \(name) = \(Double(random.next(below: 1900) + 100) / 317 - 3.2)"
    }
    let forms = [
      "A B", "A + B", "A - B", "1/2 (A - B)^2", "sigmoid(A B)", "tanh(A) + B", "relu(A) B",
      "ln(A^2 + 1) - B", "exp(-A^2/9) B", "max(A, B)", "A/(B^2 + 1)", "sqrt(A^2 + 2) B", "3A - 2",
      "-ln(sigmoid(A))", "A exp(A/3)", "sin(A) B", "softplus(A - B)", "abs(A) + 0.1B",
    ]
    for number in 1...5 {
      let pick = { (random: inout SplitMix64) in names[random.next(below: names.count)] }
      let form = forms[random.next(below: forms.count)]
      let (first, second) = (number == 5 ? names[names.count - 1] : pick(&random), pick(&random))
      let name = number == 5 ? "J" : "n\(number)"
      let formula = form.replacing("A", with: "P").replacing("B", with: " \(second) ")
        .replacing("P", with: " \(first) ")
      lines.append("\(name) = \(formula)")
      names.append(name)
    }
    let graph = "```graph\n\(lines.joined(separator: "\n"))\n```\n"
    let found = try findings("# Random\n\n\(graph)\n```fill\n```\n")
    #expect(
      found.filter { $0.contains("hint") || $0.contains("since it is the key") } == [], "\(graph)")
  }

  @Test func aHintThatLeadsToAnotherNumberIsFound() throws {
    #expect(
      try findings(
        """
        # Two numbers that nearly cancel

        ```graph
        parameter w = 0.12345678901234449
        a = 1e8 (w - 0.1234567890123)
        J = 2a
        ```

        ```fill
        ```
        """) == [
          """
          l.md:3: free test: the last hint on a
            expected: a hint that leads to it
            found: '100000000(w - 0.1234567890123) = 100000000(0.123456789012344 - 0.1234567890123); \
          what is that?', and 100000000(0.123456789012344 - 0.1234567890123) is wrong
            seed: 0
            again: backprop test l.md
          """
        ])
  }

  @Test func aQuestionThatCannotBeAnsweredIsFoundOnce() throws {
    let found = try findings(
      """
      # No answer

      ```graph
      parameter w = -1
      J = w^2
      ```

      ```question root
      ask: How much is it?
      number: ln(w)
      ```
      """)
    #expect(
      found.map { $0.split(separator: "\n").prefix(3).joined(separator: "\n") }
        == [
          "in any order", "forwards", "backwards",
        ].map {
          """
          l.md:1: free test: solving \($0)
            expected: everything accepted
            found: root of page 1 is not
          """
        })
  }

  @Test func aLessonThatAsksNothingHasNothingWrong() throws {
    #expect(try findings("# Only text\n\nRead this.\n") == [])
  }

  @Test func numbersThatWereTestedAreNotTestedAgain() throws {
    let graph =
      "```graph\nparameter w = 0.12345678901234449RANGE\na = 1e8 (w - 0.1234567890123)\nJ = 2a\n```\n"
    let text = "# T\n\(graph)```fill\n```\n"
    #expect(try findings(text.replacing("RANGE", with: "")).count == 1)
    // With a range each seed has its own numbers, of which those far from cancelling are well.
    #expect(try findings(text.replacing("RANGE", with: " in 0.1..9")).count == 1)
  }
}
