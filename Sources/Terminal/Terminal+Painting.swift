import CNcurses
import Glibc
public import TextScreen

extension Terminal {
  /// Shows a canvas, cut to the screen where it is larger; only what changed is sent.
  ///
  /// Cells that are as they were are left alone, and where none changed nothing is sent.
  public func show(_ canvas: Canvas) {
    let isAnew = shown.size != canvas.size
    if isAnew { erase() }
    var changed: [(row: Int, columns: Range<Int>)] = []
    for row in 0..<canvas.size.height {
      let columns =
        isAnew ? 0..<canvas.size.width : canvas.changedColumns(ofRow: row, from: shown)
      if let columns { changed.append((row, columns)) }
    }
    if changed.isEmpty, canvas.cursor == shown.cursor, !isAnew { return }
    if !isAnew, movesRows(changed.map(\.row), from: shown, to: canvas) { cn_forget_rows() }
    for (row, columns) in changed where row < size.height {
      put(row, columns, of: canvas, isAnew: isAnew)
    }
    shown = canvas
    let cursor = canvas.cursor.flatMap { bounds.contains($0) ? $0 : nil }
    isCursorShown = cursor != nil
    if let cursor { move(CInt(cursor.row), CInt(cursor.column)) }
    sendFrame()
  }

  /// Writes a row anew, or what changed of it in some columns.
  private func put(_ row: Int, _ columns: Range<Int>, of canvas: Canvas, isAnew: Bool) {
    let (shown, width) = (self.shown, size.width)
    let isLastKeptBack = row == size.height - 1 && lastPoint != nil
    let end = isLastKeptBack ? width - 1 : width
    // Of a character of two columns curses gives both up where one is written over.
    guard !isAnew, !canvas.hasWideCharacter(inRow: row), !shown.hasWideCharacter(inRow: row) else {
      if !isAnew {
        move(CInt(row), 0)
        clrtoeol()
      }
      for column in 0..<min(end, canvas.size.width) {
        let point = Point(column: column, row: row)
        let cell = canvas[point]
        if cell != .empty && cell.glyph != Cell.continuation { put(cell, at: point) }
      }
      return
    }
    var run: [cn_cell] = []
    var known: (style: Style, attributes: attr_t, color: Int16)?
    func flush(before column: Int) {
      cn_put_cells(CInt(row), CInt(column - run.count), run, CInt(run.count))
      run.removeAll(keepingCapacity: true)
    }
    for column in columns.clamped(to: 0..<end) {
      let point = Point(column: column, row: row)
      let cell = canvas[point]
      guard cell != shown[point] else {
        if !run.isEmpty { flush(before: column) }
        continue
      }
      let glyph = glyph(of: cell, inColumns: width - column)
      guard let scalar = glyph.scalar, glyph.columns == 1 else {
        if !run.isEmpty { flush(before: column) }
        put(cell, at: point)
        continue
      }
      if known?.style != cell.style {
        let look = looks[cell.style]
        known = (cell.style, look.attributes, look.color)
      }
      run.append(
        cn_cell(
          scalar: wchar_t(scalar.value), attributes: known?.attributes ?? 0,
          pair: known?.color ?? 0))
    }
    if !run.isEmpty { flush(before: min(columns.upperBound, end)) }
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
    write(terminfo.endFrame + questionAfterPicture())
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
    let glyph = glyph(of: cell, inColumns: 1)
    let (attributes, color) = looks[cell.style]
    cn_send_last(String(glyph.character), attributes, color)
  }

  /// What is sent of a cell where there is room for some columns.
  private func glyph(of cell: Cell, inColumns room: Int) -> Glyph {
    if isASCII { return Glyph(cell.character.foldedToASCII) }
    if lacksBraille, let scalar = cell.glyph.scalar, ("\u{2801}"..."\u{28FF}").contains(scalar) {
      return Glyph("·" as Unicode.Scalar)
    }
    return cell.glyph.shown(inColumns: room)
  }

  private func put(_ cell: Cell, at point: Point) {
    let visible = glyph(of: cell, inColumns: size.width - point.column)
    let (attributes, color) = looks[cell.style]
    cn_put(
      CInt(point.row), CInt(point.column), visible.character.wideText, attributes, color)
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
