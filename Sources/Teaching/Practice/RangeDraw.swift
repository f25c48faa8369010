import Autodiff
import Lessons
import RandomNumbers

/// Draws numbers from ranges, as far as they reach no zeros and no ones.
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

  /// Draws a number for each range.
  ///
  /// - Parameter areApart: whether no magnitude is drawn twice, as far as the ranges reach; where they overlap, that
  ///   leaves little to choose.
  func inputs(_ generator: inout SplitMix64, areApart: Bool) -> [String: Double] {
    var inputs = graph.inputs
    var used = Set(inputs.filter { graph.ranges[$0.key] == nil }.values.map(abs))
    for name in order {
      guard let range = graph.ranges[name] else { continue }
      var number = RangeDraw.number(from: range, &generator)
      for _ in 0..<RangeDraw.retries
      where RangeDraw.isPoor(number) || (areApart && used.contains(abs(number))) {
        let other = RangeDraw.number(from: range, &generator)
        // A magnitude twice is better than a zero or a one.
        if RangeDraw.isPoor(number) || !RangeDraw.isPoor(other) { number = other }
      }
      inputs[name] = number
      used.insert(abs(number))
    }
    return inputs
  }

  private static let retries = 20

  /// Draws a number for a single input.
  func number(for name: String, _ generator: inout SplitMix64) -> Double? {
    graph.ranges[name].map { RangeDraw.number(from: $0, &generator) }
  }

  /// How many sets of numbers the ranges hold, but for zeros and ones.
  var size: Double {
    names.reduce(1) { size, name in
      guard let range = graph.ranges[name], let numbers = RangeDraw.steps(in: range) else {
        return size
      }
      let low = Double(numbers.steps.lowerBound) / numbers.unit
      let high = Double(numbers.steps.upperBound) / numbers.unit
      let poor = [-1.0, 0, 1].count { $0 >= low && $0 <= high }
      return size * Double(max(1, numbers.steps.count - poor))
    }
  }

  /// A number of a range that is neither 0 nor 1, as far as the range reaches.
  static func usefulNumber(
    from range: ClosedRange<Double>, _ generator: inout SplitMix64
  ) -> Double {
    var number = number(from: range, &generator)
    for _ in 0..<retries where isPoor(number) { number = self.number(from: range, &generator) }
    return number
  }

  /// Whether a number teaches little as a factor.
  private static func isPoor(_ number: Double) -> Bool { number == 0 || abs(number) == 1 }

  /// A number of a range.
  private static func number(
    from range: ClosedRange<Double>, _ generator: inout SplitMix64
  ) -> Double {
    guard let numbers = steps(in: range) else { return range.lowerBound }
    let low = numbers.steps.lowerBound
    return Double(low + generator.next(below: numbers.steps.count)) / numbers.unit
  }

  /// The numbers of a range, as steps of which so many make a unit: whole numbers where it has whole bounds, else
  /// numbers with a digit after the point. `nil` where it holds none.
  private static func steps(
    in range: ClosedRange<Double>
  ) -> (steps: ClosedRange<Int>, unit: Double)? {
    let isWhole =
      range.lowerBound == range.lowerBound.rounded()
      && range.upperBound == range.upperBound.rounded() && range.upperBound - range.lowerBound >= 1
    let unit = isWhole ? 1 : 10.0
    // Beyond a billion nobody computes by hand, and far beyond it whole numbers have gaps.
    let reach = range.clamped(to: -1e9...1e9)
    guard range.contains(reach.lowerBound) else { return nil }
    let low = Int((reach.lowerBound * unit).rounded(.up))
    let high = Int((reach.upperBound * unit).rounded(.down))
    return low <= high ? (low...high, unit) : nil
  }
}
