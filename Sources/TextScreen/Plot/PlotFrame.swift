/// Where the parts of a plot stand: in the middle its points, around them as much of the axes and texts as has room.
struct PlotFrame {
  /// The texts above the points: the label of the y axis at the left, the legend at the right.
  let header: [(left: StyledText, right: StyledText)]
  let x: PlotProjection
  let y: PlotProjection
  /// The cells of the points; empty where the plot is.
  let area: Rect
  let hasTickTexts: Bool
  let hasXLabel: Bool

  /// The column of the y axis, if it is drawn.
  var axisColumn: Int? { area.origin.column > 0 ? area.origin.column - 1 : nil }
  /// The columns left of the y axis, for its numbers.
  var gutter: Int { max(0, area.origin.column - 1) }
  /// The row below the points, for the x axis if it is drawn.
  let axisRow: Int?

  init(_ plot: Plot, size: Size) {
    let texts = PlotFrame.header(plot, width: size.width)
    var rows = size.height
    func take(_ wanted: Int, leaving least: Int) -> Bool {
      guard wanted > 0, rows - wanted >= least else { return false }
      rows -= wanted
      return true
    }
    let hasAxis = take(1, leaving: 2)
    hasTickTexts = hasAxis && take(1, leaving: 3)
    header = take(texts.count, leaving: 3) ? texts : []
    hasXLabel = hasTickTexts && take(plot.x.label.isEmpty ? 0 : 1, leaving: 4)

    let points = plot.series.flatMap(\.points).filter {
      plot.x.scale.place(of: $0.x) != nil && plot.y.scale.place(of: $0.y) != nil
    }
    y = PlotProjection(
      plot.y, showing: points.map(\.y), cells: max(1, rows), intervals: min(6, max(2, rows / 2)))
    let widest = y.ticks.map(\.text.columns).max() ?? 0
    let leastColumns = 8
    let left =
      size.width - widest - 1 >= leastColumns && rows > 2
      ? widest + 1 : size.width > 1 && hasAxis ? 1 : 0
    let columns = max(0, size.width - left)
    x = PlotProjection(
      plot.x, showing: points.map(\.x), cells: max(1, columns),
      intervals: min(8, max(2, columns / 8)))
    area = Rect(column: left, row: header.count, width: columns, height: max(0, rows))
    axisRow = hasAxis ? header.count + rows : nil
  }

  /// The texts above the points, on one line if they fit side by side.
  private static func header(
    _ plot: Plot, width: Int
  ) -> [(left: StyledText, right: StyledText)] {
    let label = StyledText(plot.y.label.truncated(toColumns: width))
    guard plot.series.count > 1 else { return label.isEmpty ? [] : [(label, StyledText())] }
    var legend = StyledText()
    for series in plot.series {
      let text = " " + series.label
      let gap = legend.isEmpty ? "" : "   "
      let room = width - legend.columns - gap.columns - 1
      guard room > 1 else {
        legend.append("…".prefix(max(0, width - legend.columns)))
        break
      }
      legend.append(gap)
      legend.append(String(series.legendMark), series.style)
      legend.append(text.truncated(toColumns: room))
    }
    if label.isEmpty { return [(StyledText(), legend)] }
    if label.columns + 3 + legend.columns <= width { return [(label, legend)] }
    return [(StyledText(), legend), (label, StyledText())]
  }
}

extension Plot.Series {
  /// The mark, if it takes one cell; a terminal would be confused by others.
  var shownMark: Character {
    mark.columns == 1 ? mark.printable : "�"
  }

  fileprivate var legendMark: Character { mark == " " ? "─" : shownMark }
}
