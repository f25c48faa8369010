import FullScreen
import TestSupport
import Testing
import TextScreen

@Suite struct PointerTests {
  /// Presses on the cells of every entry in view, and of its name.
  @Test(arguments: [(80, 24), (120, 40)])
  func aClickPutsAnEntryInHand(width: Int, height: Int) throws {
    let screen = try exploring(
      "a = 2 + 3w", "b = a x", "J = b^2 + a", "w=3", "x=2", at: Size(width, height))
    var clicked = 0
    for entry in screen.asked {
      guard let place = screen.place(of: entry) else { continue }
      for column in place.column...place.column + 1 {
        var screen = screen
        screen.press(.pointer(.press(Point(column: column, row: place.row))))
        #expect(screen.focus == entry)
        clicked += 1
      }
    }
    #expect(clicked == 2 * screen.asked.count)
  }

  @Test func aClickOnABoxGoesToWhatIsOpenThere() throws {
    var screen = try exploring("a = 2 + 3w", "J = a^2", "w=3")
    screen.enter("11", "121", "22")
    let text = screen.canvas().text
    let row = try #require(text.firstIndex { $0.contains("│ a = 2 + 3w") })
    let column = try #require(text[row].firstIndex(of: "│")).utf16Offset(in: text[row]) + 3
    screen.press(.tab)
    screen.press(.pointer(.press(Point(column: column, row: row))))
    #expect(screen.focusedName == "da/dw")
  }

  @Test(arguments: [Point(column: 0, row: 0), Point(column: 3, row: 22), Point(column: 79, row: 3)])
  func aClickElsewhereDoesNothing(point: Point) throws {
    let screen = try exploring("a = 2 + 3w", "J = a^2", "w=3")
    var clicked = screen
    clicked.press(.pointer(.press(point)))
    clicked.press(.pointer(.release(point)))
    #expect(clicked == screen)
  }

  @Test func theWheelScrollsAPageOfText() throws {
    let text = "# Long\n\n" + (1...60).map { "Line \($0).\n\n" }.joined()
    var screen = try shown(text)
    screen.press(.pointer(.wheel(.down)))
    #expect(screen.scroll == 3)
    screen.press(.pointer(.wheel(.down)))
    screen.press(.pointer(.wheel(.up)))
    #expect(screen.scroll == 3)
  }

  @Test func theWheelTakesTheStepsOfACloserLook() throws {
    var screen = try exploring("a = 2 + 3w", "J = a^2", "w=3")
    screen.press(.function(3))
    screen.press(.pointer(.wheel(.down)))
    #expect(screen.lookStep == 1)
    screen.press(.pointer(.wheel(.up)))
    #expect(screen.lookStep == 0)
  }

  @Test func aClickClosesTheListOfCommandsAndNoMore() throws {
    var screen = try exploring("a = 2 + 3w", "J = a^2", "w=3")
    let place = try #require(screen.asked.last.flatMap { screen.place(of: $0) })
    let focus = screen.focus
    screen.press(.character("?"))
    screen.press(.pointer(.press(place)))
    #expect(!screen.showsCommands)
    #expect(screen.focus == focus)
  }
}
