import Lessons
import TestSupport
import Testing

@Suite struct ScriptRunTests {
  static let opening = "explore a = 2 + 3w; J = a^2; w=3\n"

  @Test func theScriptOfTheContractPasses() {
    #expect(
      run(
        script: ScriptRunTests.opening + """
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
          expect dJ/dw close nudge-estimate
          fill dJ/dw = 6x6
          expect dJ/dw unreadable
          expect dJ/dw unreadable unreadable
          expect done
          """) == [])
  }

  @Test func aNetworkIsExploredByOneLine() {
    #expect(
      run(
        script: """
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
      run(script: "explore network 1-1 liner; x1=3") == [
        """
        s:1: explore network 1-1 liner; x1=3
          found:
              network 1-1 liner
                          ^^^^^
            unknown word 'liner'; did you mean 'linear'?
          again: backprop test s
        """
      ])
  }

  /// What was expected and what was there, for every expectation; the lines around are those of every report.
  @Test(arguments: [
    ("expect a right", "a right", "a is empty"),
    ("expect score 1/5", "the score 1/5", "the score is 0/5"),
    ("! expect score 0/5", "not the score 0/5", "the score is 0/5"),
    (
      "expect done", "all that the page asks done",
      "the score is 0/5; still open: a, J, dJ/da, da/dw, dJ/dw"
    ),
    ("expect page 2", "page 2", "this is page 1"),
    ("! expect a empty", "not a empty", "a is empty"),
    ("expect message /right/", "a message with /right/", "the tutor said nothing"),
    ("expect hint /box/", "a hint with /box/", "the tutor said nothing"),
  ])
  func whatDoesNotHoldIsReported(step: String, expected: String, found: String) {
    #expect(
      run(script: ScriptRunTests.opening + step) == [
        """
        s:2: \(step)
          expected: \(expected)
          found: \(found)
          seed: 0
          again: backprop test s
        """
      ])
  }

  @Test func aReasonThatIsNotAmongThoseNamedIsReportedWithThem() {
    #expect(
      run(script: ScriptRunTests.opening + "fill dJ/dw = 22\nexpect dJ/dw wrong sign") == [
        """
        s:3: expect dJ/dw wrong sign
          expected: dJ/dw wrong for the reason sign
          found: dJ/dw is wrong, but 'sign' is not among its reasons; there are upstream-only, \
        inner-forgotten, other-entry; the tutor said: not yet: it looks as if 22 is dJ/da, what \
        comes from the right; a itself moves ▁▁▁ times as far as w, so multiply
          seed: 0
          again: backprop test s
        """
      ])
  }

  @Test func whatCouldNotBeReadIsToldOfAnEntryThatIsStillEmpty() {
    #expect(
      run(script: ScriptRunTests.opening + "fill a = 1x\nexpect a right") == [
        """
        s:3: expect a right
          expected: a right
          found: a is empty, last unreadable; the tutor said: cannot read '1x' at character 2: 'x' \
        is not a number; give a number such as -4 or .5, or arithmetic such as 22/2
          seed: 0
          again: backprop test s
        """
      ])
  }

  @Test(arguments: [
    ("fill q = 1", "no entry is called 'q'; there are a, J, dJ/da, da/dw, dJ/dw"),
    ("fill dJ/dx = 1", "no entry is called 'dJ/dx'; did you mean 'dJ/da'?"),
    ("hint q", "no entry is called 'q'; there are a, J, dJ/da, da/dw, dJ/dw"),
    ("answer q = 1", "page 1 asks nothing called 'q'; it asks nothing but entries"),
    ("page 2", "the lesson has pages 1 to 1, no page 2"),
    ("next", "page 1 is the last"), ("back", "page 1 is the first"),
    ("seed 3", "this lesson has one set of numbers only"),
  ])
  func whatCannotBeDoneEndsTheScript(step: String, found: String) {
    #expect(
      run(script: ScriptRunTests.opening + step + "\nexpect done") == [
        """
        s:2: \(step)
          found: \(found)
          seed: 0
          again: backprop test s
        """
      ])
  }

  @Test func aScriptGoesOnAfterAnExpectationThatFails() {
    let script = "expect a right\nexpect done\nexpect a empty"
    #expect(
      run(script: ScriptRunTests.opening + script) == [
        """
        s:2: expect a right
          expected: a right
          found: a is empty
          seed: 0
          again: backprop test s
        """,
        """
        s:3: expect done
          expected: all that the page asks done
          found: the score is 0/5; still open: a, J, dJ/da, da/dw, dJ/dw
          seed: 0
          again: backprop test s
        """,
      ])
  }

  @Test func nothingCanBeFilledBeforeSomethingIsOpen() {
    #expect(
      run(script: "fill a = 1") == [
        """
        s:1: fill a = 1
          found: nothing is open; begin with lesson NAME or explore FORMULA
          again: backprop test s
        """
      ])
    #expect(
      run(script: "lesson q") == [
        "s:1: lesson q\n  found: no such lesson\n  again: backprop test s"
      ])
    #expect(
      run(script: "explore J = 2 +") == [
        """
        s:1: explore J = 2 +
          found:
              J = 2 +
                     ^
            the formula ends where a number, a name or '(' is expected; write the operand
          again: backprop test s
        """
      ])
  }

  @Test func anEntryOfOnePathIsFilledByItsName() {
    #expect(
      run(
        script: """
          explore d = a b; e = a + b; f = d e; a=2; b=3
          fill df/da via e = 6
          expect df/da via e right
          expect df/da empty
          """) == [])
  }

  @Test func hintsAndShownAnswersAreGivenByName() {
    #expect(
      run(
        script: ScriptRunTests.opening + """
          hint J
          expect hint /^hint: look at what enters the box of J/
          reveal J
          expect J revealed
          expect message /J = a² = 11² = 121/
          """) == [])
  }
}
