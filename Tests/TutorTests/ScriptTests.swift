import Lessons
import Testing
import Tutor

@Suite struct ScriptTests {
  /// What a script finds wrong; one with an error in it gives the error.
  func run(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    do throws(ScriptFailure) {
      let script = try Script(lines: lines)
      var run = ScriptRun { _ in .failure(ScriptRun.OpeningFailure("no such lesson")) }
      return run.run(script).map { $0.report(file: "s") }
    } catch {
      return error.errors.map { "\($0.line): \($0.message)" }
    }
  }

  static let opening = "explore a = 2 + 3w; J = a^2; w=3\n"

  @Test func theScriptOfTheContractPasses() {
    #expect(
      run(
        ScriptTests.opening + """
          # a comment
          fill a = 11
          expect a right
          fill dJ/dw = 22
          expect dJ/dw wrong
          undo
          expect dJ/dw empty
          expect score 1/5
          ! expect done
          expect message /undone/
          redo
          expect dJ/dw wrong
          restart
          expect score 0/5
          fill J = 121
          fill a = 11
          fill dJ/da = 2a
          fill da/dw = 3
          fill dJ/dw = 66.009
          expect dJ/dw close
          expect done
          """) == [])
  }

  @Test func aNetworkIsExploredByOneLine() {
    #expect(
      run(
        """
        explore network 1-1 linear; x1=3; w1_1_1=2; b1_1=1; y1=4
        fill a1_1 = 7
        fill e1 = 3
        fill J = 4.5
        expect J right
        fill dJ/de1 = e1
        fill dJ/da1_1 = 3
        fill dJ/dw1_1_1 = 9
        fill dJ/db1_1 = 3
        expect dJ/dw1_1_1 right
        expect dJ/db1_1 right
        """) == [])
    #expect(
      run("explore network 1-1 liner; x1=3") == [
        "s:1: explore network 1-1 liner; x1=3\n    network 1-1 liner\n                ^^^^^\n"
          + "  unknown word 'liner'; did you mean 'linear'?"
      ])
  }

  @Test(arguments: [
    ("expect a right", "s:2: expect a right\n  a is empty"),
    ("expect score 1/5", "s:2: expect score 1/5\n  the score is 0/5"),
    ("! expect score 0/5", "s:2: ! expect score 0/5\n  the score is 0/5"),
    ("expect done", "s:2: expect done\n  the score is 0/5"),
    ("expect page 2", "s:2: expect page 2\n  this is page 1"),
    ("! expect a empty", "s:2: ! expect a empty\n  a is empty"),
    (
      "fill a = 12\nexpect a wrong local-only",
      "s:3: expect a wrong local-only\n  a is wrong, but 'local-only' is not among its reasons; "
        + "there are none; the tutor said: not yet: 12 is not a, the value of 2 + 3w"
    ),
    (
      "fill a = 1x\nexpect a right",
      "s:3: expect a right\n  a is empty, last unreadable; the tutor said: cannot read '1x' at "
        + "character 2: 'x' is no number; give a number such as -4 or .5, or arithmetic such as 22/2"
    ),
    (
      "fill q = 1",
      "s:2: fill q = 1\n  no entry is called 'q'; there are a, J, dJ/da, da/dw, dJ/dw"
    ),
    (
      "fill dJ/dx = 1",
      "s:2: fill dJ/dx = 1\n  no entry is called 'dJ/dx'; did you mean 'dJ/da'?"
    ),
    ("page 2", "s:2: page 2\n  the lesson has pages 1 to 1, no page 2"),
    ("expect message /right/", "s:2: expect message /right/\n  the tutor said: "),
  ])
  func whatDoesNotHoldIsReportedWithItsLine(step: String, report: String) {
    #expect(run(ScriptTests.opening + step) == [report])
  }

  @Test func aScriptGoesOnAfterAnExpectationThatFails() {
    #expect(run(ScriptTests.opening + "expect a right\nexpect done\nexpect a empty").count == 2)
  }

  @Test(arguments: [
    ("fil a = 1", "1: unknown verb 'fil'; did you mean 'fill'?"),
    (
      "dance",
      "1: unknown verb 'dance'; a script knows lesson, explore, page, next, back, seed, undo, redo, "
        + "restart, fill, answer, hint, reveal, expect"
    ),
    ("fill a", "1: fill what with what? write fill ENTRY = ANSWER"),
    ("! fill a = 1", "1: '!' stands only before 'expect'; take it away"),
    ("page two", "1: 'two' is no page; write page 2"),
    ("undo it", "1: 'undo' takes nothing after it; take 'it' away"),
    ("expect message right", "1: 'right' is no pattern; write expect message /REGEX/"),
    ("expect message /(/", "1: '/(/' is no pattern; write expect message /REGEX/"),
    ("expect score 3", "1: write the score as expect score 3/5"),
    (
      "expect a blue",
      "1: cannot read 'expect a blue'; write expect ENTRY STATE with a state of empty, right, "
        + "close, wrong, unreadable, revealed"
    ),
    ("\n\n  fill", "3: fill what with what? write fill ENTRY = ANSWER"),
  ])
  func aLineThatCannotBeReadIsNamed(text: String, report: String) {
    #expect(run(text) == [report])
  }

  @Test func nothingCanBeFilledBeforeSomethingIsOpen() {
    #expect(
      run("fill a = 1")
        == ["s:1: fill a = 1\n  nothing is open; begin with lesson NAME or explore FORMULA"])
    #expect(run("lesson q") == ["s:1: lesson q\n  no such lesson"])
  }

  @Test func anEntryOfOnePathIsFilledByItsName() {
    #expect(
      run(
        """
        explore d = a b; e = a + b; f = d e; a=2; b=3
        fill df/da via e = 6
        expect df/da via e right
        expect df/da empty
        """) == [])
  }
}
