import Glibc
import RandomNumbers

/// Examples that are drawn by a seed.
public enum DrawnExamples: String, CaseIterable, Sendable {
  /// Two half circles, each the other's inside, as scikit-learn's `make_moons` has them.
  case moons
  /// A small circle in a larger one.
  case circles
  /// Two arms that run around each other.
  case spirals
  /// Points of a square; opposite corners are of one class.
  case xor
  /// Numbers about a straight line.
  case line

  public static let defaultCount = 200

  /// Draws examples: two features and the class 0 or 1; of a line one feature and a number.
  ///
  /// - Precondition: there are two at least.
  public func examples(_ count: Int = defaultCount, seed: UInt64) -> Examples {
    precondition(count > 1, "there are two examples at least")
    var numbers = NormalNumbers(seed: seed, for: .examples)
    var rows: [[Double]] = []
    for index in 0..<count { rows.append(row(index, of: count, &numbers)) }
    numbers.shuffle(&rows)
    let names = self == .line ? ["x1", "y"] : ["x1", "x2", "y"]
    return Examples(
      columns: names.enumerated().map { place, name in
        Examples.Column(name: name, numbers: rows.map { $0[place] })
      }, targets: [names.count - 1])
  }

  private func row(_ index: Int, of count: Int, _ numbers: inout NormalNumbers) -> [Double] {
    // Half of them belong to each class, evenly spread.
    let side = index % 2
    let part = Double(index / 2) / Double(max(1, (count - side + 1) / 2 - 1))
    switch self {
    case .moons:
      let angle = Double.pi * part
      let point = side == 0 ? (cos(angle), sin(angle)) : (1 - cos(angle), 0.5 - sin(angle))
      return [point.0 + 0.1 * numbers.next(), point.1 + 0.1 * numbers.next(), Double(side)]
    case .circles:
      let angle = 2 * Double.pi * part
      let radius = side == 0 ? 1 : 0.5
      return [
        radius * cos(angle) + 0.05 * numbers.next(),
        radius * sin(angle) + 0.05 * numbers.next(), Double(side),
      ]
    case .spirals:
      let radius = 0.1 + 0.9 * part
      let angle = 3.5 * Double.pi * part + Double.pi * Double(side)
      return [
        radius * cos(angle) + 0.02 * numbers.next(),
        radius * sin(angle) + 0.02 * numbers.next(), Double(side),
      ]
    case .xor:
      // A gap along the axes keeps the classes apart.
      let x = 0.1 + 0.9 * numbers.share()
      let y = 0.1 + 0.9 * numbers.share()
      let isUp = (index / 2) % 2 == 0
      return [isUp ? x : -x, (side == 0) == isUp ? y : -y, Double(side)]
    case .line:
      let x = -1 + 2 * Double(index) / Double(count - 1)
      return [x, 0.5 * x + 0.3 + 0.1 * numbers.next()]
    }
  }
}
