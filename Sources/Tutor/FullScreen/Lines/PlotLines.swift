import Autodiff
import Expressions
import Lessons
import Teaching
import TextScreen

/// A plot that is computed from a graph.
struct PlotLines {
  let plot: Plot

  /// The largest plot, and the lowest that still says something.
  private static let largest = Size(width: 64, height: 14)
  private static let lowest = 9

  init(_ request: PlotRequest, _ graph: LessonGraph, _ key: AnswerKey) {
    switch request {
    case .curve(let name, let range): plot = PlotLines.curve(name.text, range, key)
    case .error(let name): plot = PlotLines.error(of: name.text, key)
    case .descent(let name, let rates, let steps):
      plot = PlotLines.descent(name?.text, rates, steps, key)
    }
  }

  /// The errors of nudges of a quantity, with those of the learner's own nudges marked.
  init(errorsOf trials: [NudgeBench.Trial], on key: AnswerKey) {
    let names = key.graph.nodes.map(\.name)
    let nudged = trials.first.map { names[$0.nudge.node] } ?? ""
    plot = PlotLines.error(of: nudged, key, trials.filter { names[$0.nudge.node] == nudged })
  }

  /// The plot for a view, in which it leaves some rows for a question beside it.
  func lines(in view: Size) -> [StyledText] {
    let height = min(PlotLines.largest.height, max(PlotLines.lowest, view.height - 6))
    return plot.lines(size: Size(width: min(view.width, PlotLines.largest.width), height: height))
  }

  private static func curve(_ name: String, _ range: ClosedRange<Double>, _ key: AnswerKey) -> Plot
  {
    let output = key.graph.nodes[key.graph.output].name
    let count = 200
    let points = (0...count).compactMap { index -> Plot.Point? in
      let x =
        range.lowerBound + (range.upperBound - range.lowerBound) * Double(index) / Double(count)
      return value(of: key, setting: [name: x]).map { Plot.Point(x: x, y: $0) }
    }
    var series = [
      Plot.Series(output, points, mark: " ", style: Style(.wire), isJoined: true)
    ]
    if let node = key.graph.index(of: name) {
      let here = Plot.Point(
        x: key.forward.values[node], y: key.forward.values[key.graph.output])
      series.append(
        Plot.Series(
          "\(name) = \(here.x.roundedText)", [here], mark: "●", style: Style(.forward)))
    }
    return Plot(series, x: Plot.Axis(name), y: Plot.Axis(output))
  }

  /// The output with some inputs set to other numbers, where it is finite.
  private static func value(of key: AnswerKey, setting changed: [String: Double]) -> Double? {
    var inputs: [String: Double] = [:]
    for (node, value) in zip(key.graph.nodes, key.forward.values) where node.formula == nil {
      inputs[node.name] = changed[node.name] ?? value
    }
    return (try? ForwardPass(key.graph, at: inputs))?.values[key.graph.output]
  }

  /// How far the slope of a nudge is from the derivative.
  private static func error(of nudge: Nudge, _ key: AnswerKey) -> Plot.Point? {
    guard let slope = nudge.changes.last(where: { $0.node == key.graph.output })?.slope else {
      return nil
    }
    let exact = key.backward.derivatives[nudge.node]
    return Plot.Point(x: abs(nudge.step), y: abs(slope - exact))
  }

  private static func error(
    of name: String, _ key: AnswerKey, _ trials: [NudgeBench.Trial] = []
  ) -> Plot {
    var points: [Plot.Point] = []
    if let node = key.graph.index(of: name) {
      // Four to a decade, and not quite at powers of ten, where rounding happens to be kind.
      var step = 0.137
      while step > 1e-15 {
        defer { step *= 0.5623413251903491 }
        if let nudge = try? Nudge(node, by: step, in: key.forward),
          let point = error(of: nudge, key)
        {
          points.append(point)
        }
      }
    }
    var series = [
      Plot.Series("error", points, mark: "+", style: Style(.faint))
    ]
    let own = trials.compactMap { error(of: $0.nudge, key) }
    if !own.isEmpty {
      series.append(
        Plot.Series(
          "your nudges", own, mark: "●", style: Style(.forward)))
    }
    return Plot(
      series, x: Plot.Axis("nudge", .logarithmic),
      y: Plot.Axis("error of the slope", .logarithmic))
  }

  private static let marks: [Character] = ["●", "○", "+", "#"]
  private static let roles: [Style.Role] = [.forward, .derivative, .wrong, .notice]

  /// A quantity as all parameters step against their derivatives, once for each learning rate.
  private static func descent(
    _ name: String?, _ rates: [Double], _ steps: Int, _ key: AnswerKey
  ) -> Plot {
    let output = key.graph.nodes[key.graph.output].name
    let series = rates.enumerated().map { index, rate in
      let values = Descent(key, rate: rate, steps: steps).values(of: name ?? output)
      return Plot.Series(
        "rate \(rate.shortestText)",
        values.enumerated().map { Plot.Point(x: Double($0), y: $1) },
        mark: marks[index % marks.count], style: Style(roles[index % roles.count]))
    }
    // The output spans many powers of ten; a parameter may be negative.
    let axis = Plot.Axis(name ?? output, name == nil ? .logarithmic : .linear)
    return Plot(series, x: Plot.Axis("step"), y: axis)
  }
}
