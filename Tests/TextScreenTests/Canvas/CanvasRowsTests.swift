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

  @Test func aRowIsTheSameIfItsCellsAre() {
    let (old, new) = (canvas(["ab", "cd", ""]), canvas(["ab", "ce", ""]))
    #expect((0..<3).map { new.hasRow($0, of: old) } == [true, false, true])
    #expect(!canvas(["ab"], Style(.strong)).hasRow(0, of: canvas(["ab"])))
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
}
