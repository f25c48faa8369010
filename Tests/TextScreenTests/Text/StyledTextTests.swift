import Testing
import TextScreen

@Suite struct StyledTextTests {
  @Test func neighboursOfOneStyleAreOneRun() {
    var text = StyledText("a")
    text.append("b")
    text.append("", Style(.code))
    text.append("c", Style(.code))
    #expect(text.runs == [.init("ab"), .init("c", Style(.code))])
  }

  @Test func columnsAreCountedByCharacter() {
    #expect(StyledText([.init("a語"), .init("e\u{301}", Style(.code))]).columns == 4)
  }

  @Test func trailingBlanksAreLeftOut() {
    let text = StyledText([.init(" a "), .init("  ", Style(.code))])
    #expect(text.withoutTrailingBlanks == StyledText(" a"))
  }

  @Test func aCanvasTakesTheStylesOfTheRuns() {
    var canvas = Canvas(size: Size(width: 5, height: 1))
    let text = StyledText([.init("語"), .init("b", Style(.code))])
    #expect(canvas.write(text, at: Point(column: 1, row: 0)) == 4)
    #expect(canvas.text == [" 語b"])
    #expect(canvas[Point(column: 3, row: 0)] == Cell("b", Style(.code)))
  }
}
