import FullScreen
import Journals
import Lessons
import Phrases
import Sessions
import TestSupport
import Testing
import TextScreen

/// A nudge, a derivation and the paths, looked at step by step.
@Suite struct CloserLookTests {
  /// A graph with a fan-out whose values are found, with dJ/dd focused.
  private func fanOut() throws -> Screen {
    var screen = try exploring("d = a b", "e = a + b", "J = d e", "a = 2", "b = 3")
    screen.enter("6", "5", "30")
    return screen
  }

  private func network() throws -> Screen {
    var screen = try exploring(
      "c = w x", "a = c + b", "d = a - y", "J = 1/2 d^2", "w = -2", "b = 8", "x = 2", "y = 1",
      data: ["x", "y"])
    screen.enter("-4", "4", "3", "4.5", "3")
    return screen
  }

  @Test func aNudgeRunsThroughTheBoxes() throws {
    var screen = try twoNodes()
    screen.enter("11", "121", "22", "3")
    #expect(screen.focusedName == "dJ/dw")
    screen.press(.function(3))
    try expect(screen, matches: "nudge-1")
    screen.press(.enter)
    try expect(screen, matches: "nudge-2")
    screen.press(.enter)
    try expect(screen, matches: "nudge-3")
    screen.press(.enter)
    #expect(!screen.isLooking)
    #expect(screen.focusedName == "dJ/dw")
  }

  @Test func anotherNudgeIsTyped() throws {
    var screen = try network()
    screen.press(.function(3))
    screen.enter("b 0.01")
    screen.press(.right, .right, .right)
    try expect(screen, matches: "nudge-of-b")
    screen.enter("-1e-6")
    #expect(screen.canvas().text.contains { $0.contains("Nudge b by -1e-6") })
    screen.enter("q 1")
    #expect(screen.isLooking)
    #expect(
      screen.saying
        == Saying("'q' is not nudged here; nudge w, b, x, c, a, y, d and J, as in w 0.001", .notice)
    )
    screen.press(.escape)
    #expect(!screen.isLooking)
  }

  @Test func aDerivativeIsDerivedByRulesThenInNumbers() throws {
    var screen = try twoNodes()
    screen.enter("11", "121")
    screen.press(.function(4))
    try expect(screen, matches: "derive-1")
    var last = screen
    while screen.isLooking {
      last = screen
      screen.press(.right)
    }
    try expect(last, matches: "derive-last")
  }

  @Test func aDerivationGoesOnToTheChainRule() throws {
    var screen = try twoNodes()
    screen.enter("11", "121", "22", "3")
    screen.press(.function(4))
    var last = screen
    while screen.isLooking {
      last = screen
      screen.press(.enter)
    }
    try expect(last, matches: "derive-chain")
  }

  @Test func eachPathIsLitThenTheirSum() throws {
    var screen = try fanOut()
    screen.press(.character("?"), .character("w"))
    screen.enter("a")
    try expect(screen, matches: "paths-1")
    screen.press(.enter)
    try expect(screen, matches: "paths-2")
    screen.press(.enter)
    try expect(screen, matches: "paths-sum")
  }

  @Test func thePathsShowNoNumberThatIsStillAsked() throws {
    var screen = try fanOut()
    screen.press(.character("?"), .character("w"))
    screen.enter("a")
    let text = screen.canvas().text.joined(separator: "\n")
    #expect(text.contains("de/da × dJ/de = ▁▁▁ × ▁▁▁ = ▁▁▁"))
  }

  /// A page of text with the graph of a page that asks.
  @Test func aPageOfTextDoesNotTellWhatAnotherPageAsks() throws {
    let text = """
      # Paths

      Look.

      ```graph
      parameter a = 3
      b = 2a
      J = b^2
      ```

      ## Fill

      ```graph again
      ```

      ```fill
      backward
      ```
      """
    var screen = try shown(text)
    screen.press(.character("?"), .character("w"))
    func shows(_ line: String) -> Bool { screen.canvas().text.contains { $0.contains(line) } }
    #expect(shows("a → b → J: db/da × dJ/db = 2 × ▁▁▁ = ▁▁▁"))
    screen.press(.escape, .function(8))
    screen.enter("12", "2", "24")
    screen.press(.function(7))
    screen.press(.character("?"), .character("w"))
    #expect(shows("a → b → J: db/da × dJ/db = 2 × 12 = 24"))
  }

  /// 48 boxes come into one; each row says what it leaves out.
  @Test func aBoxWithManyOperandsIsLookedAtInAFewRows() throws {
    let names = (1...48).map { "x\($0)" }
    var screen = try exploring(
      ["s = \(names.joined(separator: " + "))", "J = s^2"] + names.map { "\($0) = 2" })
    screen.enter("96", "9216", "192", "1")
    for _ in 1...4 { screen.press(.tab) }
    func shows(_ line: String) -> Bool { screen.canvas().text.contains { $0.contains(line) } }
    #expect(screen.focusedName == "dJ/dx3")
    #expect(shows("  what enters: (2 more), x3 = 2, x4 = 2, x5 = 2, x6 = 2, x7 = 2, (41 more)"))
    screen.press(.function(3), .enter, .enter)
    #expect(shows("  s up 0.001, just as far as x3   s = x1 + x2 + x3 + x4 + x5 + x6…"))
    #expect(shows("  Nudge x3 by 0.001   step 3 of 3"))
    screen.press(.function(4), .enter, .enter, .enter)
    #expect(shows("of the box alone   step 4 of 5   Up: more"))
  }

  /// Which of the two is meant depends on what the box is made of.
  @Test func aNameIsAQuantityToLookAtUnlessItCouldBeTheAnswer() throws {
    var screen = try fanOut()
    screen.press(.character("?"), .character("w"))
    screen.enter("e")
    #expect(screen.state("dJ/dd") == "right")
    screen.press(.character("?"), .character("w"))
    screen.enter("a")
    #expect(screen.isLooking)
  }

  @Test func anAnswerCanBeTypedWhileItIsDerived() throws {
    var screen = try twoNodes()
    screen.enter("11", "121")
    screen.press(.function(4))
    screen.enter("22")
    #expect(screen.state("dJ/da") == "right")
    #expect(!screen.isLooking)
  }

  @Test func aValueIsNotDerived() throws {
    var screen = try twoNodes()
    screen.press(.function(4))
    #expect(!screen.isLooking)
    #expect(
      screen.saying
        == Saying(
          "a is a value, which is computed, not derived; go to a derivative with Tab", .notice))
  }

  @Test func aCloserLookIsKeptInTheJournalAndChangesNoEntry() throws {
    var screen = try twoNodes()
    screen.enter("11", "121")
    let before = screen.worksheet
    let effects = screen.act(.look(.nudge))
    #expect(screen.worksheet == before)
    #expect(
      effects == [
        .record(JournalEvent(.look(.nudge, "dJ/da"), source: screen.session.source, page: 1))
      ])
  }

  /// On any screen and at every step; painting outside would trap.
  @Test(arguments: [(80, 24), (120, 40), (40, 14), (60, 20), (20, 5), (1, 1), (0, 0)])
  func everyStepFitsTheScreen(width: Int, height: Int) throws {
    for look in [LookKind.nudge, .derivation, .paths] {
      var screen = try network()
      screen.act(.look(look))
      var steps = 0
      while screen.isLooking, steps < 20 {
        screen.resize(to: Size(width, height))
        let canvas = screen.canvas()
        #expect(canvas.size == Size(width, height))
        if width >= 40 { #expect(canvas.cursor != nil) }
        screen.resize(to: .usual)
        screen.press(.right)
        steps += 1
      }
      #expect((1..<20).contains(steps))
    }
  }
}
