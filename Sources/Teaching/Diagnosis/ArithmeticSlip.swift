import Expressions

/// Slips of somebody who follows the right rule and miscalculates.
enum ArithmeticSlip {
  /// Whether a number is a slip away from the right one and near it: one more or less, a digit wrong, two digits
  /// swapped, or one row further in the multiplication table.
  ///
  /// - Parameter factors: the numbers that are multiplied for it, if it is a product.
  static func explains(_ typed: TypedNumber, _ right: Double, factors: [Double]) -> Bool {
    let value = typed.value
    guard value != 0, right != 0, (value < 0) == (right < 0) else { return false }
    if right == right.rounded(), value == value.rounded() {
      if abs(value - right) == 1, abs(right) > 2 { return true }
      if abs(value - right) == 10, abs(right) >= 20 { return true }
      if isNeighbour(value, in: factors) { return true }
    }
    // Another first digit is another size.
    guard abs(value - right) <= 0.5 * abs(right) else { return false }
    return isMisspelt(value, right, digits: typed.fewestDigits)
  }

  private static func isNeighbour(_ value: Double, in factors: [Double]) -> Bool {
    guard factors.count == 2, factors.allSatisfy({ $0 == $0.rounded() && abs($0) <= 100 }) else {
      return false
    }
    let (a, b) = (factors[0], factors[1])
    return [(a + 1) * b, (a - 1) * b, a * (b + 1), a * (b - 1)]
      .contains { $0 == value && $0 != 0 }
  }

  /// Whether the digits of two numbers of one size differ in one place, or in two neighbours that are swapped.
  private static func isMisspelt(_ value: Double, _ right: Double, digits: Int) -> Bool {
    guard digits >= 2 || abs(right) >= 10 else { return false }
    let exact = right.rounded(toDigits: max(2, min(digits, 15)))
    for right in [right, exact] {
      let (a, b) = (written(value), written(right))
      guard a.count == b.count, a.count >= 2, a.point == b.point else { continue }
      let differing = a.digits.indices.filter { a.digits[$0] != b.digits[$0] }
      if differing.count == 1 { return true }
      if differing.count == 2, differing[0] + 1 == differing[1],
        a.digits[differing[0]] == b.digits[differing[1]],
        a.digits[differing[1]] == b.digits[differing[0]]
      {
        return true
      }
    }
    return false
  }

  private static func written(_ number: Double) -> (digits: [Character], point: Int, count: Int) {
    let text = abs(number).shortestText
    guard !text.contains("e") else { return ([], 0, 0) }
    let point = text.firstIndex(of: ".").map { text.distance(from: text.startIndex, to: $0) }
    let digits = text.filter { $0 != "." }
    return (Array(digits), point ?? digits.count, digits.count)
  }
}
