import Expressions
import Foundation

extension Double {
  /// The number as a learner writes it: whole, or rounded to some digits where it is not.
  func written(digits: Int = 6) -> String {
    if self == rounded(), abs(self) < 1e6 { return shortestText }
    let short = String(format: "%.\(digits)g", self)
    // Zeros at the end are written where they were rounded to.
    var text = Double(short) == self ? short : String(format: "%#.\(digits)g", self)
    if text.contains("e"), abs(self) >= 1 { return rounded(toDigits: digits).shortestText }
    if text.contains("e") { return String(format: "%.\(digits - 1)e", self) }
    if text.last == "." { text.removeLast() }
    return text
  }

  /// The number cut off after some digits, in the same writing.
  func cut(digits: Int) -> String {
    guard self != 0, isFinite else { return shortestText }
    let unit = Double.apply(.power, 10, Double(magnitudeExponent - digits + 1))
    let places = max(0, digits - 1 - magnitudeExponent)
    let steps = (abs(self) / unit * (1 + 1e-13)).rounded(.down)
    let number = String(format: "%.\(places)f", steps * unit)
    return (self < 0 ? "-" : "") + number
  }
}
