import FullScreen
import LessonSolving
import Sessions
import Teaching
import TestSupport
import Testing
import TextScreen

/// What stands below a graph whose entries are all done.
@Suite struct NodeTableTests {
  private func done() throws -> Screen {
    var screen = try twoNodes()
    screen.enter("11", "121", "22", "3", "66")
    return screen
  }

  private func lines(_ screen: Screen) -> [String] { screen.canvas().text }

  @Test func hasEveryNodeWithItsValueAndDerivative() throws {
    let text = lines(try done())
    #expect(text.contains("    node           value  dJ/d…"))
    #expect(text.contains("    a    = 2 + 3w  11     22"))
    #expect(text.contains("    J    = a²      121    1"))
  }

  @Test func givesWayToTheEntryThatOneGoesTo() throws {
    var screen = try done()
    screen.press(.tab)
    #expect(lines(screen).contains { $0.contains("what enters") })
    #expect(!lines(screen).contains { $0.contains("node           value") })
  }

  @Test func isGoneOnceSomethingIsOpen() throws {
    var screen = try done()
    screen.press(.function(5))
    #expect(!screen.isDone)
    #expect(!lines(screen).contains { $0.contains("node           value") })
  }

  /// The page asks the values; the derivatives are asked on the next one.
  @Test func tellsNoNumberThatAnotherPageAsks() throws {
    var solver = try LessonSolver("two-layer-relu")
    while solver.session.pageNumber < 2, solver.solvePage() {}
    var screen = shown(solver.session)
    let worksheet = try #require(screen.worksheet)
    for entry in screen.asked {
      screen.act(.fill(entry: entry, "\(worksheet.key.answer(to: entry))"))
    }
    #expect(screen.isDone)
    #expect(lines(screen).contains("  x  = 1    w2 = 3    a1 = 2    J = 2"))
    screen.press(.pageDown)
    let whole = lines(screen)
    #expect(whole.contains { $0.contains("= relu(z1)") })
    #expect(!whole.contains { $0.contains("dJ/d") })
    screen.press(.pageUp)
    #expect(lines(screen).contains { $0.contains("┌t2 = w2 a1") })
  }
}
