import Autodiff
public import Lessons
import RandomNumbers

/// Numbers for a graph's inputs, drawn from the ranges that its author gave, the same for the same seed.
///
/// They are chosen so that an answer tells what its learner thought and can be computed by hand. What speaks against
/// numbers, and how much, is in `DrawFaults`.
public struct FreshNumbers {
  /// The way in which numbers are chosen. Work is marked with the numbers that it was done with, so that each way stays.
  public enum Draw: Int, Hashable, Sendable, CaseIterable {
    /// Of some draws the one with the fewest faults.
    case fewestFaults = 1
    /// The first of those that can be computed in the head, so that many learners have many numbers.
    case firstGood = 2

    /// How numbers are drawn where nothing was drawn before.
    public static let latest = Draw.firstGood
  }

  /// The inputs with their new numbers; those without a range keep theirs.
  public let inputs: [String: Double]

  /// - Parameters:
  ///   - graph: the graph with its ranges.
  ///   - seed: from 1; every seed gives other numbers, as far as the ranges reach.
  ///   - index: the number of the graph in its lesson, so that two graphs do not get the same numbers.
  ///   - taken: numbers that others are wanted than, all inputs together.
  public init(
    for graph: LessonGraph, seed: Int, index: Int, by way: Draw = .latest,
    without taken: Set<[String: Double]> = []
  ) {
    var generator = SplitMix64(seed: UInt64(truncatingIfNeeded: seed &* 1_000_003 &+ index))
    let list = EntryList(graph.graph)
    let draw = RangeDraw(graph)
    var isKnown = taken
    var candidates: [Candidate] = []
    var structural = StructuralConfusions(moving: draw.names)
    var best: Choice?
    for _ in 0..<FreshNumbers.rounds where best?.hidesNothing != true {
      for _ in 0..<FreshNumbers.attempts {
        let inputs = draw.inputs(&generator)
        guard isKnown.insert(inputs).inserted, let key = try? AnswerKey(list, at: inputs) else {
          continue
        }
        let faults =
          way == .fewestFaults
          ? DrawFaults.beforeRules(of: inputs, in: graph, key)
          : DrawFaults.inTheHead(of: inputs, in: graph, key)
        candidates.append(Candidate(inputs: inputs, key: key, faults: faults, order: isKnown.count))
      }
      best =
        way == .fewestFaults
        ? FreshNumbers.better(than: best, among: candidates, &structural)
        : FreshNumbers.good(or: best, among: candidates, &structural)
      candidates = []
    }
    inputs = best?.inputs ?? graph.inputs
  }

  /// How many draws are compared, and how often as many more where in all of them some common wrong rule passes.
  private static let attempts = 60
  private static let rounds = 6

  private struct Candidate {
    var inputs: [String: Double]
    var key: AnswerKey
    /// What speaks against it, whatever the rules say.
    var faults: Int
    var order: Int
  }

  /// The best draw so far.
  private struct Choice {
    var inputs: [String: Double]
    /// What speaks against it, and what of that the rules say.
    var faults: Int
    var ruleFaults: Int

    /// Whether each common wrong rule shows that does so with other numbers.
    var hidesNothing: Bool { ruleFaults < DrawFaults.unnoticed }
  }

  /// The candidate with the fewest faults, the first drawn of several; the best so far where none has fewer.
  ///
  /// The wrong rules are followed only where a draw may yet turn out better.
  private static func better(
    than best: Choice?, among candidates: [Candidate], _ structural: inout StructuralConfusions
  ) -> Choice? {
    var best = best
    for candidate in candidates.sorted(by: { ($0.faults, $0.order) < ($1.faults, $1.order) }) {
      if let best, candidate.faults >= best.faults { break }
      let limit = best.map { $0.faults - candidate.faults } ?? .max
      if let ruleFaults = structural.faults(of: candidate.key, below: limit) {
        best = Choice(
          inputs: candidate.inputs, faults: candidate.faults + ruleFaults, ruleFaults: ruleFaults)
      }
    }
    return best
  }

  /// The first candidate that is good; the best of all where each of those lets some rule pass.
  private static func good(
    or best: Choice?, among candidates: [Candidate], _ structural: inout StructuralConfusions
  ) -> Choice? {
    var best = best
    let limit = limit(of: candidates.map(\.faults).sorted())
    for candidate in candidates where candidate.faults <= limit {
      // One that hides nothing is taken, however the best so far stands.
      let limit = best.map { max(DrawFaults.unnoticed, $0.faults - candidate.faults) } ?? .max
      guard let ruleFaults = structural.faults(of: candidate.key, below: limit) else { continue }
      let choice = Choice(
        inputs: candidate.inputs, faults: candidate.faults + ruleFaults, ruleFaults: ruleFaults)
      if choice.hidesNothing { return choice }
      if choice.faults < best?.faults ?? .max { best = choice }
    }
    return better(than: best, among: candidates, &structural)
  }

  /// The most faults of a good candidate: it is hardly worse than the best, or among the first of all that can be used.
  private static func limit(of faults: [Int]) -> Int {
    guard let least = faults.first, let place = faults.indices.prefix(goodCount).last else {
      return 0
    }
    // Of what is never wanted a good one has no more than the best.
    let unusable = least - least % DrawFaults.unusable + DrawFaults.unusable
    return min(max(least + DrawFaults.leeway, faults[place]), unusable - 1)
  }

  /// Of how many draws one is taken, so that learners who sit side by side have numbers of their own.
  private static let goodCount = 5
}
