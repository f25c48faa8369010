import Expressions
import RandomNumbers

/// Points at which formulas are tried.
///
/// First a few that a person can follow; then those that are given, such as the graph's own numbers; then numbers of
/// both signs and of several sizes of which none is a neat multiple of another; and both sides of every kink and of
/// every border beyond which a formula has no value.
struct TrialPoints {
  private(set) var points: [[Double]]

  /// - Parameters:
  ///   - count: how many quantities a point has.
  ///   - own: points that are tried, and around which others lie.
  ///   - isOwnFirst: whether they come before all others, since everybody may see what comes of them.
  ///   - formulas: formulas over the same quantities, by the place of each of their names; their kinks count.
  init(
    _ count: Int, around own: [[Double]], isOwnFirst: Bool = false,
    kinksOf formulas: [(Expression, [Int])]
  ) {
    guard count > 0 else {
      points = [[]]
      return
    }
    points = isOwnFirst ? own + TrialPoints.neat(count) : TrialPoints.neat(count) + own
    let length = formulas.reduce(0) { $0 + $1.0.terms.count }
    // Long formulas are tried at fewer points, so that no answer waits.
    let share = max(1, min(4, 2_000 / max(1, length)))
    var random = SplitMix64(seed: 0x5EED)
    for _ in 0..<8 * share {
      points.append((0..<count).map { _ in TrialPoints.number(&random) })
    }
    for _ in 0..<4 * share {
      let size = Double.apply(.power, 10, TrialPoints.unit(&random) * 3 - 1)
      points.append((0..<count).map { _ in size * (1 + TrialPoints.unit(&random)) })
      points.append((0..<count).map { _ in size * (2 * TrialPoints.unit(&random) - 1) })
    }
    for place in own {
      for _ in 0..<4 * share {
        points.append(
          place.map { number in
            let factor = 0.6 + TrialPoints.unit(&random)
            return number * factor + TrialPoints.unit(&random) - 0.5
          })
      }
      for _ in 0..<2 * share {
        points.append(place.map { $0 * (0.95 + 0.1 * TrialPoints.unit(&random)) })
      }
    }
    addKinks(of: formulas, around: own + points.prefix(3) + points.suffix(4))
  }

  /// Small numbers of both signs, so that a person can follow them.
  private static func neat(_ count: Int) -> [[Double]] {
    let numbers = [2.0, 3, -3, 0.5, 5, -1.5, 7, -4, 0.25, 11, 1.7]
    return numbers.indices.map { start in
      (0..<count).map { (place: Int) -> Double in
        // The later names would begin again with the same numbers.
        let number = numbers[(start + place * 3) % numbers.count]
        return number + 0.3 * Double(place / numbers.count)
      }
    }
  }

  private static func unit(_ random: inout SplitMix64) -> Double {
    Double(random.next() >> 11) / 9_007_199_254_740_992
  }

  /// A number between a tenth and forty, of either sign.
  private static func number(_ random: inout SplitMix64) -> Double {
    let size = Double.apply(.power, 10, unit(&random) * 2.6 - 1)
    return random.next() & 1 == 0 ? size : -size
  }

  /// Adds points on both sides of where an operation has a kink, a tie or a border.
  private mutating func addKinks(of formulas: [(Expression, [Int])], around bases: [[Double]]) {
    let limit = 160
    var added = 0
    for (expression, places) in formulas where expression.terms.count <= 200 {
      for (term, difference) in expression.kinks {
        for base in bases.prefix(4) {
          for slot in expression.names.indices where added < limit {
            guard let kink = expression.root(of: term, difference, along: slot, from: base, places)
            else { continue }
            let step = 1e-3 * max(1, abs(kink))
            for distance in [-40 * step, -step, step, 40 * step] {
              var point = base
              point[places[slot]] = kink + distance
              points.append(point)
            }
            added += 4
          }
        }
      }
    }
  }
}

extension Expression {
  /// The terms at whose zero the formula has a kink or a border, or the pairs at whose tie it has.
  fileprivate var kinks: [(Int, Int?)] {
    terms.compactMap { term in
      switch term {
      case .unary(let operation, let a):
        [.relu, .abs, .sign, .step, .log, .sqrt].contains(operation) ? (a, nil) : nil
      case .binary(.max, let a, let b), .binary(.min, let a, let b): (a, b)
      case .binary(.divide, _, let b): (b, nil)
      case .binary(.power, let a, _): (a, nil)
      case .number, .constant, .name, .binary, .array: nil
      }
    }
  }

  /// Where a term is zero, or two are equal, as one name moves and the others stay.
  ///
  /// - Returns: the name's value there by Newton's method; nothing where that does not lead to one.
  fileprivate func root(
    of term: Int, _ other: Int?, along slot: Int, from base: [Double], _ places: [Int]
  ) -> Double? {
    var values = places.map { base[$0] }
    func distance(_ x: Double) -> Double {
      values[slot] = x
      let results = termValues(at: values)
      return results[term] - (other.map { results[$0] } ?? 0)
    }
    var x = values[slot]
    for _ in 0..<12 {
      let here = distance(x)
      guard here.isFinite else { return nil }
      if abs(here) <= 1e-9 * max(1, abs(x)) { return x }
      let step = 1e-6 * max(1, abs(x))
      let slope = (distance(x + step) - here) / step
      guard slope.isFinite, slope != 0 else { return nil }
      x -= here / slope
      guard abs(x) < 1e6 else { return nil }
    }
    return nil
  }
}
