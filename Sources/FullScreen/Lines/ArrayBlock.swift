import Drawings
import Expressions
import TextScreen

/// An array as a block of lines under its name: a small one as a grid of numbers, a large one as a tinted block.
///
/// The darker a tint, the larger the number without its sign.
struct ArrayBlock {
  private(set) var lines: [StyledText]

  /// A grid has so many rows and columns at most.
  private static let (mostRows, mostColumns) = (4, 4)
  /// A tinted block has so many rows and columns at most.
  private static let tintedSize = Size(width: 12, height: mostRows)
  /// The columns of a number in a grid.
  private static let field = 5
  private static let tints = [" ", "░", "▒", "▓", "█"]
  private static let plainTints = [" ", ".", ":", "+", "#"]

  /// - Parameters:
  ///   - tinted: how large a tinted block is at most.
  ///   - cell: how a cell is written where it is no plain number, by its place; `nil` for its number.
  init(
    _ name: String, _ array: NumericArray, isASCII: Bool, style: Style = .plain,
    tinted size: Size = tintedSize,
    cell: (Int) -> StyledText? = { _ in nil }
  ) {
    let sizes = array.shape.sizes
    let (rows, columns) = (sizes.count > 1 ? sizes[0] : 1, sizes.last ?? 1)
    let isSmall =
      rows <= ArrayBlock.mostRows && columns <= ArrayBlock.mostColumns && array.shape.axes < 3
    lines = [
      StyledText(name, Style(.strong))
        + StyledText(isSmall ? "" : " \(array.shape.text)", Style(.faint))
    ]
    guard isSmall else {
      lines += ArrayBlock.tinted(
        array, rows: rows, columns: columns, in: size, isASCII: isASCII)
      return
    }
    let texts = (0..<rows * columns).map { place in
      cell(place) ?? StyledText(array[place].text(columns: ArrayBlock.field), style)
    }
    let widths = (0..<columns).map { column in
      (0..<rows).map { texts[$0 * columns + column].columns }.max() ?? 0
    }
    for row in 0..<rows {
      var line = StyledText()
      for column in 0..<columns {
        let text = texts[row * columns + column]
        let blanks = widths[column] - text.columns + (column == 0 ? 0 : 1)
        line = line + StyledText(String(repeating: " ", count: blanks)) + text
      }
      lines.append(line)
    }
  }

  private static func tinted(
    _ array: NumericArray, rows: Int, columns: Int, in size: Size, isASCII: Bool
  ) -> [StyledText] {
    let signs = isASCII ? plainTints : tints
    let largest = array.elements.reduce(0) { max($0, abs($1)) }
    let (height, width) = (min(rows, size.height), min(columns, size.width))
    return (0..<height).map { row in
      let cells = (0..<width).map { column -> String in
        let place = (row * rows / height) * columns + column * columns / width
        let number = array.elements.indices.contains(place) ? array[place] : 0
        guard largest > 0, number != 0 else { return signs[0] }
        return signs[1 + min(3, Int(abs(number) / largest * 4))]
      }
      return StyledText(cells.joined(), Style(.faint))
    }
  }

  /// Blocks side by side, as many as have room.
  static func beside(_ blocks: [ArrayBlock], width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    var used = 0
    for block in blocks {
      let columns = block.lines.map(\.columns).max() ?? 0
      let gap = used == 0 ? 0 : 3
      guard used + gap + columns <= width else { break }
      for row in 0..<max(lines.count, block.lines.count) {
        if row >= lines.count { lines.append(StyledText()) }
        let blanks = used + gap - lines[row].columns
        if row < block.lines.count {
          lines[row] =
            lines[row] + StyledText(String(repeating: " ", count: blanks)) + block.lines[row]
        }
      }
      used += gap + columns
    }
    return lines
  }
}
