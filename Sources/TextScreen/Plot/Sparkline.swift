/// A run of numbers as a curve of two lines, where there is no room for a plot.
public struct Sparkline: Hashable, Sendable {
  public var values: [Double]
  public var style: Style

  public init(_ values: [Double], style: Style = .plain) {
    self.values = values
    self.style = style
  }

  /// The curve, the last numbers where it is too long; its ends are the least and the greatest of them.
  ///
  /// - Parameter isASCII: whether it has to be drawn with digits from 0 to 9, on one line of the two.
  public func lines(width: Int, isASCII: Bool = false) -> [StyledText] {
    let shown = values.suffix(max(0, isASCII ? width : 2 * width)).map { $0.isFinite ? $0 : nil }
    let known = shown.compactMap { $0 }
    let (low, high) = (known.min() ?? 0, known.max() ?? 0)
    func share(_ value: Double) -> Double {
      // The difference of two finite numbers can be infinite, that of their halves cannot.
      high > low ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0
    }
    if isASCII {
      let digits = shown.map { $0.map { String(Int((9 * share($0)).rounded())) } ?? " " }
      return [StyledText(), StyledText(digits.joined(), style)]
    }
    var dots = BrailleDots(size: Size(width: (shown.count + 1) / 2, height: 2))
    var last: (x: Double, y: Double)?
    for (column, value) in shown.enumerated() {
      let place = value.map { (x: Double(column) + 0.5, y: 7 * share($0) + 0.5) }
      if let place { dots.setLine(from: last ?? place, to: place, style) }
      last = place
    }
    var canvas = Canvas(size: Size(width: (shown.count + 1) / 2, height: 2))
    dots.forEachCell { canvas[Point(column: $0, row: $1)] = $2 }
    return canvas.styledLines
  }
}
