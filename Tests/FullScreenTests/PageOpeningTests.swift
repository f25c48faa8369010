import FullScreen
import Sessions
import TestSupport
import Testing
import TextScreen

/// Where a page of text is read: from its beginning, then where the learner works.
@Suite struct PageOpeningTests {
  private static let words = (1...30).map { "Word \($0)." }.joined(separator: "\n\n")

  /// Two pages whose questions stand below the first screen, with something below the last.
  private func lesson(at size: Size = .usual) throws -> Screen {
    try shown(
      """
      # One

      \(Self.words)

      ## Two

      \(Self.words)

      ```question q
      ask: How many?
      number: 30
      ```

      ```question r
      ask: How many more?
      number: 1
      ```

      The rule that was found.

      And what follows from it.
      """, at: size)
  }

  private func top(_ screen: Screen) -> String { screen.canvas().text[2] }

  @Test(arguments: [
    [Key.function(8)], [.function(8), .function(7), .function(8)], [.enter],
    [.pageDown, .function(8)], [.pageDown, .pageDown, .enter],
  ])
  func aPageOpensAtItsBeginning(keys: [Key]) throws {
    var screen = try lesson()
    for key in keys { screen.press(key) }
    #expect(screen.pageNumber == 2)
    #expect(top(screen) == "  Word 1.")
    #expect(screen.canvas().text[19].hasSuffix("It is out of view: PgDn"))
  }

  @Test(arguments: [Size(80, 24), Size(80, 30), Size(50, 16), Size(120, 40)])
  func soItDoesOnEveryScreen(size: Size) throws {
    var screen = try lesson(at: size)
    screen.press(.function(8))
    #expect(top(screen) == "  Word 1.")
    let again = shown(screen.session, at: size)
    #expect(top(again) == "  Word 1.")
  }

  @Test(arguments: [Key.character("7"), .tab, .backTab, .paste("7")])
  func typingAndGoingThereBringTheQuestionIntoView(key: Key) throws {
    var screen = try lesson()
    screen.press(.function(8), key)
    #expect(screen.canvas().text.contains { $0.contains("How many") })
    #expect(top(screen) != "  Word 1.")
  }

  @Test func whoReadsOnElsewhereComesBackByTyping() throws {
    var screen = try lesson()
    screen.press(.function(8), .tab, .pageUp, .pageUp, .pageUp, .pageUp, .pageUp)
    #expect(top(screen) == "  Word 1.")
    screen.press(.character("7"))
    #expect(screen.canvas().text.contains { $0.contains("How many more?") })
  }

  @Test func whatAnAnswerLeadsToIsInView() throws {
    var screen = try lesson()
    screen.press(.function(8))
    screen.enter("30")
    #expect(screen.canvas().text.contains { $0.contains("How many more?") })
    screen.enter("1")
    #expect(screen.isDone)
    let text = screen.canvas().text
    #expect(text.contains("  The rule that was found."))
    #expect(text.contains("  And what follows from it."))
  }
}
