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
    let points = slope.comparison(with: []).usablePoints(4)
    guard points.count >= 4 else { return [] }
    var met: [Followed: Mistake]?
    for point in points {
      let found = formula.value(at: slope.values(of: formula, at: point.map { BoundedNumber($0) }))
      var here: [Followed: Mistake] = [:]
      for mistake in mistakes(at: point, index, key, slope) {
        let bound = max(abs(mistake.value), 1) * 1e-11
        if found.agrees(with: BoundedNumber(mistake.value, error: bound)) {
          here[Followed(mistake)] = mistake
        }
      }
      met = met.map { earlier in earlier.filter { here[$0.key] != nil } } ?? here
      if met?.isEmpty ?? true { return [] }
    }
    // One rule alone before two at once, and the first place of several.
    let found = (met ?? [:]).values.sorted {
      ($0.second == nil ? 0 : 1, $0.place ?? -1) < ($1.second == nil ? 0 : 1, $1.place ?? -1)
    }
    let node = key.list.entries[index].node
    return inOrder(found).map { reason in
      guard reason.rule == .otherEntry, let slot = reason.place else { return reason }
      return Reason(.otherEntry, other: key.list.localDerivative(of: node, slot: slot))
    }
  }

  /// A rule as it is followed at a certain place; some give several numbers there, of which any may be meant.
  private struct Followed: Hashable {
    var rule: WrongRule
    var place: Int?
    var second: WrongRule?

    init(_ mistake: Mistake) {
      rule = mistake.rule
      place = mistake.place
      second = mistake.second
    }
  }

  /// What each rule gives for the derivative of the box at a point.
  private static func mistakes(
    at point: [Double], _ index: Int, _ key: AnswerKey, _ slope: LocalSlope
  ) -> [Mistake] {
    let box = slope.box
    let results = box.termValues(at: point)
    let slopes = box.slotSlopes(from: results)
    let right = slopes[slope.slot]
    let node = key.list.entries[index].node
    let operand = key.graph.nodes[node].operands[slope.slot]
    var mistakes = LocalMistakes(box, at: point, slot: slope.slot).mistakes
    mistakes += mistakes.map(\.negated)
    mistakes += [
      Mistake(.forwardValue, point[slope.slot]), Mistake(.forwardValue, results[box.root]),
      Mistake(.upsideDown, 1 / right), Mistake(.doubled, 2 * right), Mistake(.sign, -right),
      Mistake(.timesValue, right * point[slope.slot], place: operand),
      Mistake(.timesValue, right * results[box.root], place: node),
    ]
    for slot in slopes.indices where slot != slope.slot {
      mistakes.append(Mistake(.otherEntry, slopes[slot], place: slot))
    }
    return mistakes
  }
}
