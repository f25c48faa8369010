import Journals
import Lessons
import Scripts
import Sessions
import Testing

/// What can be read and is not what its author means.
@Suite struct LessonSlipsTests {
  private func problems(_ text: String) -> [String] {
    let lesson = LessonReading(utf8: Array(text.utf8), name: "sample")
    let check = LessonCheck(lesson, source: .lesson(name: "sample", hash: "h")) { _ in
      .failure(LookupFailure("no such lesson"))
    }
    return (check.errors + check.notes).map { $0.report(file: "s.md") }
  }

  /// Eight lines, then what is tested from line 9 on.
  private func onPage(_ text: String) -> [String] {
    problems("# T\n\n```graph\nparameter w = 3\na = 2 + 3w\nJ = a^2\n```\n\n\(text)")
  }

  @Test(arguments: [
    ("```fill\nJ\nhint a: w times 3\n```\n", "11:6", "a"),
    ("```fill\nJ\nwrong a = 7: no\n```\n", "11:7", "a"),
    ("```fill\nbackward\nhint a: w times 3\n```\n", "11:6", "a"),
    (
      "```fill\ngiven forward\nbackward\nwrong dJ/dw = 2: no\nhint J: it is given\n```\n", "13:6",
      "J"
    ),
    (
      "```fill\nforward\nhint dJ/dw: no\n```\n\n## Next\n\n```fill\nbackward\n```\n", "11:6",
      "dJ/dw"
    ),
  ])
  func adviceOnWhatThePageDoesNotAskIsDead(text: String, place: String, name: String) {
    #expect(
      onPage(text) == [
        "s.md:\(place): this page does not ask for '\(name)', so that nobody reads this; ask for it, "
          + "or take the line away"
      ])
  }

  @Test(arguments: [
    ("```fill\nhint J: as `a = 12`\n```\n", "10:13"),
    ("```fill\nwrong J = 7: no, as `a = 12`\n```\n", "10:22"),
    ("```question\nask: What is a?\nnumber: a\nright: as `a = 12`\n```\n", "12:12"),
    ("```question\nask: What is a?\nnumber: a\nhint: as `a = 12`\n```\n", "12:11"),
    ("```question\nask: What is a?\nnumber: a\nwrong 7: as `a = 12`\n```\n", "12:14"),
  ])
  func aFalseClaimInAdviceIsOne(text: String, place: String) {
    #expect(
      onPage(text) == [
        "s.md:\(place): the text says a = 12, but it is 11; correct the text or the graph"
      ])
  }

  @Test(arguments: [
    "```fill\nhint J: as `a = 11`, `dJ/dw = 66`, `q = 5`, `a`\nwrong J = 22: `J = 22` is 2a\n```\n",
    "```question\nask: What is a?\nnumber: a\nwrong 12: `a = 12` is one more\nright: `a = 11`\n```\n",
  ])
  func whatIsTrueOrSaidOfTheWrongAnswerItselfIsNone(text: String) {
    #expect(onPage(text) == [])
  }

  @Test(arguments: [
    ("```fill\nhint J:\n```\n", "10:1: 'hint J:'"),
    ("```fill\nwrong J = 6:\n```\n", "10:1: 'wrong J = 6:'"),
    ("```question\nask: Q?\nnumber: a\nwrong 6:\n```\n", "12:1: 'wrong 6:'"),
    ("```question\nask: Q?\nnumber: a\nright:\n```\n", "12:1: 'right:'"),
    ("```question\nask: Q?\nnumber: a\nhint:  \n```\n", "12:1: 'hint:'"),
  ])
  func whatSaysNothingIsNamed(text: String, said: String) {
    #expect(onPage(text) == ["s.md:\(said) says nothing; write its text behind the colon"])
  }

  @Test(arguments: [
    ("ask: One?\nask: Two?\nnumber: a\n", "ask", 11),
    ("ask: One?\nright: x\nnumber: a\nright: y\n", "right", 13),
    ("ask: One?\nnumber: a\nwithin: 0.1\nwithin: 0.2\n", "within", 13),
  ])
  func whatStandsTwiceIsNamed(fields: String, word: String, line: Int) {
    #expect(
      onPage("```question\n\(fields)```\n") == [
        "s.md:\(line):1: '\(word)' stands here twice; write all of it behind one"
      ])
  }

  @Test(arguments: [("1000", true), ("11", true), ("10.9", false), ("0.1", false)])
  func aDistanceThatTakesInZeroIsTooLarge(within: String, isTold: Bool) {
    #expect(
      onPage("```question near\nask: Q?\nnumber: a\nwithin: \(within)\n```\n")
        == (isTold
          ? [
            "s.md:9:13: 'near' is 11 within \(within), so that 0 is right as well; write a smaller distance"
          ] : []))
  }

  @Test(arguments: [
    ("2wx + a", "11:11: unknown name 'wx'; did you mean 'w x'?"), ("3n", nil), ("2n + k", nil),
    ("2w", nil), ("w v", "11:12: unknown name 'v'; give it a value"),
  ])
  func aFormulaOfTheGraphHasNoOtherNames(formula: String, told: String?) {
    #expect(
      onPage("```question\nask: Q?\nformula: \(formula)\n```\n")
        == (told.map { ["s.md:\($0)"] } ?? []))
  }

  @Test(arguments: [
    ("fill J = 12\nfill dJ/dw = 66\nexpect dJ/dw right\n", ["13:1: 'fill J = 12'"]),
    ("fill J = x1\n", ["13:1: 'fill J = x1'"]),
    ("fill J = 12\nfill dJ/dw = 6\n", ["13:1: 'fill J = 12'", "14:1: 'fill dJ/dw = 6'"]),
    ("fill J = 12\nexpect J wrong\n", []), ("fill J = 12\nfill J = 121\nexpect J right\n", []),
    ("fill J = 12\nexpect score 0/2\n", []), ("fill J = 12\nundo\n", []),
    ("fill J = 12\nexpect message /not/\n", []), ("fill J = 121\n", []),
    ("fill J = 12\nfill dJ/dw = 66\n! expect J right\n", []),
  ])
  func aWrongAnswerInATestWantsAnExpectation(script: String, told: [String]) {
    #expect(
      onPage(
        "```fill\nJ\ndJ/dw\n```\n```test\n".replacing("```\n```test", with: "```\n```test") + script
          + "```\n")
        == told.map {
          "s.md:\(line($0, by: 1)) is not right, and nothing below expects so; write what is expected of it"
        })
  }

  /// The place with its line moved, as the block of what is asked has a line more.
  private func line(_ told: String, by count: Int) -> String {
    let parts = told.split(separator: ":", maxSplits: 1)
    return "\((Int(parts[0]) ?? 0) + count):\(parts[1])"
  }

  @Test(arguments: [
    (
      "# T\n\nText <!-- secret --> here.\n",
      "3:6: learners would read this comment as text; take it away"
    ),
    (
      "# T\n\nText.\n\n<!-- secret -->\n",
      "5:1: learners would read this comment as text; take it away"
    ),
    (
      "# T\n\nThe slope $\\frac{dJ}{dw}$.\n",
      "3:12: learners would read '\\frac' as it stands; write formulas as inline code, as in `a^2`"
    ),
    (
      "# T\n\nSo\nthe square $x^2$.\n",
      "4:12: learners would read '$x^2$' as it stands; write formulas as inline code, as in `a^2`"
    ),
    (
      "# T\n\nText.\n\n$$\nx\n$$\n",
      "5:1: learners would read '$$' as it stands; write formulas as inline code, as in `a^2`"
    ),
    ("# T\n\nText.\n\n##Next\n", "5:1: '##Next' is not a heading; write a blank after '##'"),
    (
      "## T\n\nText.\n", "1:1: the first heading is the title; write it with one '#', as in # Title"
    ),
    (
      "---\ntitle: x\n---\n\n# T\n\nText.\n",
      "1:1: learners would read the lines between '---' as text; begin with '# Title'"
    ),
    (
      "# T\n\n- one\n\n  ```fill\n  J\n  ```\n",
      "5:3: the block 'fill' stands in a list or a quote and is shown as code; put it on lines of its own, "
        + "without blanks before it"
    ),
    (
      "# T\n\n> ```graph\n> J = 3\n> ```\n",
      "3:3: the block 'graph' stands in a list or a quote and is shown as code; put it on lines of its own, "
        + "without blanks before it"
    ),
  ])
  func whatLearnersWouldOnlyReadIsTold(text: String, told: String) {
    #expect(problems(text).contains("s.md:\(told)"), "\(problems(text))")
  }

  @Test(arguments: [
    "It costs $5 and $6.", "`<!-- x -->` and `$x^2$` and `\\frac` are code.",
    "#5 is a number, C# a language.",
    "```text\n<!-- x --> $$ \\frac\n##No\n```", "---\n\nA rule.", "a < b and b > c",
    "    ```fill\n    x",
  ])
  func whatReadsWellIsNot(text: String) {
    #expect(problems("# T\n\n\(text)\n\n```question\nask: Q?\nnumber: 3\n```\n") == [])
  }

  @Test func aLessonForMarksAsksSomething() {
    #expect(
      problems("# T\n\n```graded\n```\n\n## P\n\nText.\n").first
        == "s.md:1:1: the lesson asks nothing that could be marked; add a 'fill' block")
    #expect(
      problems("# T\n\nText.\n\n## More\n\nText.\n") == [
        "s.md:1:1: the lesson asks nothing; a 'fill' or a 'question' block does"
      ])
  }

  @Test(arguments: [
    (
      "```graph\nparameter w = 3\nJ = w^2\n\n## P\n\nText.\n\n```fill\nJ\n```\n\nMore.\n",
      "3:4: the block 'graph'"
    ),
    (
      "```graph\nparameter w = 3\nJ = w^2\n```\n\n```fill\nJ\n\n```test\nfill J = 9\n```\n",
      "8:4: the block 'fill'"
    ),
    ("```graph\nparameter w = 3\nJ = w^2\n", "3:4: the block 'graph'"),
    (
      "```question\nask: Q?\nnumber: 3\n\n   ```question\nask: R?\nnumber: 4\n```\n",
      "3:4: the block 'question'"
    ),
  ])
  func aBlockThatIsNotClosedIsOneError(text: String, told: String) {
    #expect(problems("# T\n\n\(text)") == ["s.md:\(told) is never closed; end it with ```"])
  }

  @Test(arguments: [
    ("given forward\nbackward", "16:7", "a"), ("given J\nbackward", nil, ""),
    ("given local\nbackward", nil, ""), ("dJ/dw", nil, ""),
  ])
  func whatAPageBeforeAsksIsGivenToNobody(request: String, place: String?, name: String) {
    #expect(
      onPage("```fill\nforward\n```\n\n## Two\n\n```fill\n\(request)\n```\n")
        == (place.map {
          [
            "s.md:\($0): page 1 asks for '\(name)', so that it is given here only when it was found there; put "
              + "'graph again' above to give it to everybody"
          ]
        } ?? []))
    #expect(
      onPage(
        "```fill\nforward\n```\n\n## Two\n\n```graph again\n```\n\n```fill\n\(request)\n```\n")
        == [])
  }
}
