import FullScreen
import Journals
import Lessons
import Phrases
import Sessions
import TestSupport
import Testing
import TextScreen

/// A box of matrices shown as boxes of numbers, one a cell, and folded back.
@Suite struct CellsScreenTests {
  private func layer(
    _ typed: [String], page: Int = 1, at size: Size = .usual
  ) throws -> Screen {
    var screen = try shown(ArrayScreensTests.layer, page: page, at: size)
    for answer in typed { screen.enter(answer) }
    return screen
  }

  private static let shapes = ["4 2", "4 2", "()"]

  @Test func spaceShowsABoxAsBoxesOfNumbersAndFoldsThemBack() throws {
    var screen = try layer(Self.shapes + ["E / 2", "dE"])
    let before = screen.canvas()
    #expect(screen.focusedName == "dJ/dW")
    let effects = screen.press(.character(" "))
    #expect(effects.count == 1)
    try expect(screen, matches: "array-cells")
    screen.press(.down, .right)
    try expect(screen, matches: "array-cells-further")
    screen.press(.character(" "))
    #expect(!screen.isLooking)
    #expect(screen.canvas().text.prefix(17) == before.text.prefix(17))
  }

  @Test func onAWideScreenTheGraphStaysAboveThem() throws {
    var screen = try layer(Self.shapes + ["E / 2", "dE"], at: Size(100, 34))
    screen.press(.character(" "))
    try expect(screen, matches: "array-cells-wide")
  }

  @Test func whatIsStillAskedStaysOpen() throws {
    var screen = try layer([], page: 2)
    #expect(screen.focusedName == "Z[0, 1]")
    screen.press(.character("?"), .character("+"))
    #expect(screen.saying.text == "its cells would tell the shape of Z, which another page asks")
    screen = try layer(Self.shapes)
    screen.press(.function(8), .character(" "))
    try expect(screen, matches: "array-cells-open")
    let text = screen.canvas().text
    #expect(text.contains { $0.contains("1 × 1 + 2 × 3 + 0 × (-2) + (-1) = ▁▁▁") })
    #expect(!text.contains { $0.contains("Z[0, 1] 6") })
    screen.enter("6")
    screen.press(.character(" "))
    #expect(screen.canvas().text.contains { $0.contains("E[0, 0] ▁▁▁") })
  }

  @Test func anAnswerIsTypedWhileTheyAreShown() throws {
    var screen = try layer(Self.shapes + ["E / 2", "dE"])
    screen.press(.character(" "))
    screen.enter("X' dZ")
    #expect(screen.focusedName == "dJ/db")
  }

  @Test func aShapeThatIsAskedIsFoundFirst() throws {
    var screen = try layer([])
    screen.press(.character(" "))
    #expect(screen.prompt.text == " ")
    screen.press(.escape, .character("?"), .character("+"))
    #expect(screen.saying.text == "its cells would tell the shape of Z; find that first")
  }

  @Test func aBlankInAnAnswerIsABlank() throws {
    var screen = try layer(Self.shapes)
    screen.press(.character("E"), .character(" "), .character("/"), .character(" "))
    #expect(screen.prompt.text == "E / ")
    var numbers = try twoNodes()
    numbers.press(.character(" "))
    #expect(numbers.prompt.text == " ")
  }

  @Test func aLargeBoxSaysHowManyCellsItHas() throws {
    let text = """
      # Large

      ```graph
      data X = randn(9, 3)
      parameter W = randn(3, 2)
      Z = X W
      J = sum(Z^2)
      ```

      ```fill
      dJ/dW
      ```
      """
    var screen = try shown(text)
    screen.press(.character("?"), .character("+"))
    #expect(
      screen.saying.text == "Z has 18 cells; boxes of numbers are shown for 16 or fewer")
  }

  @Test(arguments: [Size(80, 24), Size(60, 18), Size(40, 14), Size(120, 40)])
  func theCellInHandIsInView(size: Size) throws {
    var screen = try layer(Self.shapes + ["E / 2", "dE"], at: size)
    screen.press(.character(" "))
    for place in 0..<8 {
      let name = "Z[\(place / 2), \(place % 2)]"
      #expect(screen.canvas().text.contains { $0.contains("│ \(name) ") }, "\(name)")
      screen.press(.right)
    }
    #expect(!screen.isLooking)
  }
}
