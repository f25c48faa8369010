import Autodiff
public import Lessons
import RandomNumbers

/// Numbers for a graph's inputs, drawn from the ranges that its author gave, the same for the same seed.
///
/// Of some draws the one with the fewest faults is taken, so that an answer tells what its learner thought and can be
/// computed by hand. What speaks against a draw, and how much, is in `DrawFaults`.
public struct FreshNumbers {
  /// The inputs with their new numbers; those without a range keep theirs.
  public let inputs: [String: Double]

  /// - Parameters:
  ///   - graph: the graph with its ranges.
  ///   - seed: from 1; every seed gives other numbers, as far as the ranges reach.
  ///   - index: the number of the graph in its lesson, so that two graphs do not get the same numbers.
  public init(for graph: LessonGraph, seed: Int, index: Int) {
    var generator = SplitMix64(seed: UInt64(truncatingIfNeeded: seed &* 1_000_003 &+ index))
    let list = EntryList(graph.graph)
    let draw = RangeDraw(graph)
    var isKnown: Set<[String: Double]> = []
    var candidates: [Candidate] = []
    var structural = StructuralConfusions(moving: draw.names)
    var best: Choice?
    for _ in 0..<FreshNumbers.rounds where best?.hidesNothing != true {
      for _ in 0..<FreshNumbers.attempts {
        let inputs = draw.inputs(&generator)
        guard isKnown.insert(inputs).inserted, let key = try? AnswerKey(list, at: inputs) else {
          continue
        }
        let faults = DrawFaults.beforeRules(of: inputs, in: graph, key)
        candidates.append(Candidate(inputs: inputs, key: key, faults: faults, order: isKnown.count))
      }
      best = FreshNumbers.better(than: best, among: candidates, &structural)
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
      let ruleFaults = structural.faults(of: candidate.key)
      let faults = candidate.faults + ruleFaults
      if faults < best?.faults ?? .max {
        best = Choice(inputs: candidate.inputs, faults: faults, ruleFaults: ruleFaults)
      }
    }
    return best
  }
}

/// Draws numbers from ranges, as far as they reach no zeros, no ones and no magnitude twice.
private struct RangeDraw {
  /// The inputs that have a range, in the order of the graph.
  let names: [String]
  private let graph: LessonGraph
  /// The names with the narrowest range first, which leave the fewest choices.
  private let order: [String]

  init(_ graph: LessonGraph) {
    self.graph = graph
    let names = graph.graph.nodes.map(\.name).filter { graph.ranges[$0] != nil }
    func width(_ place: Int) -> Double {
      graph.ranges[names[place]].map { $0.upperBound - $0.lowerBound } ?? 0
    }
    order = names.indices.sorted { (width($0), $0) < (width($1), $1) }.map { names[$0] }
    self.names = names
  }

  func inputs(_ generator: inout SplitMix64) -> [String: Double] {
    var inputs = graph.inputs
    func isPoor(_ number: Double) -> Bool { number == 0 || abs(number) == 1 }
    var used = Set(inputs.filter { graph.ranges[$0.key] == nil }.values.map(abs))
    for name in order {
      guard let range = graph.ranges[name] else { continue }
      var number = RangeDraw.number(from: range, &generator)
      for _ in 0..<RangeDraw.retries where isPoor(number) || used.contains(abs(number)) {
        let other = RangeDraw.number(from: range, &generator)
        // A magnitude twice is better than a zero or a one.
        if isPoor(number) || !isPoor(other) { number = other }
      }
      inputs[name] = number
      used.insert(abs(number))
    }
    return inputs
  }

  private static let retries = 20

  /// A whole number where the range has whole bounds, else one with a digit after the point.
  private static func number(
    from range: ClosedRange<Double>, _ generator: inout SplitMix64
  ) -> Double {
    let isWhole =
      range.lowerBound == range.lowerBound.rounded()
      && range.upperBound == range.upperBound.rounded() && range.upperBound - range.lowerBound >= 1
    let unit = isWhole ? 1 : 10.0
    // Beyond a billion nobody computes by hand, and far beyond it whole numbers have gaps.
    let reach = range.clamped(to: -1e9...1e9)
    guard range.contains(reach.lowerBound) else { return range.lowerBound }
    let low = Int((reach.lowerBound * unit).rounded(.up))
    let high = Int((reach.upperBound * unit).rounded(.down))
    guard low <= high else { return range.lowerBound }
    return Double(low + generator.next(below: high - low + 1)) / unit
  }
}
