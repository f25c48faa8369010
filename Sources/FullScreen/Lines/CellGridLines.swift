import Drawings
import Phrases
import TextScreen

/// Boxes of numbers that touch each other, as they lie in an array, the one in hand lit.
struct CellGridLines {
  let lines: [StyledText]

  /// - Parameters:
  ///   - focus: the place of the cell in hand.
  ///   - rows: so many lines have room; of more the boxes around the one in hand are shown.
  init(_ grid: CellGrid, focus: Int, rows: Int, width: Int) {
    let count = (grid.cells.count + grid.width - 1) / grid.width
    let texts = grid.cells.enumerated().map { place, cell in
      CellGridLines.texts(cell, grid.derivativeName, isFocused: place == focus)
    }
    let tall = texts.first?.count ?? 1
    let isTall = count * (tall + 1) + 1 <= rows
    let height = isTall ? tall : 1
    // Where there is no room below the number, the derivative stands beside it, or nowhere.
    let wide = texts.map { [$0.dropFirst().reduce($0[0]) { $0 + StyledText("  ") + $1 }] }
    let wideColumns = wide.joined().map(\.columns).max() ?? 0
    let isWide = !isTall && grid.width * (wideColumns + 3) < width
    let boxes = isWide ? wide : texts.map { Array($0.prefix(height)) }
    let inner = boxes.joined().map(\.columns).max() ?? 0
    let shownColumns = CellGridLines.window(
      of: grid.width, around: focus % grid.width, atMost: max(1, (width - 1) / (inner + 3)))
    let shownRows = CellGridLines.window(
      of: count, around: focus / grid.width, atMost: max(1, (rows - 1) / (height + 1)))
    var lines: [StyledText] = []
    for row in shownRows {
      lines.append(
        CellGridLines.rule(row == shownRows.lowerBound ? "┌┬┐" : "├┼┤", shownColumns.count, inner))
      for line in 0..<height {
        var text = StyledText("│", Style(.box))
        for column in shownColumns {
          let place = row * grid.width + column
          let own = place < boxes.count ? boxes[place][line] : StyledText()
          text = text + StyledText(" ") + own
          text.append(String(repeating: " ", count: inner - own.columns + 1))
          text.append("│", Style(.box))
        }
        lines.append(text)
      }
    }
    self.lines = lines + [CellGridLines.rule("└┴┘", shownColumns.count, inner)]
  }

  /// How many lines a grid has where there is room for all.
  static func height(of grid: CellGrid) -> Int {
    let count = (grid.cells.count + grid.width - 1) / grid.width
    return count * (grid.derivativeName == nil ? 2 : 3) + 1
  }

  /// The name and the number of a cell; below it its derivative.
  private static func texts(
    _ cell: CellGrid.Cell, _ derivativeName: String?, isFocused: Bool
  ) -> [StyledText] {
    func number(_ text: String?, _ role: Style.Role) -> StyledText {
      text.map { StyledText($0, Style(role)) }
        ?? StyledText(String(repeating: EntryMark.placeholder, count: 3), Style(.placeholder))
    }
    let name = StyledText(cell.name, Style(isFocused ? .lit : .plain, isFocused: isFocused))
    let first = name + StyledText(" ") + number(cell.value, .forward)
    guard let derivativeName else { return [first] }
    return [
      first,
      StyledText("\(derivativeName) ", Style(.faint)) + number(cell.derivative, .derivative),
    ]
  }

  private static func rule(_ signs: String, _ count: Int, _ inner: Int) -> StyledText {
    let signs = Array(signs)
    let lines = Array(repeating: String(repeating: "─", count: inner + 2), count: count)
    return StyledText(
      "\(signs[0])\(lines.joined(separator: String(signs[1])))\(signs[2])", Style(.box))
  }

  /// So many of some in a row, with one of them in the middle where they do not all have room.
  private static func window(of count: Int, around place: Int, atMost room: Int) -> Range<Int> {
    guard room < count else { return 0..<count }
    let start = max(0, min(place - room / 2, count - room))
    return start..<start + room
  }
}
