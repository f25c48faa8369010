import Expressions

/// Whether two formulas are the same, tried at points.
///
/// At each point both are computed with bounds on their rounding, so that what counts as the same follows from the
/// condition of either formula there, and not from the size of its numbers. A formula without a value where the right
/// one has one is another formula.
struct FormulaComparison {
  /// A function of the quantities at a point.
  typealias Function = ([BoundedNumber]) -> BoundedNumber

  enum Outcome: Hashable {
    case same
    /// They have different values at a point.
    case differs(at: [Double], found: Double, expected: Double)
    /// The formula has no value at a point, and the right one has.
    case hasNoValue(at: [Double], expected: Double)
    /// There are too few points where both can be computed to say that they are the same.
    case tooFewPoints
  }

  /// So many points have to agree before two formulas are taken for one.
  static let fewestPoints = 12

  let right: Function
  /// Whether the box, of which the right formula tells, has a value at a point.
  let isInDomain: ([BoundedNumber]) -> Bool
  let points: [[Double]]

  /// - Parameter isInDomain: where the two are compared, besides that the right one has a value there.
  init(
    with right: @escaping Function, at points: [[Double]],
    where isInDomain: @escaping ([BoundedNumber]) -> Bool = { _ in true }
  ) {
    self.right = right
    self.points = points
    self.isInDomain = isInDomain
  }

  /// Compares a formula with the right one.
  ///
  /// - Complexity: O(pn) in the points and in the terms of both formulas; the first difference ends it.
  func outcome(of formula: Function) -> Outcome {
    var agreeing = 0
    var isLost = false
    for point in points {
      let place = point.map { BoundedNumber($0) }
      guard isInDomain(place) else { continue }
      let expected = right(place)
      guard FormulaComparison.isUsable(expected) else { continue }
      let found = formula(place)
      if found.isUndefined { return .hasNoValue(at: point, expected: expected.value) }
      guard FormulaComparison.isUsable(found) else {
        isLost = true
        continue
      }
      guard found.agrees(with: expected) else {
        return .differs(at: point, found: found.value, expected: expected.value)
      }
      agreeing += 1
    }
    if agreeing >= min(FormulaComparison.fewestPoints, points.count), agreeing > 0 { return .same }
    guard agreeing == 0, isLost,
      let point = points.first(where: { point in
        let place = point.map { BoundedNumber($0) }
        return isInDomain(place) && FormulaComparison.isUsable(right(place))
      })
    else { return .tooFewPoints }
    return .hasNoValue(at: point, expected: right(point.map { BoundedNumber($0) }).value)
  }

  /// Some points at which the right formula can be computed, of both ends of the list, so that they are of all kinds.
  ///
  /// - Parameter count: how many of each end.
  func usablePoints(_ count: Int) -> [[Double]] {
    var taken: Set<Int> = []
    for places in [Array(points.indices), points.indices.reversed()] {
      var found = 0
      for place in places where found < count && !taken.contains(place) {
        let point = points[place].map { BoundedNumber($0) }
        guard isInDomain(point), FormulaComparison.isUsable(right(point)) else { continue }
        taken.insert(place)
        found += 1
      }
    }
    return taken.sorted().map { points[$0] }
  }

  /// Whether a value is known well enough to tell it from others.
  private static func isUsable(_ number: BoundedNumber) -> Bool {
    number.isKnown && number.error <= 1e-6 * abs(number.value) + 1e-9
  }
}
