import Expressions
import Foundation

extension Double {
  /// The number as a learner writes it: whole, or rounded to some digits where it is not.
  func written(digits: Int = 6) -> String {
    if self == rounded(), abs(self) < 1e6 { return shortestText }
    let short = String(format: "%.\(digits)g", self)
    // Zeros at the end are written where they were rounded to.
    let text = Double(short) == self ? short : String(format: "%#.\(digits)g", self)
    return text.contains("e") ? shortestText : text
  }
}
