import Glibc

/// How the numbers of one axis fall on its cells, and which of them are written beside it.
struct PlotProjection {
  private let scale: Plot.Scale
  /// The ends of the axis on its scale: on a logarithmic one, decimal logarithms.
  private var low: Double
  private var high: Double
  let cells: Int
  private(set) var ticks: [PlotTick] = []

  /// - Parameters:
  ///   - values: what the axis shall show if it has no range of its own; all have a place on its scale.
  ///   - cells: the length of the axis, at least 1.
  ///   - intervals: the greatest number of intervals between ticks, at least 1.
  init(_ axis: Plot.Axis, showing values: [Double], cells: Int, intervals: Int) {
    scale = axis.scale
    self.cells = cells
    if let range = axis.range, let low = axis.scale.place(of: range.lowerBound),
      let high = axis.scale.place(of: range.upperBound), low < high
    {
      (self.low, self.high) = (low, high)
    } else {
      let places = values.compactMap(axis.scale.place)
      let empty = axis.scale == .linear ? 0.0...1 : 0...0
      (low, high) = (places.min() ?? empty.lowerBound, places.max() ?? empty.upperBound)
      widenToRoundNumbers(intervals: intervals)
    }
    ticks = PlotTick.ticks(on: scale, from: low, to: high, intervals: intervals)
  }

  /// Moves the ends outwards to round numbers; ends that lie too close to each other are parted first.
  private mutating func widenToRoundNumbers(intervals: Int) {
    switch scale {
    case .logarithmic:
      (low, high) = (low.wholeNumberBelow, high.wholeNumberAbove)
      if low == high { (low, high) = (low - 1, high + 1) }
    case .linear:
      let magnitude = max(abs(low), abs(high))
      if high - low <= magnitude * 1e-9 || magnitude < 1e-280 {
        let margin = magnitude < 1e-280 ? 1 : magnitude / 2
        let bound = Double.greatestFiniteMagnitude - margin
        (low, high) = (max(low, -bound) - margin, min(high, bound) + margin)
      }
      guard let step = DecimalStep(from: low, to: high, intervals: intervals) else { return }
      let ends = (
        step.place((low / step.size).wholeNumberBelow),
        step.place((high / step.size).wholeNumberAbove)
      )
      if ends.0.isFinite, ends.1.isFinite { (low, high) = ends }
    }
  }

  /// Where a number falls, counted in cells: 0 is the centre of the first cell, `cells` − 1 that of the last.
  ///
  /// Far outside the axis it is bounded, so that it can be computed with. A number without a place on the scale has none.
  func position(of value: Double) -> Double? {
    scale.place(of: value).map(position(ofPlace:))
  }

  func position(ofPlace place: Double) -> Double {
    // The difference of two finite numbers can be infinite, that of their quarters cannot.
    let unit = (high - low).isFinite ? 1 : 0.25
    let fraction = (place * unit - low * unit) / (high * unit - low * unit)
    return max(-1e9, min(1e9, fraction * Double(cells - 1)))
  }

  /// The cell in which a number falls, if the axis has it.
  func cell(of value: Double) -> Int? {
    position(of: value).flatMap(cell(at:))
  }

  func cell(at position: Double) -> Int? {
    let cell = Int(position.rounded())
    return (0..<cells).contains(cell) ? cell : nil
  }

  /// The cells of the axis between two positions.
  func cells(from start: Double, to end: Double) -> Range<Int> {
    let (first, last) = (Int(min(start, end).rounded()), Int(max(start, end).rounded()))
    return (first..<last + 1).clamped(to: 0..<cells)
  }
}

extension Plot.Scale {
  /// The number as drawn, if it has a place on the scale.
  func place(of value: Double) -> Double? {
    guard value.isFinite else { return nil }
    return switch self {
    case .linear: value
    case .logarithmic: value > 0 ? log10(value) : nil
    }
  }
}
