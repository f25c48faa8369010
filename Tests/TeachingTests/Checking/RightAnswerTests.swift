import Autodiff
import Expressions
import Foundation
import Teaching
import Testing

/// A law over graphs: no spelling of a right answer is refused, and nothing near it is taken for it.
///
/// `SIMULATED_GRAPHS=1000 swift test --filter RightAnswerTests` tries many graphs.
@Suite struct RightAnswerTests {
  static let count = SimulatedLearnerTests.graphs.map { $0 / 5 } ?? 12

  static func keys() throws -> [AnswerKey] {
    try LearnerGraphs.random(count) + HeldOutGraphs.random(count)
      + PublishedExercise.small.map { try $0.key() }
  }

  @Test func noSpellingOfARightAnswerIsRefused() throws {
    var refused: [String] = []
    var tried = 0
    for key in try RightAnswerTests.keys() {
      for (index, entry) in key.list.entries.enumerated() {
        for text in Spellings(key: key, index: index).all {
          // 2e1 is 2·e1 where something is called e1.
          if key.graph.nodes.contains(where: { $0.name.isPower && text.contains($0.name) }),
            text.allSatisfy({ !$0.isLetter || $0 == "e" })
          {
            continue
          }
          tried += 1
          let verdict = key.check(text, for: index)
          if !verdict.isAccepted {
            refused.append("\(verdict.word): \(entry.name) = \(text) | \(key.sample)")
          }
        }
      }
    }
    #expect(tried > 5000)
    #expect(refused == [], "\(refused.count) of \(tried)")
  }

  @Test func nothingNearARightAnswerIsTakenForIt() throws {
    var taken: [String] = []
    var tried = 0
    for key in try RightAnswerTests.keys() {
      let learner = Learner(key)
      for (index, entry) in key.list.entries.enumerated() {
        for text in NearMisses(of: key.value(of: index)).all {
          tried += 1
          let verdict = key.check(text, for: index)
          guard verdict.isAccepted, !learner.isExcused(text, verdict, at: index) else { continue }
          taken.append(
            "\(verdict.reasonWords) \(entry.name) = \(text) for \(key.value(of: index)) | "
              + key.sample)
        }
      }
    }
    #expect(tried > 1500)
    #expect(taken == [], "\(taken.count) of \(tried)")
  }
}

/// Wrong numbers near a right one.
struct NearMisses {
  let right: Double

  init(of right: Double) { self.right = right }

  /// The last digit typed changed, the sign lost, 2 % more, and 1 more; each further than 0.1 % away.
  var all: [String] {
    var texts = [right * 1.02, right * 0.98, right + 1, right - 1, -right, right * 1.005]
      .map { $0.shortestText }
    for digits in [4, 5, 6] where right != 0 {
      let exponent = right.magnitudeExponent
      guard exponent < digits else { continue }
      let unit = Double.apply(.power, 10, Double(exponent - digits + 1))
      let near = right.rounded(toDigits: digits)
      texts += [2.0, 3, 5, 9, 15].flatMap { [near + $0 * unit, near - $0 * unit] }
        .map { String(format: "%.\(digits - 1 - exponent)f", $0) }
    }
    return texts.filter { text in
      Double(text).map { abs($0 - right) > 0.00101 * abs(right) } ?? false
    }
  }
}

extension Learner {
  /// Whether an answer was accepted for a reason that this learner finds as well: it is the nudge's estimate, or follows
  /// from numbers that are shown.
  func isExcused(_ text: String, _ verdict: Verdict, at index: Int) -> Bool {
    let candidates: [Double] =
      switch verdict.closeness {
      case .nudgeEstimate: [0.001, -0.001].compactMap { estimate(of: index, step: $0) }
      case .roundedEarlier: fromShown(index)
      case .rounded, nil: []
      }
    return candidates.contains { candidate in
      // At the digits typed, rounded or cut.
      let typed = Double(text) ?? .nan
      let digits = text.filter(\.isNumber).drop { $0 == "0" }.count
      let unit = Double.apply(.power, 10, Double(typed.magnitudeExponent - digits + 1))
      return abs(candidate - typed) <= unit
    }
  }

  private func fromShown(_ index: Int) -> [Double] {
    let entry = key.list.entries[index]
    let sources = entry.prerequisites + [key.list.forward(of: entry.node)].compactMap { $0 }
    let shown = Dictionary(
      sources.map { ($0, key.shown($0)) }, uniquingKeysWith: { first, _ in first })
    return (sources.map { [$0: key.shown($0)] } + [shown]).compactMap { following(index, from: $0) }
  }
}

extension String {
  /// Whether it reads as the power of ten behind a number, as `e1` does.
  fileprivate var isPower: Bool { first == "e" && count > 1 && dropFirst().allSatisfy(\.isNumber) }
}
