import CNcurses
import Glibc
public import TextScreen

extension Terminal {
  /// Shows a canvas, cut to the screen where it is larger; only what changed is sent.
  public func show(_ canvas: Canvas) {
    erase()
    for row in 0..<min(size.height, canvas.size.height) {
      for column in 0..<min(size.width, canvas.size.width) {
        let point = Point(column: column, row: row)
        let cell = canvas[point]
        if cell != .blank && cell.character != Cell.continuation { put(cell, at: point) }
      }
    }
    if let cursor = canvas.cursor, bounds.contains(cursor) {
      move(CInt(cursor.row), CInt(cursor.column))
      curs_set(1)
    } else {
      curs_set(0)
    }
    refresh()
  }

  private func put(_ cell: Cell, at point: Point) {
    let appearance = Appearance(cell.style, on: palette)
    let shown = Self.shown(cell.character, isASCII: isASCII)
    let pair = appearance.color?.rawValue ?? 0
    let attributes = appearance.attributes.cursesAttributes
    let (row, column) = (CInt(point.row), CInt(point.column))
    if cn_put(row, column, shown.wideText, attributes, pair) == ERR, point != lastPoint {
      cn_put(row, column, Character("?").wideText, attributes, pair)
    }
  }

  private var bounds: Rect {
    Rect(origin: Point(column: 0, row: 0), size: size)
  }

  /// Curses reports an error there, since the cursor cannot go on, although the character is placed.
  private var lastPoint: Point {
    Point(column: size.width - 1, row: size.height - 1)
  }

  /// A character that does no more to a terminal than to take its cells.
  private static func shown(_ character: Character, isASCII: Bool) -> Character {
    if isASCII { return character.isControl ? "?" : character.foldedToASCII }
    let isSafe = !character.isControl && character.wideText.allSatisfy { cn_width($0) >= 0 }
    return isSafe ? character : "�"
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

extension Character {
  /// The scalars that a cell of curses can hold, ended by 0.
  fileprivate var wideText: [wchar_t] {
    unicodeScalars.prefix(5).map { wchar_t($0.value) } + [0]
  }
}
