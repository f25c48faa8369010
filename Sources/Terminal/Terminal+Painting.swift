import CNcurses
import Glibc
public import TextScreen

extension Terminal {
  /// Shows a canvas, cut to the screen where it is larger; only what changed is sent.
  ///
  /// Rows that are as they were are left alone, and where none changed nothing is sent.
  public func show(_ canvas: Canvas) {
    if canvas == shown { return }
    let isAnew = shown.size != canvas.size
    if isAnew { erase() }
    let changed = (0..<canvas.size.height).filter { isAnew || !canvas.hasRow($0, of: shown) }
    if !isAnew, movesRows(changed, from: shown, to: canvas) { cn_forget_rows() }
    for row in changed where row < size.height {
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
      if cell != .empty && cell.glyph != Cell.continuation && point != lastPoint {
        put(cell, at: point)
      }
    }
  }

  /// Whether one of the rows that changed stood in another row before.
  ///
  /// There curses would scroll a part of the screen, which several terminal emulators misread; sending the rows
  /// anew costs a few thousand bytes.
  private func movesRows(_ changed: [Int], from old: Canvas, to new: Canvas) -> Bool {
    changed.contains { row in
      !new.isBlank(row: row) && !new.hasText(ofRow: row, in: old, row: row)
        && (0..<old.size.height).contains { new.hasText(ofRow: row, in: old, row: $0) }
    }
  }

  /// Sends what changed, marked as a frame, so that a terminal that knows the mark shows it at once.
  func sendFrame() {
    write(terminfo.beginFrame)
    curs_set(isCursorShown ? 1 : 0)
    refresh()
    sendLastCell()
    write(terminfo.endFrame)
  }

  /// The last cell of the screen, where it is sent beside curses.
  ///
  /// Curses fills it by ways that several terminals lack, and that take two columns, lest the screen scroll; it does
  /// not where the margin waits.
  private var lastPoint: Point? {
    cn_margin_waits() ? Point(column: size.width - 1, row: size.height - 1) : nil
  }

  private func sendLastCell() {
    guard let point = lastPoint else { return }
    let cell = shown[point]
    let isWideOne = cell.glyph == Cell.continuation
    let wasFilled = isLastCellFilled
    isLastCellFilled = cell != .empty && !isWideOne
    guard isLastCellFilled || (wasFilled && !isWideOne) else { return }
    let (glyph, attributes, color) = look(of: cell, inColumns: 1)
    cn_send_last(String(glyph.character), attributes, color)
  }

  /// How a cell is sent where there is room for some columns.
  private func look(
    of cell: Cell, inColumns room: Int
  ) -> (glyph: Glyph, attributes: attr_t, color: Int16) {
    let appearance = Appearance(cell.style, on: palette)
    let glyph = isASCII ? Glyph(cell.character.foldedToASCII) : cell.glyph.shown(inColumns: room)
    return (glyph, appearance.attributes.cursesAttributes, appearance.color?.rawValue ?? 0)
  }

  private func put(_ cell: Cell, at point: Point) {
    let (visible, attributes, color) = look(of: cell, inColumns: size.width - point.column)
    let (row, column) = (CInt(point.row), CInt(point.column))
    if let scalar = visible.scalar {
      cn_put_scalar(row, column, wchar_t(scalar.value), attributes, color)
    } else {
      cn_put(row, column, visible.character.wideText, attributes, color)
    }
  }

  private var bounds: Rect {
    Rect(origin: Point(column: 0, row: 0), size: size)
  }
}

extension Glyph {
  /// The glyph, or `�` where it would do more to a terminal than take the cells that it should.
  fileprivate func shown(inColumns room: Int) -> Glyph {
    func fits(_ scalar: Unicode.Scalar) -> Bool {
      let width = Int(cn_width(wchar_t(scalar.value)))
      return width >= 1 && width <= min(columns, room) && !isControl
    }
    if let scalar {
      let isASCII = (0x20..<0x7F).contains(scalar.value) && room > 0
      return isASCII || fits(scalar) ? self : .replacement
    }
    let scalars = character.unicodeScalars.prefix(5)
    let areMarks = scalars.dropFirst().allSatisfy { cn_width(wchar_t($0.value)) == 0 }
    return areMarks && scalars.first.map(fits) ?? false ? self : .replacement
  }

  private static let replacement = Glyph("�" as Unicode.Scalar)
}

extension Character {
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
