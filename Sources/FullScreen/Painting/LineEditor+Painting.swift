import TextScreen

extension LineEditor {
  /// Paints what is typed, with the cursor in it.
  func paint(inRow promptRow: Int, of canvas: inout Canvas) {
    let width = canvas.size.width
    let start = canvas.write(
      "> ", at: Point(column: ScreenPainter.margin, row: promptRow), Style(.strong))
    let room = width - start - 2
    let before = text.prefix(cursor)
    var hidden = 0
    var columns = before.columns
    for character in before where columns > room {
      columns -= character.columns
      hidden += 1
    }
    let visible = text.dropFirst(hidden).truncated(toColumns: room + 1)
    canvas.write(
      visible, at: Point(column: start, row: promptRow),
      Style(.prompt, isFocused: isSelected))
    canvas.cursor = Point(column: start + columns, row: promptRow)
  }
}
