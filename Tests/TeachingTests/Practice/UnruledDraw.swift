import Autodiff
import Lessons
import RandomNumbers
import Teaching

/// Fresh numbers as they would be drawn without regard to wrong rules: no zeros, no ones and no magnitude twice alone.
///
/// The share of examples in which a rule passes unnoticed is compared with this.
struct UnruledDraw {
  let inputs: [String: Double]

  init(for graph: LessonGraph, seed: Int, index: Int) {
    var generator = SplitMix64(seed: UInt64(truncatingIfNeeded: seed &* 1_000_003 &+ index))
    let names = graph.graph.nodes.map(\.name).filter { graph.ranges[$0] != nil }
    var best: (inputs: [String: Double], faults: Int)?
    for _ in 0..<400 {
      var inputs = graph.inputs
      for name in names {
        if let range = graph.ranges[name] {
          inputs[name] = UnruledDraw.number(from: range, &generator)
        }
      }
      guard let faults = UnruledDraw.faults(of: inputs, names, in: graph) else { continue }
      if faults < best?.faults ?? .max { best = (inputs, faults) }
      if faults == 0 { break }
    }
    inputs = best?.inputs ?? graph.inputs
  }

  private static func number(
    from range: ClosedRange<Double>, _ generator: inout SplitMix64
  ) -> Double {
    let isWhole = range.lowerBound == range.lowerBound.rounded()
    let unit = isWhole ? 1 : 10.0
    let low = Int((range.lowerBound * unit).rounded())
    let high = Int((range.upperBound * unit).rounded())
    return Double(low + generator.next(below: high - low + 1)) / unit
  }

  private static func faults(
    of inputs: [String: Double], _ names: [String], in graph: LessonGraph
  ) -> Int? {
    guard let key = try? AnswerKey(graph.graph, at: inputs) else { return nil }
    let drawn = names.compactMap { inputs[$0] }
    let magnitudes = graph.inputs.keys.compactMap { inputs[$0].map(abs) }
    let values = key.list.entries.indices.map { key.value(of: $0) }
    return drawn.count { $0 == 0 || abs($0) == 1 } + magnitudes.count - Set(magnitudes).count
      + values.count { $0 == 0 } + values.count { abs($0) >= 10_000 }
      + (drawn == names.compactMap { graph.inputs[$0] } ? 1 : 0)
  }
}
