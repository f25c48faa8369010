import Autodiff
import FullScreen
import Phrases
import Sessions
import TestSupport
import Testing
import TextScreen

/// What is said to somebody who types a word for what a key does.
@Suite struct PromptWordTests {
  @Test(arguments: [
    ("hint", "F2 gives a hint", "?hint gives a hint"),
    ("HINT!", "F2 gives a hint", "?hint gives a hint"),
    (
      "help", "? lists all commands, F2 gives a hint",
      "?help lists all commands, ?hint gives a hint"
    ),
    (
      "idk", "F2 gives a hint, F9 shows the answer", "?hint gives a hint, ?show shows the answer"
    ),
    (
      "i don't know", "F2 gives a hint, F9 shows the answer",
      "?hint gives a hint, ?show shows the answer"
    ),
    ("skip", "Tab goes to the next entry", "?skip goes to the next entry"),
    ("quit", "F10 leaves, and every answer is saved", "?quit leaves, and every answer is saved"),
    ("exit", "F10 leaves, and every answer is saved", "?quit leaves, and every answer is saved"),
    ("undo", "F5 takes back the last answer", "?undo takes back the last answer"),
    ("restart", "? s starts the lesson over", "?restart starts the lesson over"),
    ("nudge", "F3 nudges something", "?nudge nudges something"),
  ])
  func theKeyOrTheCommandIsNamed(typed: String, key: String, command: String) throws {
    var screen = try twoNodes()
    screen.enter(typed)
    #expect(screen.saying == Saying("'\(typed)' is not an answer; \(key)", .notice))
    #expect(screen.state("a") == "empty")
    var talk = PlainTalk(try twoNodes())
    #expect(
      talk.say(typed).prefix { !$0.isEmpty }.joined(separator: " ")
        == "'\(typed)' is not an answer; \(command).")
  }

  @Test func aQuantityOfThatNameIsNoCommand() throws {
    var screen = try exploring(["next = 2 + 3w", "J = next^2", "w = 3"])
    screen.enter("next")
    #expect(
      screen.saying.text
        == "cannot take 'next': 'next' is a name; give a number such as -4 or .5, or arithmetic such as "
        + "22/2")
  }

  @Test func aProductIsSuggestedWhereAllOfItMayStand() throws {
    var screen = try exploring(["a = x y z", "J = a^2", "x = 2", "y = 3", "z = 4"])
    screen.enter("xy")
    #expect(
      screen.saying.text
        == "cannot read 'xy' at character 1: 'xy' is not a number; give a number such as -4 or .5, or "
        + "arithmetic such as 22/2")
    screen.press(.escape)
    screen.enter("24", "576", "48", "yz")
    #expect(
      screen.saying.text
        == "cannot read 'yz' at character 1: 'yz' is not a number; did you mean 'y z'?")
  }

  @Test(arguments: [
    ("12,500", "'12,500' can be read in more than one way; write 12500 or 12.500"),
    ("-,5", "a decimal comma is not read; write -0.5 with a point"),
    ("2.5 e-1", "'2.5 e-1' can be read in more than one way; write 0.25 or 2.5*e - 1"),
    ("log10(7)", "formulas have no function 'log10'; write ln(7)/ln(10)"),
  ])
  func whatToWriteIsToldWhole(typed: String, message: String) throws {
    var screen = try twoNodes()
    screen.enter(typed)
    let place = typed.hasPrefix("-") ? 2 : 1
    #expect(screen.saying.text == "cannot read '\(typed)' at character \(place): \(message)")
    #expect(screen.state("a") == "empty")
  }

  @Test(arguments: [
    "１１", "22/2", "5½ * 2", "11 + 0%", #"\frac{22}{2}"#, "—(-11)", "（12 − 1）", "22:2",
  ])
  func elevenIsRightInEverySpelling(typed: String) throws {
    var screen = try twoNodes()
    screen.enter(typed)
    #expect(screen.state("a") == "right")
  }

  @Test func aPowerOfTenIsAskedBackWhereEIsAQuantity() throws {
    var screen = try exploring(["a = 2 + 3e", "J = a^2", "e = 3"])
    screen.enter("1.1e+1")
    #expect(screen.state("a") == "empty")
    #expect(
      screen.saying.text == "cannot read '1.1e+1' at character 1: "
        + "'1.1e+1' can be read in more than one way; write 11 or 1.1*e + 1")
  }
}
