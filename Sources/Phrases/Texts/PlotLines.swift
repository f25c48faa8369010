import Autodiff
import Expressions
package import Lessons
package import Teaching
package import TextScreen

/// A plot that is computed from a graph.
package struct PlotLines {
  package let plot: Plot
  /// Whether points that belong together are joined where lines are fine enough to be told apart.
  private var joinsInDots = false

  /// The largest plot, and the lowest that still says something.
  private static let largest = Size(width: 64, height: 14)
  private static let lowest = 9

  package init(_ request: PlotRequest, _ graph: LessonGraph, _ key: AnswerKey) {
    switch request {
    case .curve(let name, let range): plot = PlotLines.curve(name.text, range, key)
    case .error(let name, let isSingle):
      plot = PlotLines.errors(
        of: key.graph.index(of: name.text), key, own: nil, isSingle: isSingle)
    case .descent(let name, let rates, let steps):
      plot = PlotLines.descent(name?.text, rates, steps, key)
      joinsInDots = true
    }
  }

  /// The errors of nudges of the quantity that was nudged first, with those of the learner's own nudges marked.
  package init(errorsOn bench: NudgeBench) {
    plot = PlotLines.errors(
      of: bench.trials.first?.nudge.node, bench.key, own: bench.errorsOfFirstNudged)
  }

  /// The plot for a view, in which it leaves some rows for a question beside it.
  package func lines(in view: Size, isASCII: Bool) -> [StyledText] {
    let height = min(PlotLines.largest.height, max(PlotLines.lowest, view.height - 6))
    var plot = plot
    if joinsInDots, !isASCII {
      for index in plot.series.indices { plot.series[index].isJoined = true }
    }
    return plot.lines(
      size: Size(width: min(view.width, PlotLines.largest.width), height: height), isASCII: isASCII)
  }

  private static func curve(_ name: String, _ range: ClosedRange<Double>, _ key: AnswerKey) -> Plot
  {
    let output = key.graph.nodes[key.graph.output].name
    let curve = Curve(over: name, in: range, of: key)
    var series = [
      Plot.Series(
        output, PlotLines.points(of: curve), mark: " ", isJoined: true)
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

  private static func points(of curve: Curve) -> [Plot.Point] {
    curve.points.map { Plot.Point(x: $0.x, y: $0.y) }
  }

  /// How far the slopes of nudges are from the derivative, those of the learner's own beside the usual ones.
  ///
  /// - Parameter isSingle: whether those in 32 bits stand beside those in 64.
  private static func errors(
    of node: Int?, _ key: AnswerKey, own: Curve?, isSingle: Bool = false
  ) -> Plot {
    let usual = node.map { PlotLines.points(of: Curve(errorsOfNudging: $0, in: key)) }
    var series = [
      Plot.Series(
        isSingle ? "64 bits" : "error", usual ?? [], mark: "+",
        style: Style(isSingle ? .forward : .faint))
    ]
    if isSingle, let node {
      series.append(
        Plot.Series(
          "32 bits", PlotLines.points(of: Curve(errorsOfNudgingInSingle: node, in: key)),
          mark: "o", style: Style(.wrong)))
    }
    if let own, !own.points.isEmpty {
      series.append(
        Plot.Series(
          "your nudges", PlotLines.points(of: own), mark: "●", style: Style(.forward)))
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
