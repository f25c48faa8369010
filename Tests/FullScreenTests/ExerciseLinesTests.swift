import FullScreen
import Lessons
import TestSupport
import Testing
import TextScreen

/// Exercises on the screen.
@Suite struct ExerciseLinesTests {
  @Test func aQuestionOutOfViewSaysWhichKeyLeadsToIt() throws {
    let prose = (1...30).map { "Line \($0).\n\n" }.joined()
    let text = "# Long\n\n\(prose)```question q\nask: How many?\nnumber: 30\n```\n\n\(prose)"
    var screen = try shown(text)
    var prompt: String { screen.canvas().text[19] }
    #expect(prompt == "  Your answer, a number: It is out of view: PgDn")
    while !screen.canvas().text.contains("  ? How many?") { screen.press(.down) }
    #expect(prompt == "  Your answer, a number:")
    for _ in 1...4 { screen.press(.pageDown) }
    #expect(prompt == "  Your answer, a number: It is out of view: PgUp")
  }

  @Test func whatIsWiderThanTheScreenGoesOnBelow() throws {
    let inputs = (1...9).map { "x\($0)0 = \($0)" }
    let sum = (1...9).map { "x\($0)0" }.joined(separator: " + ")
    let text = """
      # Wide

      ```break-up
      \(inputs.joined(separator: "\n"))
      J = \(sum)
      ```

      ```explore
      ```
      """
    let screen = try shown(text, at: Size(60, 24))
    #expect(
      screen.canvas().text[2..<9] == [
        "  Break it into steps:  J = x10 + x20 + x30 + x40 + x50 +",
        "      x60 + x70 + x80 + x90",
        "  where x10 = 1, x20 = 2, x30 = 3, x40 = 4, x50 = 5, x60 =",
        "      6, x70 = 7, x80 = 8, x90 = 9",
        "",
        "  A formula of your own, such as J = (w x - y)^2; w=3;",
        "      x=2; y=1",
      ])
  }

  @Test func theFormulaGrowsIntoAGraph() throws {
    var screen = try shown(SampleLesson.exercises, page: 2)
    screen.enter("a = 2 + 3w")
    #expect(screen.canvas().text.contains { $0.contains("│ a = 2 + 3w │") })
    screen.enter("J = a^2")
    #expect(screen.isDone)
    #expect(screen.canvas().text.contains { $0.contains("├──▶│ J = a² │") })
    screen.press(.function(5))
    #expect(!screen.isDone)
    #expect(!screen.canvas().text.contains { $0.contains("J = a² │") })
  }

  @Test func aPictureWaitsForTheQuestionAboveIt() throws {
    let text =
      "# T\n\n```graph\nw = 3\na = 2 + 3w\nJ = a^2\n```\n\n"
      + "```question q\nask: How far?\nnumber: 66\n```\n\n```cascade w\n```\n"
    var screen = try shown(text)
    #expect(!screen.canvas().text.contains { $0.contains("up 66ε") })
    screen.enter("66")
    #expect(
      screen.canvas().text.contains { $0.contains("w up ε ──× 3──▶ a up 3ε ──× 22──▶ J up 66ε") })
  }

  @Test(arguments: [(40, 14), (80, 24), (120, 40), (20, 5), (1, 1)])
  func everyPageIsPaintedAtEverySize(width: Int, height: Int) throws {
    for page in 1...5 {
      var screen = try shown(SampleLesson.exercises, page: page, at: Size(width, height))
      for key in [Key.enter, .pageDown, .down, .left, .right, .tab, .up] { screen.press(key) }
      #expect(screen.canvas().size == Size(width: width, height: height))
    }
  }
}
