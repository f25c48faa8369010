import Autodiff
public import Lessons
import RandomNumbers

/// Numbers for a graph's inputs, drawn from the ranges that its author gave, the same for the same seed.
///
/// They are chosen so that answers can be told apart: no zeros and no ones, no magnitude twice, nothing whose value or
/// derivative is not finite, and values that a person can compute by hand.
public struct FreshNumbers {
  /// The inputs with their new numbers; those without a range keep theirs.
  public let inputs: [String: Double]

  /// - Parameters:
  ///   - graph: the graph with its ranges.
  ///   - seed: from 1; every seed gives other numbers, as far as the ranges reach.
  ///   - index: the number of the graph in its lesson, so that two graphs do not get the same numbers.
  public init(for graph: LessonGraph, seed: Int, index: Int) {
    var generator = SplitMix64(seed: UInt64(truncatingIfNeeded: seed &* 1_000_003 &+ index))
    let names = graph.graph.nodes.map(\.name).filter { graph.ranges[$0] != nil }
    var best: (inputs: [String: Double], faults: Int)?
    for _ in 0..<FreshNumbers.attempts {
      var inputs = graph.inputs
      for name in names {
        if let range = graph.ranges[name] {
          inputs[name] = FreshNumbers.draw(from: range, &generator)
        }
      }
      guard let faults = FreshNumbers.faults(of: inputs, names, in: graph) else { continue }
      if faults < best?.faults ?? .max { best = (inputs, faults) }
      if faults == 0 { break }
    }
    inputs = best?.inputs ?? graph.inputs
  }

  private static let attempts = 400

  /// A whole number where the range has whole bounds, else one with a digit after the point.
  private static func draw(
    from range: ClosedRange<Double>, _ generator: inout SplitMix64
  ) -> Double {
    let isWhole =
      range.lowerBound == range.lowerBound.rounded()
      && range.upperBound == range.upperBound.rounded() && range.upperBound - range.lowerBound >= 1
    let unit = isWhole ? 1 : 10.0
    let low = Int((range.lowerBound * unit).rounded(.up))
    let high = Int((range.upperBound * unit).rounded(.down))
    guard low <= high else { return range.lowerBound }
    return Double(low + generator.next(below: high - low + 1)) / unit
  }

  /// How many things speak against some numbers; nothing where the graph cannot be computed with them.
  private static func faults(
    of inputs: [String: Double], _ names: [String], in graph: LessonGraph
  ) -> Int? {
    guard let key = try? AnswerKey(graph.graph, at: inputs) else { return nil }
    var faults = 0
    let drawn = names.compactMap { inputs[$0] }
    faults += drawn.count { $0 == 0 || abs($0) == 1 }
    let magnitudes = graph.inputs.keys.compactMap { inputs[$0].map(abs) }
    faults += magnitudes.count - Set(magnitudes).count
    for index in key.list.entries.indices {
      let value = key.value(of: index)
      if value == 0 { faults += 1 }
      if abs(value) >= 10_000 { faults += 1 }
    }
    if drawn == names.compactMap({ graph.inputs[$0] }) { faults += 1 }
    return faults
  }
}
