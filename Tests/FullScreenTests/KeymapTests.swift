import FullScreen
import Phrases
import Sessions
import TestSupport
import Testing
import TextScreen

/// What the keys do, and what is typed, pasted and corrected in the prompt.
@Suite struct KeymapTests {
  @Test func typingAfterAnAnswerThatWasNotAcceptedReplacesIt() throws {
    var session = try twoNodes()
    session.enter("11abc")
    #expect(session.prompt.text == "11abc")
    session.press(.character("1"), .character("1"))
    #expect(session.prompt.text == "11")
  }

  @Test func anAnswerThatWasNotAcceptedCanBeMended() throws {
    var session = try twoNodes()
    session.enter("112")
    session.press(.backspace, .enter)
    #expect(session.state("a") == "right")
  }

  @Test func pastedLinesAreAnswersAsLongAsTheyAreAccepted() throws {
    var session = try twoNodes()
    session.press(.paste("11\n121\n22"))
    #expect(session.score == (2, 5))
    #expect(session.prompt.text == "22")
    session.press(.enter)
    session.press(.paste("4\n66\n"))
    #expect(session.state("da/dw") == "wrong")
    #expect(session.state("dJ/dw") == "empty")
    #expect(
      session.saying.text
        == "not yet: 4 is nearly right; check it again (1 more pasted line was not entered)")
  }

  @Test func pastedControlCharactersAreDropped() throws {
    var session = try twoNodes()
    session.press(.paste("1\u{1B}[A1"))
    #expect(session.prompt.text == "1[A1")
  }

  @Test func tabAndShiftTabGoAround() throws {
    var session = try twoNodes()
    session.press(.tab)
    #expect(session.focusedName == "J")
    session.press(.backTab, .backTab)
    #expect(session.focusedName == "dJ/dw")
    session.press(.tab)
    #expect(session.focusedName == "a")
  }

  @Test func arrowsGoToTheNeighbourOnTheScreenOrMoveTheCursor() throws {
    var session = try twoNodes()
    session.press(.right)
    #expect(session.focusedName == "J")
    session.press(.left)
    #expect(session.focusedName == "a")
    session.press(.down)
    #expect(session.focusedName == "dJ/da")
    session.press(.character("2"), .left, .character("1"))
    #expect(session.prompt.text == "12")
    #expect(session.focusedName == "dJ/da")
  }

  @Test func aQuestionMarkOpensTheListWhoseLettersAreCommands() throws {
    var session = try twoNodes()
    session.press(.character("?"))
    #expect(session.showsCommands)
    session.press(.character("x"))
    #expect(!session.showsCommands)
    #expect(session.prompt.isEmpty)
    session.press(.character("?"))
    #expect(session.press(.character("q")).last == .leave)
    #expect(!session.showsCommands)
  }

  @Test func everyCommandHasALetterOfItsOwn() {
    let letters = Keymap.bindings.map(\.letter)
    #expect(Set(letters).count == letters.count)
    let keys = Keymap.bindings.compactMap(\.key)
    #expect(Set(keys).count == keys.count)
  }

  @Test func letterKeysAlwaysType() throws {
    var session = try twoNodes()
    session.type("quitsdjk")
    #expect(session.prompt.text == "quitsdjk")
  }

  @Test func aCombiningMarkJoinsTheCharacterBeforeIt() throws {
    var session = try twoNodes()
    for text: Character in ["e", "\u{301}", "1", "🇩", "🇪", "\u{200D}", "2"] {
      session.press(.character(text), .left, .right)
    }
    for _ in 0..<8 { session.press(.backspace) }
    #expect(session.prompt.isEmpty)
  }

  @Test func onAScreenThatShowsNothingNothingIsDoneButLeaving() throws {
    var session = try twoNodes(at: Size(30, 8))
    session.press(.character("1"), .enter, .paste("11\n"), .tab)
    #expect(session.prompt.isEmpty)
    #expect(session.focusedName == "a")
    #expect(session.press(.function(10)).last == .leave)
  }
}
