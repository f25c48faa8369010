import FullScreen
import Phrases
import Sessions
import TestSupport
import Testing
import TextScreen

/// What the keys do, and what is typed, pasted and corrected in the prompt.
@Suite struct KeymapTests {
  @Test func typingAfterAnAnswerThatWasNotAcceptedReplacesIt() throws {
    var screen = try twoNodes()
    screen.enter("11abc")
    #expect(screen.prompt.text == "11abc")
    screen.press(.character("1"), .character("1"))
    #expect(screen.prompt.text == "11")
  }

  @Test func anAnswerThatWasNotAcceptedCanBeMended() throws {
    var screen = try twoNodes()
    screen.enter("112")
    screen.press(.backspace, .enter)
    #expect(screen.state("a") == "right")
  }

  @Test func pastedLinesAreAnswersAsLongAsTheyAreAccepted() throws {
    var screen = try twoNodes()
    screen.press(.paste("11\n121\n22"))
    #expect(screen.score == (2, 5))
    #expect(screen.prompt.text == "22")
    screen.press(.enter)
    screen.press(.paste("4\n66\n"))
    #expect(screen.state("da/dw") == "wrong")
    #expect(screen.state("dJ/dw") == "empty")
    #expect(
      screen.saying.text
        == "not yet: 4 is nearly right; check it again (1 more pasted line was not entered)")
  }

  @Test func pastedControlCharactersAreDropped() throws {
    var screen = try twoNodes()
    screen.press(.paste("1\u{1B}[A1"))
    #expect(screen.prompt.text == "1[A1")
  }

  @Test func tabAndShiftTabGoAround() throws {
    var screen = try twoNodes()
    screen.press(.tab)
    #expect(screen.focusedName == "J")
    screen.press(.backTab, .backTab)
    #expect(screen.focusedName == "dJ/dw")
    screen.press(.tab)
    #expect(screen.focusedName == "a")
  }

  @Test func arrowsGoToTheNeighbourOnTheScreenOrMoveTheCursor() throws {
    var screen = try twoNodes()
    screen.press(.right)
    #expect(screen.focusedName == "J")
    screen.press(.left)
    #expect(screen.focusedName == "a")
    screen.press(.down)
    #expect(screen.focusedName == "dJ/da")
    screen.press(.character("2"), .left, .character("1"))
    #expect(screen.prompt.text == "12")
    #expect(screen.focusedName == "dJ/da")
  }

  @Test func aQuestionMarkOpensTheListWhoseLettersAreCommands() throws {
    var screen = try twoNodes()
    screen.press(.character("?"))
    #expect(screen.showsCommands)
    screen.press(.character("x"))
    #expect(!screen.showsCommands)
    #expect(screen.prompt.isEmpty)
    screen.press(.character("?"))
    #expect(screen.press(.character("q")).last == .leave)
    #expect(!screen.showsCommands)
  }

  @Test func everyCommandHasALetterOfItsOwn() {
    let letters = Keymap.bindings.map(\.letter)
    #expect(Set(letters).count == letters.count)
    let keys = Keymap.bindings.compactMap(\.key)
    #expect(Set(keys).count == keys.count)
  }

  @Test func letterKeysAlwaysType() throws {
    var screen = try twoNodes()
    screen.type("quitsdjk")
    #expect(screen.prompt.text == "quitsdjk")
  }

  @Test func aCombiningMarkJoinsTheCharacterBeforeIt() throws {
    var screen = try twoNodes()
    for text: Character in ["e", "\u{301}", "1", "🇩", "🇪", "\u{200D}", "2"] {
      screen.press(.character(text), .left, .right)
    }
    for _ in 0..<8 { screen.press(.backspace) }
    #expect(screen.prompt.isEmpty)
  }

  @Test func onAScreenThatShowsNothingNothingIsDoneButLeaving() throws {
    var screen = try twoNodes(at: Size(30, 8))
    screen.press(.character("1"), .enter, .paste("11\n"), .tab)
    #expect(screen.prompt.isEmpty)
    #expect(screen.focusedName == "a")
    #expect(screen.press(.function(10)).last == .leave)
  }
}
