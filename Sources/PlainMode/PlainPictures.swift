import Autodiff
import Expressions
import Lessons
import Phrases
import Teaching
import TextScreen

/// What the screen draws, told in numbers.
enum PlainPictures {
  /// The points that are told of one series.
  private static let count = 9

  /// A plot as a sentence for each series, with its smallest and its largest value.
  static func sentences(of plot: Plot) -> [String] {
    let (x, y) = (plot.x.label, plot.y.label)
    return ["A plot in numbers: \(y) at \(x)."]
      + plot.series.compactMap { series in
        let points = series.points.filter { $0.x.isFinite && $0.y.isFinite }
        guard points.count > 1, let low = points.min(by: { $0.y < $1.y }),
          let high = points.max(by: { $0.y < $1.y })
        else { return points.first.map { "At \(x) = \(text($0.x)), \(y) is \(text($0.y))." } }
        let told = sampled(points).map { "\(text($0.y)) at \(text($0.x))" }
        let label = plot.series.count { $0.points.count > 1 } == 1 ? y : "\(y), \(series.label)"
        return "\(label): \(told.joined(separator: ", ")). Smallest \(text(low.y)) at "
          + "\(text(low.x)), largest \(text(high.y)) at \(text(high.x))."
      }
  }

  private static func text(_ number: Double) -> String { number.rounded(toDigits: 3).shortestText }

  /// Points that are evenly spread over a series, its ends among them.
  private static func sampled(_ points: [Plot.Point]) -> [Plot.Point] {
    guard points.count > count else { return points }
    return (0..<count).map { points[$0 * (points.count - 1) / (count - 1)] }
  }

  /// A small change as it grows from quantity to quantity.
  static func sentences(ofCascade name: String, in key: AnswerKey) -> [String] {
    let output = key.graph.nodes[key.graph.output].name
    return ["A small change ε of \(name) on its way to \(output):"]
      + CascadeLines.sentences(of: name, in: key).map(\.ended)
  }

  /// The steps of both methods on a graph.
  static func sentences(ofStepsOn graph: ComputationGraph) -> [String] {
    let steps = StepCount(on: graph)
    let (nodes, parameters) = (steps.nodes, steps.parameters.count)
    let isOfNumbers = steps.cells == parameters
    return [
      "Here n is \(nodes), the boxes, and p is \(parameters), the parameters "
        + "\(Wording.list(steps.parameters)).",
      "One sweep from right to left takes n + p steps: \(nodes) + \(parameters) = \(steps.sweep).",
      isOfNumbers
        ? "Nudging every parameter takes n × p steps: \(nodes) × \(parameters) = \(steps.nudging)."
        : "Nudging every one of their \(steps.cells) numbers takes n × \(steps.cells) steps: "
          + "\(nodes) × \(steps.cells) = \(steps.nudging).",
    ]
  }

  /// What was measured on one network of a race.
  static func sentence(of row: Race.Row) -> String {
    let rest =
      row.isExtrapolated
      ? " (\(row.nudged.groupedText) parameters were nudged, the rest is extrapolated)" : ""
    let steps = "\(row.nudgingSteps.groupedText) steps"
    let nudging =
      row.nudgingSeconds.map { "nudging \(steps) and \($0.durationText)\(rest)" }
      ?? "nudging, which was not run, takes \(steps)"
    return
      "\(row.nodes.groupedText) nodes and \(row.parameters.groupedText) parameters: "
      + "the sweep took \(row.sweepSteps.groupedText) steps and "
      + "\(row.sweepSeconds.durationText); \(nudging)."
  }
}
