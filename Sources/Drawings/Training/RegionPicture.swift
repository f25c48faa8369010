package import TextScreen

/// A plane coloured by the class that a graph gives each of its points, two points in a cell, one above the other,
/// with examples on it.
package struct RegionPicture {
  /// An example at its place in the plane.
  package struct Mark: Hashable {
    package var x: Double
    package var y: Double
    /// Whether it is of the second class.
    package var isSecond: Bool
    /// Whether the graph gives it the other class.
    package var isWrong: Bool

    package init(x: Double, y: Double, isSecond: Bool, isWrong: Bool) {
      self.x = x
      self.y = y
      self.isSecond = isSecond
      self.isWrong = isWrong
    }
  }

  /// What the plane shows, from left to right and from below to above.
  package var x: ClosedRange<Double>
  package var y: ClosedRange<Double>
  package var size: Size

  package init(x: ClosedRange<Double>, y: ClosedRange<Double>, size: Size) {
    self.x = x
    self.y = y
    self.size = size
  }

  /// The points whose classes the picture wants, row by row from above.
  package var points: [(x: Double, y: Double)] {
    let wide = (x.upperBound - x.lowerBound) / Double(size.width)
    let high = (y.upperBound - y.lowerBound) / Double(2 * size.height)
    var points: [(x: Double, y: Double)] = []
    for row in 0..<2 * size.height {
      let down = (Double(row) + 0.5) * high
      for column in 0..<size.width {
        points.append((x.lowerBound + (Double(column) + 0.5) * wide, y.upperBound - down))
      }
    }
    return points
  }

  /// The picture as lines.
  ///
  /// - Parameter isSecond: for each of `points` whether it is of the second class.
  package func lines(_ isSecond: [Bool], _ marks: [Mark], isASCII: Bool) -> [StyledText] {
    guard isSecond.count == 2 * size.height * size.width else { return [] }
    var canvas = Canvas(size: size)
    for row in 0..<size.height {
      for column in 0..<size.width {
        let above = isSecond[2 * row * size.width + column]
        let below = isSecond[(2 * row + 1) * size.width + column]
        canvas[Point(column: column, row: row)] = RegionPicture.cell(above, below, isASCII)
      }
    }
    for mark in marks {
      let place = Point(
        column: Int((mark.x - x.lowerBound) / (x.upperBound - x.lowerBound) * Double(size.width)),
        row: Int((y.upperBound - mark.y) / (y.upperBound - y.lowerBound) * Double(size.height)))
      let sign: Character =
        isASCII ? (mark.isSecond ? "x" : "o") : (mark.isSecond ? "×" : "○")
      canvas[place] = Cell(sign, Style(mark.isWrong ? .wrong : .strong))
    }
    return canvas.styledLines
  }

  /// Shades tell the classes apart without colours; where they meet in a cell a half stands.
  private static func cell(_ above: Bool, _ below: Bool, _ isASCII: Bool) -> Cell {
    switch (above, below) {
    case (false, false): Cell(isASCII ? "." : "░", Style(.forward))
    case (true, true): Cell(isASCII ? "#" : "▓", Style(.notice))
    case (true, false): Cell(isASCII ? "\"" : "▀", Style(.notice))
    case (false, true): Cell(isASCII ? "_" : "▄", Style(.notice))
    }
  }
}
