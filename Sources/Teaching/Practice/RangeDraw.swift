import Autodiff
import Lessons
import RandomNumbers

/// Draws numbers from ranges, as far as they reach no zeros, no ones and no magnitude twice.
struct RangeDraw {
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
