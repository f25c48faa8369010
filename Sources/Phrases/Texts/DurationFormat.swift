import Expressions

extension Double {
  /// A time in seconds for reading, in the unit that suits it.
  package var durationText: String {
    func text(_ value: Double, _ unit: String) -> String {
      "\(value.rounded(toDigits: 2).shortestText) \(unit)"
    }
    if self < 1e-3 { return text(self * 1e6, "µs") }
    if self < 1 { return text(self * 1e3, "ms") }
    if self < 120 { return text(self, "s") }
    return text(self / 60, "min")
  }
}
