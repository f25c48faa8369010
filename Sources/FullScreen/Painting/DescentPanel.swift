import Autodiff
import Expressions
import Phrases
import Teaching
import TextScreen
import Training

/// Steps that were made with what was found: the output over the steps, and where the parameters are.
struct DescentPanel {
  private(set) var lines: [StyledText] = []

  /// The fewest rows in which a plot says anything.
  private static let plotHeight = 6

  init(_ run: DescentRun, size: Size, isASCII: Bool) {
    let output = run.key.list.outputName
    var heading = StyledText("\(run.stepCount) ", Style(.strong))
    heading.append(run.stepCount == 1 ? "step" : "steps", Style(.strong))
    heading.append(" of \(run.optimizer.title)", Style(.strong))
    let advice = "   type rate 0.1, adam, momentum or sgd"
    if heading.columns + advice.columns <= size.width { heading.append(advice, Style(.faint)) }
    lines = [heading]
    let parameters = Wording.parameters(of: run)
    lines.append(
      StyledText.row(of: parameters.count, separator: "  ", toColumns: size.width, around: 0) {
        StyledText(parameters[$0])
      })
    let rows = size.height - lines.count
    guard rows >= DescentPanel.plotHeight, run.outputs.count > 1 else {
      lines.append(DescentPanel.row(of: run.outputs, output, size.width))
      if rows >= 3, run.outputs.count > 2 {
        lines += Sparkline(run.outputs, style: Style(.derivative))
          .lines(width: size.width, isASCII: isASCII)
      }
      return
    }
    let points = run.outputs.enumerated().map { Plot.Point(x: Double($0), y: $1) }
    let plot = Plot(
      [Plot.Series(output, points, mark: "●", style: Style(.derivative), isJoined: true)],
      x: Plot.Axis("steps", range: 0...Double(max(4, run.stepCount))), y: Plot.Axis(output))
    lines += plot.lines(
      size: Size(width: min(size.width, 72), height: min(rows, 14)), isASCII: isASCII)
  }

  /// The last numbers of the output, where there is no room for a plot.
  private static func row(of outputs: [Double], _ name: String, _ width: Int) -> StyledText {
    let title = StyledText("\(name): ", Style(.faint))
    return title
      + StyledText.row(
        of: outputs.count, separator: " → ", toColumns: width - title.columns,
        around: outputs.count - 1
      ) { StyledText(outputs[$0].roundedText, Style(.derivative)) }
  }
}
