import FullScreen
import Lessons
import Phrases
import Sessions
import Teaching
import TestSupport
import Testing
import TextScreen

/// The walk over a graph that is larger than the screen.
@Suite struct GraphMapTests {
  /// A 2-3-2-1 network, too large for 80x24.
  private func network(width: Int = 80, height: Int = 24) throws -> Screen {
    var lines = ["x1 = 2", "x2 = -3"]
    var before = ["x1", "x2"]
    for (layer, size) in [3, 2, 1].enumerated() {
      var names: [String] = []
      for unit in 1...size {
        let id = "\(layer + 1)_\(unit)"
        let terms = before.enumerated().map { place, name in "w\(id)_\(place + 1) \(name)" }
        for place in before.indices { lines.append("w\(id)_\(place + 1) = \(place + unit)") }
        lines.append("b\(id) = \(unit)")
        lines.append("z\(id) = \(terms.joined(separator: " + ")) + b\(id)")
        lines.append("a\(id) = tanh(z\(id))")
        names.append("a\(id)")
      }
      before = names
    }
    return try exploring(lines, data: ["x1", "x2"], at: Size(width, height))
  }

  @Test func theMapShowsTheWholeAndThePartInView() throws {
    var screen = try network()
    #expect(
      screen.canvas().text[23]
        == " Enter check  Tab next  F2 hint  F3 nudge  F12 map  F10 leave  ? all commands")
    screen.press(.function(12))
    try expect(screen, matches: "map")
    screen.press(.escape)
    #expect(!screen.isMapping)
    #expect(screen.focusedName == "z1_1")
  }

  @Test func aNameIsFoundAndWhatIsAskedThereIsFocused() throws {
    var screen = try network()
    screen.press(.function(12))
    screen.type("a2_")
    #expect(screen.saying.text == "2 fit; Tab goes to the next")
    screen.press(.tab)
    try expect(screen, matches: "map-found")
    screen.press(.enter)
    #expect(!screen.isMapping)
    #expect(screen.focusedName == "a2_2")
  }

  @Test func whatNobodyIsCalledIsSaid() throws {
    var screen = try network()
    screen.press(.function(12))
    screen.type("q7")
    #expect(screen.saying == Saying("nothing here is called q7", .notice))
    screen.press(.escape)
    #expect(screen.isMapping)
    #expect(screen.prompt.isEmpty)
  }

  @Test func theArrowsGoAlongWiresAndBack() throws {
    var screen = try network()
    screen.press(.function(12), .right, .right)
    let there = screen.canvas().text
    #expect(
      there.contains("  z2_1 = w2_1_1 a1_1 + w2_1_2 a1_2 + w2…  7 wires in, 1 out; 34 nodes in all")
    )
    screen.press(.left)
    #expect(
      screen.canvas().text.contains("  a1_1 = tanh(z1_1)  1 wire in, 2 out; 34 nodes in all"))
    screen.press(.right)
    #expect(screen.canvas().text == there)
  }

  @Test func aLayerIsFoldedIntoOneBoxAndUnfolded() throws {
    var screen = try network()
    let open = screen
    screen.press(.function(12), .right, .character("-"))
    try expect(screen, matches: "map-folded")
    screen.press(.character(" "), .escape)
    #expect(screen.canvas() == open.canvas())
  }

  @Test func aFoldedGraphIsFilledInAllTheSame() throws {
    var screen = try network(width: 160, height: 50)
    screen.press(.function(12), .right, .character("-"))
    screen.type("a2_1")
    screen.press(.character("-"), .escape, .escape)
    try expect(screen, matches: "network-folded-160x50")
    for entry in screen.asked {
      let value = try #require(screen.worksheet).key.answer(to: entry)
      screen.act(.fill(entry: entry, value))
    }
    #expect(screen.isDone)
    #expect(screen.score.asked > 0)
  }

  @Test func foldsBelongToTheirGraphAndLeaveTheJournalAlone() throws {
    var screen = try network()
    for key: Key in [.function(12), .right, .character("-"), .escape] {
      #expect(screen.press(key) == [])
    }
  }

  /// Any key on the map at any size; what must hold is that it can be drawn and left.
  @Test(arguments: [(80, 24), (40, 14), (20, 5), (1, 1), (0, 0), (160, 50)])
  func anyKeyAtAnySize(width: Int, height: Int) throws {
    var screen = try network()
    screen.press(.function(12))
    screen.resize(to: Size(width, height))
    let keys: [Key] = [
      .left, .left, .character(" "), .up, .character("-"), .right, .down, .pageDown, .pageUp,
      .character("z"), .tab, .backTab, .character("-"), .right, .character(" "), .character("+"),
      .backspace, .end,
    ]
    for key in keys + keys.reversed() {
      screen.press(key)
      #expect(screen.canvas().size == Size(width, height))
    }
    screen.resize(to: .usual)
    screen.press(.function(12))
    #expect(!screen.isMapping)
  }

  /// A sum of many terms, broken up: each box adds one to the last.
  @Test func aGraphTooLargeForOneDrawingIsFoldedAroundTheFocus() throws {
    let count = 12_000
    let formula = (1...count).map { "w\($0)" }.joined(separator: " + ")
    var screen = try exploring([formula] + (1...count).map { "w\($0) = 1" })
    #expect(screen.canvas().text.contains { $0.contains("t1 = w1 + w2") })
    screen.press(.function(12))
    screen.type("t9000")
    #expect(screen.canvas().text.contains { $0.contains("t9000 = t8999 + w9001") })
    screen.press(.character("+"))
    #expect(
      screen.saying.text == "23999 boxes are too many for one drawing; unfold one with Space")
    screen.press(.enter)
    #expect(screen.focusedName == "t9000")
  }

  @Test func theListOfCommandsNamesTheKeysOfTheMap() throws {
    var screen = try network()
    screen.press(.function(12), .character("?"))
    try expect(screen, matches: "map-commands")
    screen.press(.character("-"))
    #expect(!screen.showsCommands)
    #expect(screen.isMapping)
    var direct = try network()
    direct.press(.function(12), .character("-"))
    #expect(screen.canvas() == direct.canvas())
  }

  /// z1_1, focused, is one of three sums that are folded into one box.
  @Test func whatIsFoldedAwayIsSaidAndUnfoldedOnceItIsFollowed() throws {
    var screen = try network(width: 240, height: 90)
    screen.press(.function(12), .character("-"), .escape)
    #expect(screen.focusedName == "z1_1")
    #expect(
      screen.saying
        == Saying(
          "z1_1 is folded into ▸ z1_1 … z1_3; F12 and then Space there unfolds it", .notice))
    let folded = screen.canvas().text
    #expect(!folded.contains { $0.contains("dz1_2/dw1_2_1") })
    screen.press(.tab)
    #expect(screen.focusedName == "a1_1")
    #expect(screen.canvas().text.contains { $0.contains("▸ z1_1 … z1_3") })
    screen.press(.backTab)
    #expect(screen.saying == Saying("▸ z1_1 … z1_3 was unfolded for z1_1", .notice))
    #expect(screen.canvas().text.contains { $0.contains("dz1_2/dw1_2_1") })
  }

  @Test func goingToTheFocusedEntryUnfoldsIt() throws {
    var screen = try network(width: 240, height: 90)
    screen.press(.function(12), .character("-"), .enter)
    #expect(screen.focusedName == "z1_1")
    #expect(screen.saying == Saying("▸ z1_1 … z1_3 was unfolded for z1_1", .notice))
    #expect(screen.canvas().text.contains { $0.contains("dz1_1/dw1_1_1") })
  }

  @Test func anInputIsShownWithItsNumber() throws {
    var screen = try network()
    screen.press(.function(12))
    screen.type("x2")
    #expect(screen.canvas().text.contains("  x2 = -3  an input, 3 out; 34 nodes in all"))
  }

  /// `x2 = -3` with a mark in the blank before its wire would read as a power.
  @Test func noMarkOfACutTouchesWhatIsDrawn() throws {
    var screen = try network(height: 22)
    var marks = 0
    for _ in screen.asked {
      let canvas = screen.canvas()
      for row in 2..<9 {
        let cells = (0..<80).map { canvas[Point(column: $0, row: row)] }
        for column in 1..<79 where cells[column].style == Style(.key) {
          marks += 1
          #expect(cells[column - 1] == .empty && cells[column + 1] == .empty)
        }
      }
      screen.press(.tab)
    }
    #expect(marks > 50)
  }

  @Test func theWireOfAFoldedOperandLeadsToItsDerivative() throws {
    var screen = try exploring(
      "p = a b", "q = c + d", "r = p q", "J = r^2", "a = 1", "b = 2", "c = 3", "d = 4")
    screen.press(.function(12), .character("p"), .character(" "))
    let lines = screen.canvas().text
    #expect(lines.contains { $0.contains("▸ p") })
    #expect(lines.contains { $0.contains("▶│dr/dp") })
    #expect(lines.contains { $0.contains("▶│dr/dq") })
  }

  @Test func aBoxHigherThanItsViewShowsItsFormula() throws {
    var screen = try exploring("network 20-1 linear")
    screen.press(.function(12))
    screen.type("a1_1")
    #expect(screen.canvas().text.prefix(10).contains { $0.contains("│a1_1 = ") })
  }

  @Test func theTextOfAPageLeavesItsRoomToTheMap() throws {
    let text = """
      # A square

      All that this page tells.

      ```graph
      parameter w = 3
      J = w^2
      ```

      ```fill
      forward
      ```
      """
    var screen = try shown(text)
    #expect(screen.canvas().text.contains { $0.contains("All that") })
    screen.press(.function(12))
    #expect(!screen.canvas().text.contains { $0.contains("All that") || $0.contains("more text") })
  }
}
