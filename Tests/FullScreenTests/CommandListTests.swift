import FullScreen
import TestSupport
import Testing
import TextScreen

/// The list of commands on a screen that is lower than the list.
@Suite struct CommandListTests {
  private func list(_ width: Int, _ height: Int) throws -> Screen {
    var session = try twoNodes(at: Size(width, height))
    session.press(.character("?"))
    return session
  }

  @Test func theTopOfTheListSaysThatThereIsMore() throws {
    try expect(list(40, 14), matches: "commands-40x14-top")
  }

  @Test func theEndOfTheListIsTheLegend() throws {
    var session = try list(40, 14)
    for _ in 0..<10 { session.press(.pageDown) }
    try expect(session, matches: "commands-40x14-end")
  }

  @Test func theArrowsMoveTheListByLines() throws {
    var session = try list(40, 14)
    let top = session.canvas().text
    session.press(.down, .down)
    #expect(session.canvas().text[1] == top[3])
    session.press(.up, .up)
    #expect(session.canvas().text == top)
  }

  @Test func theListStopsAtItsEnds() throws {
    var session = try list(40, 14)
    let top = session.canvas().text
    session.press(.up, .pageUp)
    #expect(session.canvas().text == top)
    for _ in 0..<50 { session.press(.down) }
    let end = session.canvas().text
    session.press(.down, .pageDown)
    #expect(session.canvas().text == end)
    for _ in 0..<50 { session.press(.up) }
    #expect(session.canvas().text == top)
  }

  @Test func aLetterWorksWhereverTheListStands() throws {
    var session = try list(40, 14)
    session.press(.pageDown, .pageDown, .character("t"))
    #expect(!session.showsCommands)
    #expect(session.focusedName == "J")
  }

  @Test func theListBeginsAtItsTopAgain() throws {
    var session = try list(40, 14)
    let top = session.canvas().text
    session.press(.pageDown, .escape, .character("?"))
    #expect(session.canvas().text == top)
  }

  @Test func scrollingTheListLeavesThePageWhereItIs() throws {
    var session = try list(40, 14)
    session.press(.pageDown, .down)
    #expect(session.scroll == 0)
    #expect(session.focusedName == "a")
  }

  @Test func whereAllHasRoomNothingMoves() throws {
    var session = try list(80, 30)
    let all = session.canvas()
    session.press(.pageDown, .down)
    #expect(session.canvas() == all)
  }
}
