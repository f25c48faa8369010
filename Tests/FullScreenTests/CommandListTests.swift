import FullScreen
import TestSupport
import Testing
import TextScreen

/// The list of commands on a screen that is lower than the list.
@Suite struct CommandListTests {
  private func list(_ width: Int, _ height: Int) throws -> Screen {
    var screen = try twoNodes(at: Size(width, height))
    screen.press(.character("?"))
    return screen
  }

  @Test func theTopOfTheListSaysThatThereIsMore() throws {
    try expect(list(40, 14), matches: "commands-40x14-top")
  }

  @Test func theEndOfTheListIsTheLegend() throws {
    var screen = try list(40, 14)
    for _ in 0..<10 { screen.press(.pageDown) }
    try expect(screen, matches: "commands-40x14-end")
  }

  @Test func theArrowsMoveTheListByLines() throws {
    var screen = try list(40, 14)
    let top = screen.canvas().text
    screen.press(.down, .down)
    #expect(screen.canvas().text[1] == top[3])
    screen.press(.up, .up)
    #expect(screen.canvas().text == top)
  }

  @Test func theListStopsAtItsEnds() throws {
    var screen = try list(40, 14)
    let top = screen.canvas().text
    screen.press(.up, .pageUp)
    #expect(screen.canvas().text == top)
    for _ in 0..<50 { screen.press(.down) }
    let end = screen.canvas().text
    screen.press(.down, .pageDown)
    #expect(screen.canvas().text == end)
    for _ in 0..<50 { screen.press(.up) }
    #expect(screen.canvas().text == top)
  }

  @Test func aLetterWorksWhereverTheListStands() throws {
    var screen = try list(40, 14)
    screen.press(.pageDown, .pageDown, .character("t"))
    #expect(!screen.showsCommands)
    #expect(screen.focusedName == "J")
  }

  @Test func theListBeginsAtItsTopAgain() throws {
    var screen = try list(40, 14)
    let top = screen.canvas().text
    screen.press(.pageDown, .escape, .character("?"))
    #expect(screen.canvas().text == top)
  }

  @Test func scrollingTheListLeavesThePageWhereItIs() throws {
    var screen = try list(40, 14)
    screen.press(.pageDown, .down)
    #expect(screen.scroll == 0)
    #expect(screen.focusedName == "a")
  }

  @Test func whereAllHasRoomNothingMoves() throws {
    var screen = try list(80, 37)
    let all = screen.canvas()
    screen.press(.pageDown, .down)
    #expect(screen.canvas() == all)
  }
}
