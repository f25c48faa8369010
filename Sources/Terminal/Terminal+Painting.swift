import CNcurses
import Glibc
public import TextScreen

extension Terminal {
  /// Shows a canvas, cut to the screen where it is larger; only what changed is sent.
  ///
  /// Rows that are as they were are left alone.
  public func show(_ canvas: Canvas) {
    let isAnew = shown.size != canvas.size
    if isAnew { erase() }
    if !isAnew, movesRows(from: shown, to: canvas) { cn_forget_rows() }
    for row in 0..<min(size.height, canvas.size.height)
    where isAnew || !canvas.hasRow(row, of: shown) {
      if !isAnew {
        move(CInt(row), 0)
        clrtoeol()
      }
      put(row, of: canvas)
    }
    shown = canvas
    let cursor = canvas.cursor.flatMap { bounds.contains($0) ? $0 : nil }
    isCursorShown = cursor != nil
    if let cursor { move(CInt(cursor.row), CInt(cursor.column)) }
    sendFrame()
  }

  private func put(_ row: Int, of canvas: Canvas) {
    for column in 0..<min(size.width, canvas.size.width) {
      let point = Point(column: column, row: row)
      let cell = canvas[point]
      if cell != .blank && cell.character != Cell.continuation { put(cell, at: point) }
    }
  }

  /// Whether a row of one canvas stands in another row of the next.
  ///
  /// There curses would scroll a part of the screen, which several terminal emulators misread; sending the rows
  /// anew costs a few thousand bytes.
  private func movesRows(from old: Canvas, to new: Canvas) -> Bool {
    let rows = 0..<new.size.height
    return rows.contains { row in
      !new.isBlank(row: row) && !new.hasText(ofRow: row, in: old, row: row)
        && rows.contains { new.hasText(ofRow: row, in: old, row: $0) }
    }
  }

  /// Sends what changed, marked as a frame, so that a terminal that knows the mark shows it at once.
  func sendFrame() {
    write(terminfo.beginFrame)
    curs_set(isCursorShown ? 1 : 0)
    refresh()
    write(terminfo.endFrame)
  }

  private func put(_ cell: Cell, at point: Point) {
    let appearance = Appearance(cell.style, on: palette)
    let room = size.width - point.column
    let visible = isASCII ? cell.character.foldedToASCII : cell.character.shown(inColumns: room)
    cn_put(
      CInt(point.row), CInt(point.column), visible.wideText, appearance.attributes.cursesAttributes,
      appearance.color?.rawValue ?? 0)
  }

  private var bounds: Rect {
    Rect(origin: Point(column: 0, row: 0), size: size)
  }
}

extension Character {
  /// The character, or `�` where it would do more to a terminal than take the cells that it should.
  fileprivate func shown(inColumns room: Int) -> Character {
    if let ascii = asciiValue, (0x20..<0x7F).contains(ascii) { return room > 0 ? self : "�" }
    let widths = wideText.dropLast().map { Int(cn_width($0)) }
    let fits = widths[0] >= 1 && widths[0] <= min(columns, room)
    let isOne = widths.dropFirst().allSatisfy { $0 == 0 }
    return fits && isOne && !isControl ? self : "�"
  }

  /// The scalars that a cell of curses can hold, ended by 0.
  fileprivate var wideText: [wchar_t] {
    unicodeScalars.prefix(5).map { wchar_t($0.value) } + [0]
  }
}

extension Appearance.Attributes {
  fileprivate var cursesAttributes: attr_t {
    var sum: attr_t = 0
    if contains(.bold) { sum |= cn_bold }
    if contains(.dim) { sum |= cn_dim }
    if contains(.reverse) { sum |= cn_reverse }
    if contains(.underline) { sum |= cn_underline }
    return sum
  }
}
