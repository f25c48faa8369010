import Foundation
import FullScreen
import LessonSolving
import Lessons
import Sessions
import TestSupport
import Testing
import TextScreen

@Suite struct ScreenTests {
  static let network = [
    "x = 2", "y = 1", "w = -2", "b = 8", "c = w x", "a = c + b", "d = a - y", "J = 1/2 d^2",
  ]

  @Test func anUntouchedGraph() throws {
    try expect(twoNodes(), matches: "two-nodes-empty")
  }

  @Test func rightWrongAndCloseEntriesHaveColoursAndMarks() throws {
    var screen = try twoNodes()
    screen.enter("11", "120")
    screen.press(.tab)
    screen.enter("22.001", "3")
    screen.press(.tab, .tab)
    try expect(screen, matches: "two-nodes-mixed")
  }

  @Test func aSolvedGraph() throws {
    var screen = try twoNodes()
    screen.enter("11", "121", "22", "3", "66")
    try expect(screen, matches: "two-nodes-done")
  }

  @Test func theListOfCommands() throws {
    var screen = try twoNodes()
    screen.press(.character("?"))
    try expect(screen, matches: "commands")
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func theSimpleNetwork(width: Int, height: Int) throws {
    var screen = try exploring(
      "c = w x", "a = c + b", "d = a - y", "J = 1/2 d^2", "w = -2", "b = 8", "x = 2", "y = 1",
      data: ["x", "y"], at: Size(width, height))
    screen.enter("-4", "4", "3", "4.5", "3", "1", "3")
    try expect(screen, matches: "simple-network-\(width)x\(height)")
  }

  @Test func aFanOutShowsEachPath() throws {
    var screen = try exploring("d = a b", "e = a + b", "f = d e", "a = 2", "b = 3")
    screen.enter("6", "5", "30", "5", "6", "1", "6")
    try expect(screen, matches: "fan-out")
  }

  @Test func anOperandUsedTwiceHasTwoWires() throws {
    var screen = try exploring("b = a + a", "J = b^2", "a = 3")
    screen.enter("6", "36", "12")
    try expect(screen, matches: "used-twice")
  }

  @Test func aSmallScreenAsksForALargerOne() throws {
    let screen = try twoNodes(at: Size(30, 8))
    #expect(
      Array(screen.canvas().text.prefix(3))
        == ["make the terminal larger:", "40x14 at least; nothing is", "lost"])
  }

  @Test(arguments: [(0, 0), (1, 1), (20, 5), (40, 14), (41, 15), (300, 100)])
  func anySizeCanBePainted(width: Int, height: Int) throws {
    var screen = try twoNodes()
    screen.enter("11")
    for showsCommands in [false, true] {
      if showsCommands { screen.press(.character("?")) }
      screen.resize(to: Size(width, height))
      let canvas = screen.canvas()
      #expect(canvas.size == Size(width, height))
    }
  }

  @Test func theViewFollowsTheFocusedEntry() throws {
    // So low a screen has no room for all of it.
    var screen = try exploring(
      "c = w x", "a = c + b", "d = a - y", "J = 1/2 d^2", "w = -2", "b = 8", "x = 2", "y = 1",
      data: ["x", "y"], at: Size(56, 16))
    #expect(screen.canvas().text.contains { $0.contains("c = w x") })
    screen.enter("-4", "4", "3", "4.5")
    #expect(screen.canvas().text.contains { $0.contains("J = 1/2 d²├") })
  }

  @Test func theCursorStandsInThePrompt() throws {
    var screen = try twoNodes()
    screen.press(.character("1"), .character("2"), .left)
    let canvas = screen.canvas()
    let cursor = try #require(canvas.cursor)
    #expect(canvas.text[cursor.row] == "  > 12")
    #expect(cursor.column == 5)
  }

  @Test func aJournalThatCannotBeWrittenIsSaidOnTheScreen() throws {
    var screen = try twoNodes()
    screen.act(.journalFailed("no space left on device"))
    #expect(
      screen.canvas().text.contains(
        "─ your answers are not being saved: no space left on device ────────────────────"))
  }

  @Test func theFooterNamesWhatCanBeDoneNow() throws {
    var screen = try twoNodes()
    #expect(
      screen.canvas().text[23]
        == " Enter check  Tab next  F2 hint  F3 nudge  F10 leave  ? all commands")
    screen.enter("11")
    #expect(
      screen.canvas().text[23]
        == " Enter check  Tab next  F2 hint  F3 nudge  F5 undo  F10 leave  ? all commands")
    screen.resize(to: Size(40, 24))
    #expect(screen.canvas().text[23] == " Enter check  F5 undo  ? all commands")
  }

  @Test func everyLocalDerivativeStandsInTheRowOfItsWire() throws {
    let screen = try exploring(
      "c = w x", "a = c + b", "d = a - y", "J = 1/2 d^2", "w = -2", "b = 8", "x = 2", "y = 1",
      data: ["x", "y"], at: Size(200, 40))
    let lines = screen.canvas().text
    // Followed by eye and by the layout's own tests: c is level with its box's wire, b comes from above or below.
    let row = try #require(lines.first { $0.contains("da/dc") })
    #expect(
      row.hasSuffix("├──────────────────▶│ da/dc ▁▁▁▁▁     │                 │ └─────────────────┘")
    )
    let other = try #require(lines.first { $0.contains("da/db") })
    #expect(other.hasSuffix("└▶│ da/db ▁▁▁▁▁     │ dJ/da ▁▁▁▁▁     ┌▶│                 │"))
  }

  @Test func theTitleSaysThatThereAreMoreFormulas() throws {
    let screen = try exploring("b = 2a", "c = 2b", "d = 2c", "J = 2d", "a = 1")
    #expect(
      screen.canvas().text[0]
        == " b = 2a, c = 2b, d = 2c, …                           forward 0/4 · backward 0/7")
  }

  @Test func withASCIIAloneASquareStaysAPower() throws {
    let screen = shown(try twoNodes().session, isASCII: true)
    #expect(screen.canvas().text.contains { $0.contains("│ J = a^2 ├") })
  }

  @Test func whatAnotherPageAsksIsNoBlankAndWhatNobodyAsksIsGiven() throws {
    let text = """
      # T

      \(SampleBlocks.firstGraph)

      ```fill
      a
      ```

      ## Next

      ```fill
      dJ/dw
      ```
      """
    var screen = try shown(text)
    let lines = screen.canvas().text
    // J would tell a, so that it is given only once a is found.
    #expect(lines.contains { $0.hasSuffix("┐ ▁▁▁▁▁             ┌────────┐ ·") })
    #expect(lines.contains { $0.hasPrefix(" dJ/dw ·") && $0.contains("│ da/dw 3 ") })
    screen.enter("11")
    #expect(screen.canvas().text.contains { $0.hasSuffix("┌────────┐ 121") })
  }

  @Test func whatWasFilledInIsDrawnAgainWhereStartingOverIsUndone() throws {
    var screen = try shown(SampleLesson.twoNodes, page: 2)
    func graph() -> [String] { Array(screen.canvas().text.prefix(20)) }
    screen.enter("11")
    screen.act(.previousPage)
    let filled = graph()
    screen.act(.restart)
    #expect(graph() != filled)
    screen.act(.undo)
    #expect(graph() == filled)
  }

  @Test func resizingKeepsEverything() throws {
    var screen = try twoNodes()
    screen.enter("11")
    screen.press(.character("1"))
    let before = screen
    for size in [(1, 1), (0, 0), (200, 60), (39, 13), (80, 24)] {
      screen.resize(to: Size(size.0, size.1))
      #expect(screen.canvas().size == Size(size.0, size.1))
    }
    #expect(screen == before)
  }

  @Test func numbersAreShownWholeWhereTheyAreShort() throws {
    let screen = try exploring("a = w + 1", "J = a - 1000000", "w = 1000001")
    #expect(screen.canvas().text.contains { $0.contains("w = 1000001") })
  }

  @Test func aPageIsReadFromItsBeginning() throws {
    let words = (1...90).map { "Word \($0)." }.joined(separator: "\n\n")
    var screen = try shown("# One\n\n\(words)\n\n## Two\n\n\(words)\n")
    screen.press(.pageDown, .pageDown)
    #expect(screen.canvas().text[2] == "  Word 13.")
    screen.press(.function(8))
    #expect(screen.canvas().text[2] == "  Word 1.")
    screen.press(.pageDown, .function(7))
    #expect(screen.canvas().text[2] == "  Word 1.")
  }
}
