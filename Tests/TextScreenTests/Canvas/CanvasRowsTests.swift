import Testing
import TextScreen

@Suite struct CanvasRowsTests {
  func canvas(_ rows: [String], _ style: Style = .plain) -> Canvas {
    var canvas = Canvas(size: Size(width: 6, height: rows.count))
    for (row, text) in rows.enumerated() {
      canvas.write(text, at: Point(column: 0, row: row), style)
    }
    return canvas
  }

  @Test func theChangeOfARowReachesFromTheFirstCellThatIsAnotherToTheLast() {
    let old = canvas(["ab", "cd", "", "abcdef"])
    let new = canvas(["ab", "ce", "  x", "bbcdeg"])
    #expect((0..<4).map { new.changedColumns(ofRow: $0, from: old) } == [nil, 1..<2, 2..<3, 0..<6])
    #expect(canvas(["ab"], Style(.strong)).changedColumns(ofRow: 0, from: canvas(["ab"])) == 0..<2)
  }

  @Test func aRowTellsWhetherACharacterOfTwoColumnsStandsInIt() {
    let rows = canvas(["ab", "語", "a語"])
    #expect((0..<3).map { rows.hasWideCharacter(inRow: $0) } == [false, true, true])
  }

  @Test func theTextOfARowIsLookedForInAnother() {
    let (old, new) = (canvas(["ab", "cd"]), canvas(["cd", "xy"], Style(.strong)))
    #expect(new.hasText(ofRow: 0, in: old, row: 1))
    #expect(!new.hasText(ofRow: 0, in: old, row: 0))
    #expect(!new.hasText(ofRow: 1, in: old, row: 1))
  }

  @Test func aRowOfBlanksIsBlank() {
    let rows = canvas(["", "  x"])
    #expect(rows.isBlank(row: 0))
    #expect(!rows.isBlank(row: 1))
  }

  @Test(
    arguments: [
      (Point(column: 0, row: 0), ["1,0 wire lit", "3,1 wire forwardWire"]),
      (Point(column: 1, row: 0), []), (Point(column: -1, row: 0), ["1,0 wire lit"]),
      (Point(column: 9, row: 9), []),
      (Point(column: -9, row: -9), []),
    ] as [(Point, [String])])
  func restyledCellsAreThoseWithAnotherRole(shift: Point, expected: [String]) {
    let size = Size(width: 4, height: 2)
    var (before, now) = (Canvas(size: size), Canvas(size: size))
    before.write("--", at: Point(column: 0, row: 0), Style(.wire))
    before.write("-", at: Point(column: 3, row: 1), Style(.wire))
    now.write("--x", at: Point(column: 0, row: 0), Style(.lit))
    now.write("-", at: Point(column: 0, row: 0), Style(.wire))
    now.write("-", at: Point(column: 3, row: 1), Style(.forwardWire))
    var seen: [String] = []
    now.forEachRestyledCell(in: now.bounds, from: before, shift: shift) { point, style, role in
      seen.append("\(point.column),\(point.row) \(style.role) \(role)")
    }
    #expect(seen == expected)
  }
}
