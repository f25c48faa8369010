/// Points and lines on two axes, drawn in characters.
///
/// All signs of the axes and of the lines have an ASCII sign that reads the same; marks should be chosen so that they
/// differ in ASCII too, such as `●`, `○`, `+` and `#`.
public struct Plot: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  public enum Scale: Hashable, Sendable {
    case linear
    /// Equal ratios are equally far apart; there is no place for 0 and below.
    case logarithmic
  }

  public struct Axis: Hashable, Sendable {
    public var label: String
    public var scale: Scale
    /// What the axis shows; without it, all points, up to the next round numbers.
    ///
    /// A range that the scale cannot show, such as one from 0 on a logarithmic axis, counts as none.
    public var range: ClosedRange<Double>?

    public init(_ label: String, _ scale: Scale = .linear, range: ClosedRange<Double>? = nil) {
      self.label = label
      self.scale = scale
      self.range = range
    }
  }

  /// Points that belong together.
  public struct Series: Hashable, Sendable {
    public var label: String
    /// In the order in which they are joined.
    ///
    /// A point that has no place on an axis is left out, and breaks the line: one that is not finite, or on a
    /// logarithmic axis not above 0.
    public var points: [Point]
    /// What stands at each point; a blank leaves only the line.
    public var mark: Character
    public var style: Style
    /// Whether neighbouring points are joined by a line, straight on the drawn scales.
    public var isJoined: Bool

    public init(
      _ label: String, _ points: [Point], mark: Character = "●", style: Style = .plain,
      isJoined: Bool = false
    ) {
      self.label = label
      self.points = points
      self.mark = mark
      self.style = style
      self.isJoined = isJoined
    }
  }

  public var series: [Series]
  public var x: Axis
  public var y: Axis

  public init(_ series: [Series], x: Axis, y: Axis) {
    self.series = series
    self.x = x
    self.y = y
  }

  /// The plot as exactly `size.height` lines of at most `size.width` columns.
  ///
  /// Marks stand above all lines, later series above earlier ones. Where there is little room the label of the x axis
  /// goes first, then the legend, the numbers, and the axes. Lines are drawn in the fine dots of Braille; in ASCII, in
  /// the strokes of box drawing, each of which has a sign there.
  ///
  /// - Complexity: O(p(w + h) + wh) for p points on w times h cells.
  public func lines(size: Size, isASCII: Bool = false) -> [StyledText] {
    var painter = PlotPainter(self, size: size)
    painter.paintTexts()
    painter.paintAxes()
    let joined = series.filter(\.isJoined)
    if isASCII {
      for series in joined { painter.paintStrokes(series) }
    } else {
      painter.paintDots(joined)
    }
    for series in series { painter.paintMarks(series) }
    return painter.canvas.styledLines
  }
}
