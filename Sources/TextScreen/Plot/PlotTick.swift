import Glibc

/// A number that is written beside an axis.
struct PlotTick {
  /// Where it stands on the scale of the axis: on a logarithmic one, its decimal logarithm.
  var place: Double
  var text: String

  /// The round numbers between two ends: multiples of 1, 2 or 5 times a power of ten, or powers of ten on a
  /// logarithmic scale, where there are two of them.
  static func ticks(
    on scale: Plot.Scale, from low: Double, to high: Double, intervals: Int
  ) -> [PlotTick] {
    switch scale {
    case .linear: return multiples(from: low, to: high, intervals: intervals)
    case .logarithmic:
      let powers = powersOfTen(from: low, to: high, intervals: intervals)
      guard powers.count < 2 else { return powers }
      return multiples(from: pow(10, low), to: pow(10, high), intervals: intervals)
        .filter { $0.place > 0 }.map { PlotTick(place: log10($0.place), text: $0.text) }
    }
  }

  private static func multiples(
    from low: Double, to high: Double, intervals: Int
  ) -> [PlotTick] {
    guard let step = DecimalStep(from: low, to: high, intervals: intervals) else { return [] }
    let first = (low / step.size).wholeNumberAbove
    let last = (high / step.size).wholeNumberBelow
    // Beyond this bound neighbouring multiples are no longer told apart.
    guard max(abs(first), abs(last)) < 1e14, first <= last else { return [] }
    return (Int(first)...Int(last)).map {
      PlotTick(place: step.place(Double($0)), text: step.text($0))
    }
  }

  private static func powersOfTen(
    from low: Double, to high: Double, intervals: Int
  ) -> [PlotTick] {
    guard let step = DecimalStep(from: low, to: high, intervals: intervals) else { return [] }
    let stride = max(1, Int(step.size))
    let (first, last) = (Int(low.wholeNumberAbove), Int(high.wholeNumberBelow))
    guard first <= last else { return [] }
    let exponents = (first...last).filter { $0.isMultiple(of: stride) }
    let arePlain = exponents.allSatisfy { (-3...5).contains($0) }
    return exponents.map { exponent in
      let text =
        arePlain || exponent == 0 ? DecimalStep.text(1, exponent: exponent) : "1e\(exponent)"
      return PlotTick(place: Double(exponent), text: text)
    }
  }
}
