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

  @Test func symbolsThatAreShownAsPictographsAreWide() {
    let scalars = (0x20...0x1FFFF as ClosedRange<UInt32>).compactMap { Unicode.Scalar($0) }
      .filter { $0.properties.isEmojiPresentation && !(0x1F1E6...0x1F1FF).contains($0.value) }
    #expect(scalars.count > 1_000)
    #expect(scalars.filter { Character($0).columns != 2 } == [])
    #expect("✅⭐❌".columns == 6)
    #expect("✓✗❤→█…".columns == 6)
  }

  @Test func aWideCharacterTakesTwoCells() {
    var canvas = Canvas(size: Size(width: 4, height: 1))
    let end = canvas.write("語x", at: Point(column: 0, row: 0))
    #expect(end == 3)
    #expect(canvas.text == ["語x"])
    #expect(canvas[Point(column: 1, row: 0)].glyph == Cell.continuation)
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

  /// Text whose scalars need not be looked up is written as if each had been.
  @Test func everyScalarIsWrittenAsItsPropertiesSay() {
    for scalar in (UInt32(0x20)...0x33FF).compactMap(Unicode.Scalar.init) {
      let text = "x\(scalar)y"
      let isControl =
        [.control, .format, .lineSeparator, .paragraphSeparator].contains(
          scalar.properties.generalCategory) && scalar != "\u{200D}"
      var cells: [Cell] = []
      for character in text {
        if isControl, character.unicodeScalars.contains(scalar) {
          cells.append(Cell("�"))
        } else {
          let width = character.unicodeScalars.first.map(columns) ?? 0
          if width > 0 { cells.append(Cell(character)) }
          if width > 1 { cells.append(Cell(Cell.continuation)) }
        }
      }
      var canvas = Canvas(size: Size(width: 6, height: 1))
      let end = canvas.write(text, at: Point(column: 0, row: 0))
      let written = (0..<6).map { canvas[Point(column: $0, row: 0)] }
      #expect(written == cells + Array(repeating: .empty, count: 6 - cells.count), "\(text)")
      #expect(end == text.columns, "\(text)")
    }
  }

  /// The columns of a scalar, looked up.
  private func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: 0
    default:
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF: 2
      default: scalar.properties.isEmojiPresentation ? 2 : 1
      }
    }
  }

  @Test func aCharacterOfSeveralScalarsIsOneGlyph() {
    let marked = Character("e\u{301}\u{323}")
    #expect(Glyph(marked).character == marked)
    #expect(Glyph(marked) == Glyph(marked))
    #expect(Glyph(marked) != Glyph("e\u{323}\u{302}"))
    #expect(Glyph(marked).scalar == nil)
    #expect(Glyph("é" as Character).scalar == "é")
  }
}
