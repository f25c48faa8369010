import Autodiff
import Expressions

extension Diagnosis {
  /// The wrong rules whose own formula was typed for a local derivative.
  ///
  /// A rule is met where it gives the formula's value at every point that is tried: that a number is the same here
  /// says nothing of what was done.
  static func reasons(
    forFormula formula: Expression, at index: Int, in key: AnswerKey, _ slope: LocalSlope
  ) -> [Reason] {
    let usable = slope.comparison(with: [formula]).usablePoints
    // Both ends of the list, so that the points are of all kinds.
    let points = Array((usable.prefix(5) + usable.suffix(5)).prefix(10))
    guard points.count >= 4 else { return [] }
    var isMet: [Bool] = []
    var candidates: [Mistake] = []
    for (place, point) in points.enumerated() {
      let found = formula.value(at: slope.values(of: formula, at: point.map { BoundedNumber($0) }))
      let mistakes = mistakes(at: point, index, key, slope)
      if place == 0 {
        candidates = mistakes
        isMet = Array(repeating: true, count: mistakes.count)
      }
      for (mistake, candidate) in mistakes.enumerated() where isMet[mistake] {
        let bound = max(abs(candidate.value), 1) * 1e-11
        isMet[mistake] = found.agrees(with: BoundedNumber(candidate.value, error: bound))
      }
    }
    return inOrder(zip(candidates, isMet).filter(\.1).map(\.0))
  }

  /// What each rule gives for the derivative of the box at a point; at every point the same rules in the same order.
  private static func mistakes(
    at point: [Double], _ index: Int, _ key: AnswerKey, _ slope: LocalSlope
  ) -> [Mistake] {
    let box = slope.box
    let results = box.termValues(at: point)
    let slopes = box.slotSlopes(from: results)
    let right = slopes[slope.slot]
    var mistakes = LocalMistakes(box, at: point, slot: slope.slot).mistakes
    mistakes += mistakes.map(\.negated)
    mistakes += [
      Mistake(.forwardValue, point[slope.slot]), Mistake(.forwardValue, results[box.root]),
      Mistake(.upsideDown, 1 / right), Mistake(.doubled, 2 * right), Mistake(.sign, -right),
      Mistake(.timesValue, right * point[slope.slot]),
      Mistake(.timesValue, right * results[box.root]),
    ]
    for slot in slopes.indices where slot != slope.slot {
      mistakes.append(Mistake(.otherEntry, slopes[slot], place: slot))
    }
    return mistakes
  }
}
