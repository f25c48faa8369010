/// Paints the parts of a plot, each in its place.
struct PlotPainter {
  private(set) var canvas: Canvas
  private let plot: Plot
  private let frame: PlotFrame

  init(_ plot: Plot, size: Size) {
    self.plot = plot
    canvas = Canvas(size: size)
    frame = PlotFrame(plot, size: canvas.size)
  }

  /// Paints the legend and the labels of the axes.
  mutating func paintTexts() {
    for (row, texts) in frame.header.enumerated() {
      canvas.write(texts.left, at: cell(0, row))
      canvas.write(texts.right, at: cell(canvas.size.width - texts.right.columns, row))
    }
    if frame.hasXLabel {
      let label = plot.x.label.truncated(toColumns: frame.area.size.width)
      let margin = (frame.area.size.width - label.columns) / 2
      canvas.write(label, at: cell(frame.area.origin.column + margin, canvas.size.height - 1))
    }
  }

  mutating func paintAxes() {
    paintYAxis()
    paintXAxis()
  }

  private mutating func paintYAxis() {
    guard let column = frame.axisColumn else { return }
    for row in frame.area.rows { canvas[cell(column, row)] = Cell("│", .axis) }
    for tick in frame.y.ticks {
      guard let height = frame.y.cell(at: frame.y.position(ofPlace: tick.place)) else { continue }
      let row = self.row(ofHeight: height)
      canvas[cell(column, row)] = Cell("┤", .axis)
      if tick.text.columns <= frame.gutter {
        canvas.write(tick.text, at: cell(frame.gutter - tick.text.columns, row))
      }
    }
  }

  private mutating func paintXAxis() {
    guard let row = frame.axisRow else { return }
    for column in frame.area.columns { canvas[cell(column, row)] = Cell("─", .axis) }
    if let column = frame.axisColumn { canvas[cell(column, row)] = Cell("└", .axis) }
    var free = 0
    for tick in frame.x.ticks {
      guard let place = frame.x.cell(at: frame.x.position(ofPlace: tick.place)) else { continue }
      let column = frame.area.origin.column + place
      canvas[cell(column, row)] = Cell("┬", .axis)
      let width = tick.text.columns
      let start = min(column - width / 2, canvas.size.width - width)
      guard frame.hasTickTexts, start >= free else { continue }
      free = canvas.write(tick.text, at: cell(start, row + 1)) + 1
    }
  }

  /// Paints the marks of a series; of points outside the axes there is nothing to see.
  mutating func paintMarks(_ series: Plot.Series) {
    guard series.mark != " " else { return }
    for point in series.points {
      guard let column = frame.x.cell(of: point.x), let height = frame.y.cell(of: point.y) else {
        continue
      }
      paint(series.shownMark, series.style, column, height)
    }
  }

  /// Paints the lines between neighbouring points of some series in fine dots, later series above earlier ones.
  mutating func paintDots(_ series: [Plot.Series]) {
    var dots = BrailleDots(size: frame.area.size)
    for series in series {
      forEachLine(of: series) { start, end in
        // The middle of the first cell lies half a cell from the edge.
        dots.setLine(
          from: (2 * start.x + 1, 4 * start.y + 2), to: (2 * end.x + 1, 4 * end.y + 2),
          series.style)
      }
    }
    dots.forEachCell { column, row, cell in
      canvas[frame.area.origin + Point(column: column, row: row)] = cell
    }
  }

  /// Paints the lines between neighbouring points of a series in strokes, a cell each.
  mutating func paintStrokes(_ series: Plot.Series) {
    forEachLine(of: series) { start, end in
      if abs(end.x - start.x) >= abs(end.y - start.y) {
        paintFlatLine(series.style, from: start, to: end)
      } else {
        paintSteepLine(series.style, from: start, to: end)
      }
    }
  }

  /// Between neighbouring points that have places, counted in cells from the middle of the lower left one.
  private func forEachLine(
    of series: Plot.Series, _ body: ((x: Double, y: Double), (x: Double, y: Double)) -> Void
  ) {
    for (start, end) in zip(series.points, series.points.dropFirst()) {
      guard let x0 = frame.x.position(of: start.x), let x1 = frame.x.position(of: end.x),
        let y0 = frame.y.position(of: start.y), let y1 = frame.y.position(of: end.y)
      else { continue }
      body((x0, y0), (x1, y1))
    }
  }

  /// Paints one cell in each column between two positions, in the direction of the line there.
  private mutating func paintFlatLine(
    _ style: Style, from start: (x: Double, y: Double), to end: (x: Double, y: Double)
  ) {
    let slope = start.x == end.x ? 0 : (end.y - start.y) / (end.x - start.x)
    func height(_ column: Int) -> Int {
      Int((start.y + slope * (Double(column) - start.x)).rounded())
    }
    for column in frame.x.cells(from: start.x, to: end.x) {
      let here = height(column)
      let sign: Character = height(column + 1) > here ? "╱" : height(column - 1) > here ? "╲" : "─"
      paint(sign, style, column, here)
    }
  }

  /// Paints one cell in each row between two positions, in the direction of the line there.
  private mutating func paintSteepLine(
    _ style: Style, from start: (x: Double, y: Double), to end: (x: Double, y: Double)
  ) {
    let slope = (end.x - start.x) / (end.y - start.y)
    func column(_ height: Int) -> Int {
      Int((start.x + slope * (Double(height) - start.y)).rounded())
    }
    for height in frame.y.cells(from: start.y, to: end.y) {
      let (here, above) = (column(height), column(height + 1))
      paint(above > here ? "╱" : above < here ? "╲" : "│", style, here, height)
    }
  }

  /// Paints a cell of the area, counted from its lower left corner.
  private mutating func paint(_ character: Character, _ style: Style, _ column: Int, _ height: Int)
  {
    let point = cell(frame.area.origin.column + column, row(ofHeight: height))
    if frame.area.contains(point) { canvas[point] = Cell(character, style) }
  }

  private func row(ofHeight height: Int) -> Int {
    frame.area.origin.row + frame.area.size.height - 1 - height
  }

  private func cell(_ column: Int, _ row: Int) -> Point {
    Point(column: column, row: row)
  }
}

extension Style {
  fileprivate static let axis = Style(.faint)
}
