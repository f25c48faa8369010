import Drawings
import Expressions
import Glibc
import Phrases
public import TextScreen
import Training

extension TrainingScreen {
  /// The columns of the curves, where a picture stands beside them.
  private var curveColumns: Int { size.width < 60 ? size.width : size.width * 9 / 16 }

  /// The whole screen.
  public var canvas: Canvas {
    var canvas = Canvas(size: size)
    paintHead(on: &canvas)
    let body = Rect(
      origin: Point(column: 0, row: 2),
      size: Size(width: size.width, height: max(0, size.height - 5)))
    let hasPicture = size.width >= 60 && !pictures.isEmpty
    let width = (hasPicture ? curveColumns : size.width) - 2
    paint(
      curves(Size(width: width, height: body.size.height)), at: Point(column: 1, row: 2),
      on: &canvas)
    if hasPicture {
      let room = Size(width: size.width - curveColumns - 2, height: body.size.height)
      paint(pictureLines(room), at: Point(column: curveColumns + 1, row: 2), on: &canvas)
    }
    paintFoot(on: &canvas)
    if let listScroll {
      CommandList(Command.allCases.map(\.row), size: size, scroll: listScroll).paint(on: &canvas)
    }
    return canvas
  }

  private func paint(_ lines: [StyledText], at origin: Point, on canvas: inout Canvas) {
    for (row, line) in lines.enumerated() where origin.row + row < size.height - 3 {
      var column = origin.column
      for part in line.runs {
        column = canvas.write(
          part.text, at: Point(column: column, row: origin.row + row), part.style)
      }
    }
  }

  // MARK: Head and foot

  private func paintHead(on canvas: inout Canvas) {
    let trainer = run.trainer
    let state =
      if run.main.divergence != nil {
        "diverged"
      } else if trainer.epochs.count >= run.goal {
        "done"
      } else {
        isRunning ? "running" : "paused"
      }
    let epoch = min(run.goal, trainer.epochs.count + (state == "done" ? 0 : 1))
    let right =
      "\(trainer.plan.optimizer.method.name) \(trainer.rate.shortestText)  epoch \(epoch) of \(run.goal)  \(state)"
    canvas.write(
      title.truncated(toColumns: max(0, size.width - right.columns - 4)),
      at: Point(column: 1, row: 0), Style(.strong))
    canvas.write(
      right, at: Point(column: max(0, size.width - right.columns - 1), row: 0),
      Style(state == "diverged" ? .wrong : state == "done" ? .success : .faint))
    let rule = String(repeating: isASCII ? "-" : "─", count: size.width)
    canvas.write(rule, at: Point(column: 0, row: 1), Style(.faint))
    canvas.write(rule, at: Point(column: 0, row: size.height - 3), Style(.faint))
  }

  private func paintFoot(on canvas: inout Canvas) {
    let row = size.height - 2
    if let prompt {
      let label = "another rate beside \(run.trainer.rate.shortestText): "
      let end = canvas.write(label, at: Point(column: 1, row: row), Style(.faint))
      canvas.write(prompt.text, at: Point(column: end, row: row), Style(.prompt))
      canvas.cursor = Point(column: min(size.width - 1, end + prompt.cursor), row: row)
      if let message {
        canvas.write(
          message, at: Point(column: end + prompt.text.columns + 2, row: row), Style(.notice))
      }
    } else {
      let (text, style) = statement
      canvas.write(
        text.truncated(toColumns: max(0, size.width - 2)), at: Point(column: 1, row: row), style)
    }
    var column = 1
    for (key, label) in footer where column + key.columns + label.columns + 1 < size.width {
      column = canvas.write(key, at: Point(column: column, row: size.height - 1), Style(.key))
      column = canvas.write(
        " \(label)  ", at: Point(column: column, row: size.height - 1), Style(.faint))
    }
  }

  /// What there is to say, on one line.
  private var statement: (String, Style) {
    if let message { return (message, Style(.notice)) }
    if let divergence = run.main.divergence { return (divergence.message, Style(.wrong)) }
    if let other = run.beside?.divergence {
      return ("the other rate: \(other.message)", Style(.notice))
    }
    guard let last = run.trainer.epochs.last else {
      return (
        "J is the cost of the examples; each step moves what is trained against dJ/d…",
        Style(.faint)
      )
    }
    var parts = ["J \(last.loss.fourDigits)"]
    if let accuracy = last.accuracy { parts.append("\(accuracy.percent) right") }
    if let loss = last.heldOutLoss { parts.append("held out: J \(loss.fourDigits)") }
    if let accuracy = last.heldOutAccuracy { parts.append("\(accuracy.percent) right") }
    if let other = run.beside?.trainer.epochs.last, let rate = run.beside?.trainer.rate {
      parts.append("rate \(rate.shortestText): J \(other.loss.fourDigits)")
    }
    return (parts.joined(separator: ", "), Style(run.isOver ? .success : .plain))
  }

  // MARK: Curves

  private func curves(_ room: Size) -> [StyledText] {
    let sizes = derivativeLines(width: room.width)
    let hasAccuracy = run.trainer.epochs.last?.accuracy != nil
    let left = max(0, room.height - sizes.count - (sizes.isEmpty ? 0 : 1))
    let below = hasAccuracy && left >= 12 ? left * 2 / 5 : 0
    var lines = lossPlot.lines(
      size: Size(width: room.width, height: left - below), isASCII: isASCII)
    if below > 0 {
      lines += accuracyPlot.lines(size: Size(width: room.width, height: below), isASCII: isASCII)
    }
    return lines + (sizes.isEmpty ? [] : [StyledText()] + sizes)
  }

  private func epochAxis() -> Plot.Axis {
    Plot.Axis("epoch", range: 0...Double(max(1, min(run.goal, shownEpochs))))
  }

  /// The axis grows with what was done, so that the first epochs are no thin strip at the left.
  private var shownEpochs: Int {
    let done = run.lanes.map { $0.trainer.epochs.count }.max() ?? 0
    var shown = 5
    while shown <= done { shown *= 2 }
    return shown
  }

  private var lossPlot: Plot {
    var series: [Plot.Series] = []
    for lane in run.lanes.reversed() {
      let isMain = lane.trainer === run.trainer
      let label =
        run.beside == nil ? "J" : "rate \(lane.trainer.rate.shortestText)"
      let steps = lane.losses.map { Plot.Point(x: $0.epoch, y: $0.loss) }
      series.append(
        Plot.Series(
          label, steps, mark: isASCII || !isMain ? isMain ? "●" : "+" : " ",
          style: Style(isMain ? .forward : .lit), isJoined: !isASCII && isMain))
    }
    let held = run.trainer.epochs.compactMap { epoch in
      epoch.heldOutLoss.map { Plot.Point(x: Double(epoch.number), y: $0) }
    }
    if !held.isEmpty {
      series.append(
        Plot.Series(
          "held out", held, mark: "○", style: Style(.derivative), isJoined: !isASCII))
    }
    return Plot(series, x: epochAxis(), y: Plot.Axis("J", lossScale))
  }

  /// Where `J` falls by powers of ten, equal ratios are equally far apart.
  private var lossScale: Plot.Scale {
    let losses = run.lanes.flatMap(\.losses).map(\.loss)
    guard let low = losses.min(), let high = losses.max(), low > 0, high / low > 30 else {
      return .linear
    }
    return .logarithmic
  }

  /// What was right while an epoch was made stands at its middle, what is held out at its end.
  private var accuracyPlot: Plot {
    func points(at shift: Double, _ value: (EpochResult) -> Double?) -> [Plot.Point] {
      run.trainer.epochs.compactMap { epoch in
        value(epoch).map { Plot.Point(x: Double(epoch.number) + shift, y: 100 * $0) }
      }
    }
    return Plot(
      [
        Plot.Series(
          "trained", points(at: -0.5, \.accuracy), mark: "●", style: Style(.forward),
          isJoined: !isASCII),
        Plot.Series(
          "held out", points(at: 0, \.heldOutAccuracy), mark: "○", style: Style(.derivative),
          isJoined: !isASCII),
      ], x: epochAxis(), y: Plot.Axis("right, %"))
  }

  // MARK: Derivatives

  /// So many parameters are listed.
  private static let mostSizes = 4
  /// What the bars show, in powers of ten.
  private static let shownPowers = -6.0...2.0

  /// How large the derivatives of the last step were, layer by layer, as bars of powers of ten.
  private func derivativeLines(width: Int) -> [StyledText] {
    let sizes = run.trainer.derivativeSizes
    let parameters = run.trainer.training.parameters
    let matrices = parameters.indices.filter { parameters[$0].value.shape.axes > 1 }
    let chosen = matrices.isEmpty ? Array(parameters.indices) : matrices
    guard sizes.count == parameters.count, !chosen.isEmpty, size.height >= 18 else { return [] }
    let shown = chosen.prefix(Self.mostSizes)
    let nameWidth = shown.map { parameters[$0].name.columns }.max() ?? 0
    let room = max(4, min(24, width - nameWidth - 24))
    return [StyledText("size of derivatives, by powers of ten", Style(.faint))]
      + shown.map { index in
        let name = parameters[index].name
        let value = sizes[index]
        let power = value > 0 && value.isFinite ? log10(value) : Self.shownPowers.lowerBound
        let share =
          (min(max(power, Self.shownPowers.lowerBound), Self.shownPowers.upperBound)
            - Self.shownPowers.lowerBound)
          / (Self.shownPowers.upperBound - Self.shownPowers.lowerBound)
        let full = Int((share * Double(room)).rounded())
        var line = StyledText("dJ/d\(name)", Style(.derivative))
        line.append(String(repeating: " ", count: nameWidth - name.columns + 1))
        line.append(String(repeating: isASCII ? "#" : "█", count: full), Style(.derivative))
        line.append(
          String(repeating: isASCII ? "." : "·", count: room - full) + " ", Style(.faint))
        line.append(value.isFinite ? value.rounded(toDigits: 2).shortestText : "too large")
        if value == 0 {
          line.append(" none", Style(.notice))
        } else if power < -5 {
          line.append(" vanishing", Style(.notice))
        } else if power > 1.5 {
          line.append(" exploding", Style(.notice))
        }
        return line
      }
  }
}
