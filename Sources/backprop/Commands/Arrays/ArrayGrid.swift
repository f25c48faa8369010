import Expressions
import TextScreen

/// An array as lines of numbers that line up: a number and a vector on one line, a matrix row by row.
///
/// What has no room is left out and marked by `…`.
struct ArrayGrid {
  let lines: [String]

  /// So many rows of a matrix are shown.
  private static let rowLimit = 8

  init(_ array: NumericArray, columns: Int) {
    let sizes = array.shape.sizes
    let width = sizes.last ?? 1
    let rows = width == 0 ? 0 : array.elements.count / width
    guard rows > 0 else {
      lines = ["[]"]
      return
    }
    let shown = min(rows, ArrayGrid.rowLimit)
    // A column has the width of its longest number among the rows that are shown.
    let cells = (0..<shown).map { row in
      (0..<min(width, columns)).map { array[row * width + $0].inGrid }
    }
    var widths: [Int] = []
    for column in cells[0].indices { widths.append(cells.map { $0[column].columns }.max() ?? 0) }
    var total = -2
    var count = 0
    for width in widths {
      guard total + width + 2 <= columns - (count + 1 < widths.count ? 3 : 0) else { break }
      total += width + 2
      count += 1
    }
    count = max(1, count)
    var lines = cells.map { row in
      let numbers = zip(row, widths).prefix(count).map { text, width in
        String(repeating: " ", count: width - text.columns) + text
      }
      return numbers.joined(separator: "  ") + (count < width ? "  …" : "")
    }
    // A line between the matrices of three axes.
    if sizes.count == 3, sizes[1] > 0 {
      for row in stride(from: shown - 1, to: 0, by: -1) where row % sizes[1] == 0 {
        lines.insert("", at: row)
      }
    }
    if shown < rows { lines.append("… \(rows - shown) more rows") }
    self.lines = lines
  }
}

extension Double {
  /// The number with six digits, as tables of many numbers have it.
  fileprivate var inGrid: String { rounded(toDigits: 6).shortestText }
}
