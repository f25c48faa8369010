import Autodiff
import Expressions
import Lessons
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
    let nodes = graph.operations.count
    let names = graph.nodes.filter { $0.kind == .parameter }.map(\.name)
    let parameters = names.count
    return [
      "Here n is \(nodes), the boxes, and p is \(parameters), the parameters \(Wording.list(names)).",
      "One sweep from right to left takes n + p steps: \(nodes) + \(parameters) = \(nodes + parameters).",
      "Nudging every parameter takes n × p steps: \(nodes) × \(parameters) = \(nodes * parameters).",
    ]
  }

  /// What was measured on one network of a race.
  static func sentence(of row: Race.Row) -> String {
    let rest =
      row.isExtrapolated
      ? " (\(RaceLines.grouped(row.nudged)) parameters were nudged, the rest is extrapolated)" : ""
    let steps = "\(RaceLines.grouped(row.nudgingSteps)) steps"
    let nudging =
      row.nudgingSeconds.map { "nudging \(steps) and \(RaceLines.seconds($0))\(rest)" }
      ?? "nudging, which was not run, takes \(steps)"
    return
      "\(RaceLines.grouped(row.nodes)) nodes and \(RaceLines.grouped(row.parameters)) parameters: "
      + "the sweep took \(RaceLines.grouped(row.sweepSteps)) steps and "
      + "\(RaceLines.seconds(row.sweepSeconds)); \(nudging)."
  }
}
