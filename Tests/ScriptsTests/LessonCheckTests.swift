import Journals
import Lessons
import Scripts
import Sessions
import TestSupport
import Testing

@Suite struct LessonCheckTests {
  func problems(_ text: String) -> [String] {
    let lesson = LessonReading(utf8: Array(text.utf8), name: "sample")
    let check = LessonCheck(lesson, source: .lesson(name: "sample", hash: "h")) { _ in
      .failure(LookupFailure("no such lesson"))
    }
    return (check.errors + check.notes).map { $0.report(file: "s.md") }
  }

  static let graph = "```graph\nparameter w = 3\na = 2 + 3w\nJ = a^2\n```\n"

  @Test func aSoundLessonHasNoProblem() {
    #expect(
      problems(
        "# T\n\(Self.graph)\n```fill\n```\n```test\nfill a = 11\nexpect a right\n```\n\n## After\n\n"
          + "`a = 11`, `dJ/dw = 66`, `dJ/dw = 3 * 22`, `q = 7`, `a = 2 + 3w`\n") == [])
  }

  @Test func proseThatLiesIsTold() {
    #expect(
      problems("# T\n\(Self.graph)\nSo `a = 11` and\n`dJ/dw = 67`.\n") == [
        "s.md:9:2: the text says dJ/dw = 67, but it is 66; correct the text or the graph"
      ])
  }

  @Test func aTestThatFailsIsTold() {
    #expect(
      problems("# T\n\(Self.graph)```test\nfill a = 12\nexpect a right\n```\n") == [
        "s.md:9:1: 'expect a right' does not hold; a is wrong; the tutor said: not yet: 12 is nearly "
          + "right; compute 2 + 3 × 3 again"
      ])
  }

  @Test func anEntryThatIsNotThereIsTold() {
    #expect(
      problems("# T\n\(Self.graph)```fill\nforward\n dJ/dq\n```\n") == [
        "s.md:9:2: no entry is called 'dJ/dq'; did you mean 'dJ/da'?"
      ])
  }

  @Test func aTestThatCannotBeReadIsTold() {
    #expect(
      problems("# T\n\(Self.graph)```test\n\nfil a = 12\n```\n") == [
        "s.md:9:1: unknown verb 'fil'; did you mean 'fill'?"
      ])
  }

  @Test func aGraphThatPansIsANote() {
    let chain = (1...60).map { "a\($0) = a\($0 - 1) + 1" }.joined(separator: "\n")
    #expect(
      problems("# T\n```graph\na0 = 1\n\(chain)\n```\n```fill\n```\n") == [
        "s.md:2:4: the graph is 2376x4 and pans at 80x24; that may be as you want it"
      ])
  }

  @Test func aGraphWithoutAnySlopeIsANote() {
    func notes(_ w: Int, _ v: Int) -> [String] {
      problems(
        "# T\n```graph\nparameter w = \(w)\nparameter v = \(v)\na = relu(w)\nJ = a v\n```\n```fill\n```\n"
      )
    }
    #expect(
      notes(-3, 2) == [
        "s.md:2:4: all derivatives are 0 with these numbers, which teaches little; choose others"
      ])
    #expect(notes(3, 2) == [])
    #expect(notes(3, 0) == [])
  }

  @Test func whatIsWrongInOnePlaceHidesNothingInAnother() {
    #expect(
      problems(
        """
        # T

        ```graph
        parameter w = 3
        a = 2 + 3v
        J = a^2
        ```

        It is `a = 99`.

        ```fill
        dJ/dw
        hint: of nothing
        ```

        ```question
        ask: How much?
        number: 2w +
        ```

        ```nudge w
        times: many
        ```

        ## Two

        ```graph
        parameter w = 3
        J = w^2
        ```

        It is `J = 10`.

        ```fill
        dJ/dq
        wrong J = 9: no
        ```

        ```nudge q
        ```

        ```test
        fil J = 9
        fill J = 8
        expect J right
        ```

        ## Three

        ```graph again
        ```

        ```question
        ask: How much?
        number: q
        ```
        """) == [
          "s.md:5:1: no number for 'v'; add a line 'parameter v = NUMBER'",
          "s.md:13:1: which entry is the hint for? write hint dJ/da: and then the text",
          "s.md:18:13: the formula ends where a number, a name or '(' is expected; write the operand",
          "s.md:22:8: 'many' is not a number of nudges; write one from 1 to 20",
          "s.md:32:8: the text says J = 10, but it is 9; correct the text or the graph",
          "s.md:35:1: no entry is called 'dJ/dq'; did you mean 'dJ/dw'?",
          "s.md:36:11: '9' is accepted as right; name a wrong answer",
          "s.md:39:10: no quantity is called 'q'; there are w, J",
          "s.md:43:1: unknown verb 'fil'; did you mean 'fill'?",
          "s.md:55:9: unknown name 'q'; give it a value",
        ])
  }

  @Test func aTestIsNotRunWhereTheLessonIsWrong() {
    #expect(
      problems("# T\n\(Self.graph)\n`a = 12`\n```test\nexpect a right\n```\n") == [
        "s.md:8:2: the text says a = 12, but it is 11; correct the text or the graph"
      ])
  }

  @Test func whatStandsAboveAGraphThatCannotBeReadIsNotCheckedWithoutIt() {
    #expect(
      problems(
        "# T\n\(Self.graph)\n## B\n\n```question\nask: How much?\nnumber: 2w\n```\n\n```nudge w\n```\n\n"
          + "```fill\nwrong q = 2: no\n```\n\n```graph\nJ = 2 +\n```\n") == [
          "s.md:23:8: the formula ends where a number, a name or '(' is expected; write the operand"
        ])
  }

  @Test func pagesBelowAGraphThatCannotBeReadAreNotCheckedByTheOneBefore() {
    #expect(
      problems(
        "# T\n\(Self.graph)\n## B\n\n```graph\nJ = 2 +\n```\n\n`a = 12`\n\n```fill\nq\n```\n\n## C\n\n"
          + "```graph again\n```\n\n```steps\n```\n\n```cascade q\n```\n") == [
          "s.md:11:8: the formula ends where a number, a name or '(' is expected; write the operand"
        ])
  }
}
