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

  /// A page that asks entries of a graph, with something below.
  private static func work(_ below: String, lines: Int = 1) -> String {
    """
    # Work

    First words.

    \(words)

    ```graph
    parameter w = 3
    a = 2 + 3w
    J = a^2
    ```

    ```nudge w
    ```

    ```fill
    ```

    \(below)
    """
  }

  private static let rewards: [(below: String, seen: [String])] = [
    ("The rule is the chain rule.", ["The rule is the chain rule."]),
    ("One.\n\nTwo.\n\n| a | b |\n|---|---|\n| 1 | 2 |", ["One.", "Two.", "a │ b", "1 │ 2"]),
    ("```cascade w\n```", ["w up ε ──× 3──▶ a up 3ε ──× 22──▶ J up 66ε"]),
    ("See:\n\n```cascade w\n```\n\nWell done.", ["See:", "J up 66ε", "Well done."]),
    ("```steps\n```", ["one sweep"]),
  ]

  @Test(arguments: rewards.indices, [Size(80, 24), Size(120, 40), Size(100, 30)])
  func whatTheEntriesOfAGraphEarnIsInView(index: Int, size: Size) throws {
    let (below, seen) = Self.rewards[index]
    var screen = try shown(Self.work(below), at: size)
    screen.enter("0.001")
    for answer in ["11", "121", "22", "3"] { screen.enter(answer) }
    let before = screen.canvas().text.joined(separator: "\n")
    #expect(!before.contains("66ε"))
    screen.enter("66")
    #expect(screen.isDone)
    let text = screen.canvas().text.joined(separator: "\n")
    for part in seen { #expect(text.contains(part), "\(text)") }
  }

  @Test func whatANudgeShowedStaysBesideTheEntries() throws {
    var screen = try shown(
      """
      # Nudge first

      ```graph
      parameter w = 3
      J = w^2
      ```

      ```nudge w
      ```

      ```fill
      dJ/dw
      ```
      """)
    screen.enter("0.001")
    #expect(screen.focus != nil)
    #expect(screen.canvas().text.contains { $0.contains("9.006001  6.001") })
  }
}
