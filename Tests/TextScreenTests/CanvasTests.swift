import Testing
import TextScreen

@Suite struct CanvasTests {
  @Test func writingOutsideHasNoEffect() {
    var canvas = Canvas(size: Size(width: 4, height: 1))
    canvas.write("abcdef", at: Point(column: 2, row: 0))
    canvas.write("x", at: Point(column: 0, row: 7))
    #expect(canvas.text == ["  ab"])
  }

  @Test func controlCharactersNeverReachACell() {
    var canvas = Canvas(size: Size(width: 8, height: 1))
    canvas.write("a\u{1B}[2Jb", at: Point(column: 0, row: 0))
    #expect(canvas.text == ["a�[2Jb"])
  }

  @Test func aWideCharacterTakesTwoCells() {
    var canvas = Canvas(size: Size(width: 4, height: 1))
    let end = canvas.write("語x", at: Point(column: 0, row: 0))
    #expect(end == 3)
    #expect(canvas.text == ["語x"])
    #expect(canvas[Point(column: 1, row: 0)].character == Cell.continuation)
  }

  @Test(arguments: [(0, ""), (1, "…"), (3, "ab…"), (4, "abcd"), (9, "abcd")])
  func truncationSaysWhatWasCut(limit: Int, expected: String) {
    #expect("abcd".truncated(toColumns: limit) == expected)
  }

  @Test func pastingKeepsToItsRectangle() {
    var picture = Canvas(size: Size(width: 3, height: 3))
    for row in 0..<3 { picture.write("\(row)ab", at: Point(column: 0, row: row)) }
    var canvas = Canvas(size: Size(width: 5, height: 3))
    canvas.paste(
      picture, from: Point(column: 1, row: 1), into: Rect(column: 2, row: 0, width: 2, height: 1))
    #expect(canvas.text == ["  ab", "", ""])
  }

  @Test(arguments: [(0, 0), (1, 1), (-3, 2)])
  func anySizeCanBePaintedOn(width: Int, height: Int) {
    var canvas = Canvas(size: Size(width: width, height: height))
    canvas.write("text", at: Point(column: 0, row: 0))
    canvas.fill(Rect(column: -2, row: -2, width: 9, height: 9), with: Cell("#"))
    let row = String(repeating: "#", count: max(0, width))
    #expect(canvas.text == Array(repeating: row, count: height))
  }

  /// What need not be looked up is as if it had been.
  @Test func linesAndBlocksAreOneColumnWideAndNoControl() {
    for value in UInt32(0x2190)...0x25FF {
      let scalar = Unicode.Scalar(value)!
      #expect(Character(scalar).columns == 1)
      #expect(!Character(scalar).isControl)
      #expect(
        ![.control, .format, .nonspacingMark, .enclosingMark].contains(
          scalar.properties.generalCategory))
    }
    #expect(Character("─\u{301}").columns == 1)
  }
}
