public import Autodiff

/// A quantity over another one, as points to be drawn or told.
public struct Curve: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    public let x: Double
    public let y: Double
  }

  /// The points in the order in which they were computed; where a value is not finite there is none.
  public let points: [Point]

  /// How many parts a range of an input is divided into.
  private static let parts = 200

  /// The output of a graph as one input moves over a range and the others stay as they are.
  ///
  /// - Complexity: that of some hundreds of forward passes.
  public init(over input: String, in range: ClosedRange<Double>, of key: AnswerKey) {
    let width = range.upperBound - range.lowerBound
    points = (0...Curve.parts).compactMap { part in
      let x = range.lowerBound + width * Double(part) / Double(Curve.parts)
      return Curve.output(of: key, setting: input, to: x).map { Point(x: x, y: $0) }
    }
  }

  /// How far the slopes of nudges of one quantity are from its derivative, from large nudges to small ones.
  ///
  /// A point's `x` is the size of the nudge, its `y` the size of the error.
  ///
  /// - Complexity: that of some dozens of forward passes.
  public init(errorsOfNudging node: Int, in key: AnswerKey) {
    let nudges = Curve.steps.compactMap { try? Nudge(node, by: $0, in: key.forward) }
    self.init(errorsOf: nudges, in: key)
  }

  /// The same in numbers of 32 bits, where a small nudge moves nothing and all of the derivative is the error.
  public init(errorsOfNudgingInSingle node: Int, in key: AnswerKey) {
    points = Curve.steps.compactMap { step in
      guard let nudge = try? SingleNudge(node, by: step, in: key.forward) else { return nil }
      return nudge.changes.last { $0.node == key.graph.output }.map { change in
        Point(x: step, y: abs(Double(change.slope) - key.backward.derivatives[node]))
      }
    }
  }

  /// Sizes of nudges, four to a decade, and not quite at powers of ten, where rounding happens to be kind.
  private static let steps: [Double] = {
    var steps: [Double] = []
    var step = 0.137
    while step > 1e-15 {
      steps.append(step)
      step *= 0.5623413251903491
    }
    return steps
  }()

  /// How far the slope of each nudge is from the derivative of the output; one that does not reach it has no point.
  public init(errorsOf nudges: [Nudge], in key: AnswerKey) {
    points = nudges.compactMap { nudge in
      nudge.changes.last { $0.node == key.graph.output }.map { change in
        Point(
          x: abs(nudge.step), y: abs(change.slope - key.backward.derivatives[nudge.node]))
      }
    }
  }

  /// The output with one input set to another number; `nil` if a value on the way is not finite.
  private static func output(of key: AnswerKey, setting name: String, to number: Double) -> Double?
  {
    var inputs: [String: Double] = [:]
    for (node, value) in zip(key.graph.nodes, key.forward.values) where node.formula == nil {
      inputs[node.name] = node.name == name ? number : value
    }
    return (try? ForwardPass(key.graph, at: inputs))?.values[key.graph.output]
  }
}
