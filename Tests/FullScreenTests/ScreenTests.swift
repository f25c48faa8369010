import Foundation
import FullScreen
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
    var session = try twoNodes()
    session.enter("11", "120")
    session.press(.tab)
    session.enter("22.001", "3")
    session.press(.tab, .tab)
    try expect(session, matches: "two-nodes-mixed")
  }

  @Test func aSolvedGraph() throws {
    var session = try twoNodes()
    session.enter("11", "121", "22", "3", "66")
    try expect(session, matches: "two-nodes-done")
  }

  @Test func theListOfCommands() throws {
    var session = try twoNodes()
    session.press(.character("?"))
    try expect(session, matches: "commands")
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func theSimpleNetwork(width: Int, height: Int) throws {
    var session = try exploring(
      "c = w x", "a = c + b", "d = a - y", "J = 1/2 d^2", "w = -2", "b = 8", "x = 2", "y = 1",
      data: ["x", "y"], at: Size(width, height))
    session.enter("-4", "4", "3", "4.5", "3", "1", "3")
    try expect(session, matches: "simple-network-\(width)x\(height)")
  }

  @Test func aFanOutShowsEachPath() throws {
    var session = try exploring("d = a b", "e = a + b", "f = d e", "a = 2", "b = 3")
    session.enter("6", "5", "30", "5", "6", "1", "6")
    try expect(session, matches: "fan-out")
  }

  @Test func anOperandUsedTwiceHasTwoWires() throws {
    var session = try exploring("b = a + a", "J = b^2", "a = 3")
    session.enter("6", "36", "12")
    try expect(session, matches: "used-twice")
  }

  @Test func aSmallScreenAsksForALargerOne() throws {
    let session = try twoNodes(at: Size(30, 8))
    #expect(
      Array(session.canvas().text.prefix(3))
        == ["make the terminal larger:", "40x14 at least; nothing is", "lost"])
  }

  @Test(arguments: [(0, 0), (1, 1), (20, 5), (40, 14), (41, 15), (300, 100)])
  func anySizeCanBePainted(width: Int, height: Int) throws {
    var session = try twoNodes()
    session.enter("11")
    for showsCommands in [false, true] {
      if showsCommands { session.press(.character("?")) }
      session.resize(to: Size(width, height))
      let canvas = session.canvas()
      #expect(canvas.size == Size(width, height))
    }
  }

  @Test func theViewFollowsTheFocusedEntry() throws {
    var session = try exploring(
      "c = w x", "a = c + b", "d = a - y", "J = 1/2 d^2", "w = -2", "b = 8", "x = 2", "y = 1",
      data: ["x", "y"])
    #expect(session.canvas().text.contains { $0.contains("c = w x") })
    session.enter("-4", "4", "3", "4.5")
    #expect(session.canvas().text.contains { $0.contains("│J = 1/2 d²├") })
  }

  @Test func theCursorStandsInThePrompt() throws {
    var session = try twoNodes()
    session.press(.character("1"), .character("2"), .left)
    let canvas = session.canvas()
    let cursor = try #require(canvas.cursor)
    #expect(canvas.text[cursor.row] == "  > 12")
    #expect(cursor.column == 5)
  }

  @Test func aJournalThatCannotBeWrittenIsSaidOnTheScreen() throws {
    var session = try twoNodes()
    session.act(.journalFailed("no space left on device"))
    #expect(
      session.canvas().text.contains(
        "─ your answers are not being saved: no space left on device ────────────────────"))
  }

  @Test func theFooterNamesWhatCanBeDoneNow() throws {
    var session = try twoNodes()
    #expect(
      session.canvas().text[23]
        == " Enter check  Tab next  F2 hint  F3 nudge  F10 leave  ? all commands")
    session.enter("11")
    #expect(
      session.canvas().text[23]
        == " Enter check  Tab next  F2 hint  F3 nudge  F5 undo  F10 leave  ? all commands")
    session.resize(to: Size(40, 24))
    #expect(session.canvas().text[23] == " Enter check  F5 undo  ? all commands")
  }

  @Test func everyLocalDerivativeStandsInTheRowOfItsWire() throws {
    let session = try exploring(
      "c = w x", "a = c + b", "d = a - y", "J = 1/2 d^2", "w = -2", "b = 8", "x = 2", "y = 1",
      data: ["x", "y"], at: Size(200, 40))
    let lines = session.canvas().text
    // Followed by eye and by the layout's own tests: c is level with its box's wire, b comes from above or below.
    let row = try #require(lines.first { $0.contains("da/dc") })
    #expect(
      row.hasSuffix("├──────────────────▶│ da/dc ▁▁▁▁▁     │                 │ └─────────────────┘")
    )
    let other = try #require(lines.first { $0.contains("da/db") })
    #expect(other.hasSuffix("└▶│ da/db ▁▁▁▁▁     │ dJ/da ▁▁▁▁▁     ┌▶│                 │"))
  }

  @Test func theTitleSaysThatThereAreMoreFormulas() throws {
    let session = try exploring("b = 2a", "c = 2b", "d = 2c", "J = 2d", "a = 1")
    #expect(
      session.canvas().text[0]
        == " b = 2a, c = 2b, d = 2c, …                           forward 0/4 · backward 0/7")
  }

  @Test func withASCIIAloneASquareStaysAPower() throws {
    let session = shown(try twoNodes().session, isASCII: true)
    #expect(session.canvas().text.contains { $0.contains("│ J = a^2 ├") })
  }

  @Test func whatAnotherPageAsksIsNoBlankAndWhatNobodyAsksIsGiven() throws {
    let text = """
      # T

      ```graph
      parameter w = 3
      a = 2 + 3w
      J = a^2
      ```

      ```fill
      a
      ```

      ## Next

      ```fill
      dJ/dw
      ```
      """
    let session = try shown(text)
    let lines = session.canvas().text
    #expect(lines.contains { $0.hasSuffix("┐ ▁▁▁▁▁             ┌────────┐ 121") })
    #expect(lines.contains { $0.hasPrefix(" dJ/dw ·") && $0.contains("│ da/dw 3 ") })
  }

  @Test func whatWasFilledInIsDrawnAgainWhereStartingOverIsUndone() throws {
    var session = try shown(SampleLesson.twoNodes, page: 2)
    func graph() -> [String] { Array(session.canvas().text.prefix(20)) }
    session.enter("11")
    session.act(.previousPage)
    let filled = graph()
    session.act(.restart)
    #expect(graph() != filled)
    session.act(.undo)
    #expect(graph() == filled)
  }

  @Test func resizingKeepsEverything() throws {
    var session = try twoNodes()
    session.enter("11")
    session.press(.character("1"))
    let before = session
    for size in [(1, 1), (0, 0), (200, 60), (39, 13), (80, 24)] {
      session.resize(to: Size(size.0, size.1))
      #expect(session.canvas().size == Size(size.0, size.1))
    }
    #expect(session == before)
  }

  @Test func numbersAreShownWholeWhereTheyAreShort() throws {
    let session = try exploring("a = w + 1", "J = a - 1000000", "w = 1000001")
    #expect(session.canvas().text.contains { $0.contains("w = 1000001") })
  }
}
