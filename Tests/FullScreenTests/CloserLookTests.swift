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
    var session = try exploring("d = a b", "e = a + b", "J = d e", "a = 2", "b = 3")
    session.enter("6", "5", "30")
    return session
  }

  private func network() throws -> Screen {
    var session = try exploring(
      "c = w x", "a = c + b", "d = a - y", "J = 1/2 d^2", "w = -2", "b = 8", "x = 2", "y = 1",
      data: ["x", "y"])
    session.enter("-4", "4", "3", "4.5", "3")
    return session
  }

  @Test func aNudgeRunsThroughTheBoxes() throws {
    var session = try twoNodes()
    session.enter("11", "121", "22", "3")
    #expect(session.focusedName == "dJ/dw")
    session.press(.function(3))
    try expect(session, matches: "nudge-1")
    session.press(.enter)
    try expect(session, matches: "nudge-2")
    session.press(.enter)
    try expect(session, matches: "nudge-3")
    session.press(.enter)
    #expect(!session.isLooking)
    #expect(session.focusedName == "dJ/dw")
  }

  @Test func anotherNudgeIsTyped() throws {
    var session = try network()
    session.press(.function(3))
    session.enter("b 0.01")
    session.press(.right, .right, .right)
    try expect(session, matches: "nudge-of-b")
    session.enter("-1e-6")
    #expect(session.canvas().text.contains { $0.contains("Nudge b by -1e-6") })
    session.enter("q 1")
    #expect(session.isLooking)
    #expect(
      session.saying
        == Saying("'q' is not nudged here; nudge w, b, x, c, a, y, d and J, as in w 0.001", .notice)
    )
    session.press(.escape)
    #expect(!session.isLooking)
  }

  @Test func aDerivativeIsDerivedByRulesThenInNumbers() throws {
    var session = try twoNodes()
    session.enter("11", "121")
    session.press(.function(4))
    try expect(session, matches: "derive-1")
    var last = session
    while session.isLooking {
      last = session
      session.press(.right)
    }
    try expect(last, matches: "derive-last")
  }

  @Test func aDerivationGoesOnToTheChainRule() throws {
    var session = try twoNodes()
    session.enter("11", "121", "22", "3")
    session.press(.function(4))
    var last = session
    while session.isLooking {
      last = session
      session.press(.enter)
    }
    try expect(last, matches: "derive-chain")
  }

  @Test func eachPathIsLitThenTheirSum() throws {
    var session = try fanOut()
    session.press(.character("?"), .character("w"))
    session.enter("a")
    try expect(session, matches: "paths-1")
    session.press(.enter)
    try expect(session, matches: "paths-2")
    session.press(.enter)
    try expect(session, matches: "paths-sum")
  }

  @Test func thePathsShowNoNumberThatIsStillAsked() throws {
    var session = try fanOut()
    session.press(.character("?"), .character("w"))
    session.enter("a")
    let text = session.canvas().text.joined(separator: "\n")
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
    var session = try shown(text)
    session.press(.character("?"), .character("w"))
    func shows(_ line: String) -> Bool { session.canvas().text.contains { $0.contains(line) } }
    #expect(shows("a → b → J: db/da × dJ/db = 2 × ▁▁▁ = ▁▁▁"))
    session.press(.escape, .function(8))
    session.enter("12", "2", "24")
    session.press(.function(7))
    session.press(.character("?"), .character("w"))
    #expect(shows("a → b → J: db/da × dJ/db = 2 × 12 = 24"))
  }

  /// 48 boxes come into one; each row says what it leaves out.
  @Test func aBoxWithManyOperandsIsLookedAtInAFewRows() throws {
    let names = (1...48).map { "x\($0)" }
    var session = try exploring(
      ["s = \(names.joined(separator: " + "))", "J = s^2"] + names.map { "\($0) = 2" })
    session.enter("96", "9216", "192", "1")
    for _ in 1...4 { session.press(.tab) }
    func shows(_ line: String) -> Bool { session.canvas().text.contains { $0.contains(line) } }
    #expect(session.focusedName == "dJ/dx3")
    #expect(shows("  what enters: (2 more), x3 = 2, x4 = 2, x5 = 2, x6 = 2, x7 = 2, (41 more)"))
    session.press(.function(3), .enter, .enter)
    #expect(shows("  s up 0.001, just as far as x3   s = x1 + x2 + x3 + x4 + x5 + x6…"))
    #expect(shows("  Nudge x3 by 0.001   step 3 of 3"))
    session.press(.function(4), .enter, .enter, .enter)
    #expect(shows("of the box alone   step 4 of 5   Up: more"))
  }

  /// Which of the two is meant depends on what the box is made of.
  @Test func aNameIsAQuantityToLookAtUnlessItCouldBeTheAnswer() throws {
    var session = try fanOut()
    session.press(.character("?"), .character("w"))
    session.enter("e")
    #expect(session.state("dJ/dd") == "right")
    session.press(.character("?"), .character("w"))
    session.enter("a")
    #expect(session.isLooking)
  }

  @Test func anAnswerCanBeTypedWhileItIsDerived() throws {
    var session = try twoNodes()
    session.enter("11", "121")
    session.press(.function(4))
    session.enter("22")
    #expect(session.state("dJ/da") == "right")
    #expect(!session.isLooking)
  }

  @Test func aValueIsNotDerived() throws {
    var session = try twoNodes()
    session.press(.function(4))
    #expect(!session.isLooking)
    #expect(
      session.saying
        == Saying(
          "a is a value, which is computed, not derived; go to a derivative with Tab", .notice))
  }

  @Test func aCloserLookIsKeptInTheJournalAndChangesNoEntry() throws {
    var session = try twoNodes()
    session.enter("11", "121")
    let before = session.worksheet
    let effects = session.act(.look(.nudge))
    #expect(session.worksheet == before)
    #expect(
      effects == [
        .record(JournalEvent(.look(.nudge, "dJ/da"), source: session.session.source, page: 1))
      ])
  }

  /// On any screen and at every step; painting outside would trap.
  @Test(arguments: [(80, 24), (120, 40), (40, 14), (60, 20), (20, 5), (1, 1), (0, 0)])
  func everyStepFitsTheScreen(width: Int, height: Int) throws {
    for look in [LookKind.nudge, .derivation, .paths] {
      var session = try network()
      session.act(.look(look))
      var steps = 0
      while session.isLooking, steps < 20 {
        session.resize(to: Size(width, height))
        let canvas = session.canvas()
        #expect(canvas.size == Size(width, height))
        if width >= 40 { #expect(canvas.cursor != nil) }
        session.resize(to: .usual)
        session.press(.right)
        steps += 1
      }
      #expect((1..<20).contains(steps))
    }
  }
}
