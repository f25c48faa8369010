import Phrases
import Teaching
import TextScreen

/// The race of the two methods as it stands: what was measured, what runs, and a plot.
struct RaceLines {
  private(set) var lines: [StyledText] = []

  init(_ race: Race, width: Int, isASCII: Bool) {
    guard race.isBegun else {
      lines = [
        StyledText(
          race.hasRunBefore
            ? "Both methods ran here before; to see them again, type run."
            : "Enter starts the race.",
          Style(.strong))
      ]
      return
    }
    let rows = race.rows.map { row in
      [
        row.nodes.groupedText, row.parameters.groupedText,
        row.sweepSteps.groupedText, row.sweepSeconds.durationText,
        row.nudgingSteps.groupedText,
        row.nudgingSeconds.map(\.durationText).map { $0 + (row.isExtrapolated ? " *" : "") }
          ?? "not run",
      ]
    }
    lines =
      ColumnLines([["nodes", "parameters", "sweep steps", "time", "nudging steps", "time"]] + rows)
      .lines
    for row in race.rows where row.isExtrapolated {
      lines.append(
        StyledText(
          "  * \(row.nudged.groupedText) of \(row.parameters.groupedText) nudged, "
            + "the rest extrapolated", Style(.faint)))
    }
    lines += progress(race, width)
    if race.rows.count > 1 { lines += [StyledText("")] + plot(race, width, isASCII: isASCII) }
  }

  private func progress(_ race: Race, _ width: Int) -> [StyledText] {
    guard let progress = race.progress else { return [] }
    let what = progress.isNudging ? "nudging" : "the sweep"
    let title =
      "  \(what) on \(progress.nodes.groupedText) nodes, "
      + "\(progress.parameters.groupedText) parameters"
    let columns = min(40, max(0, width - 12))
    let filled = min(columns, Int(progress.share * Double(columns)))
    var bar = StyledText("  [", Style(.faint))
    bar.append(String(repeating: "#", count: filled), Style(.derivative))
    bar.append(String(repeating: ".", count: columns - filled), Style(.faint))
    bar.append("] \(Int(progress.share * 100)) %", Style(.faint))
    let advice =
      progress.isNudging && !race.runsToItsEnd ? "  Enter runs it to the end" : ""
    return [StyledText(title), bar] + (advice.isEmpty ? [] : [StyledText(advice, Style(.faint))])
  }

  private func plot(_ race: Race, _ width: Int, isASCII: Bool) -> [StyledText] {
    func series(
      _ label: String, _ mark: Character, _ role: Style.Role, _ value: (Race.Row) -> Int
    ) -> Plot.Series {
      Plot.Series(
        label, race.rows.map { Plot.Point(x: Double($0.parameters), y: Double(value($0))) },
        mark: mark, style: Style(role), isJoined: true)
    }
    let plot = Plot(
      [
        series("sweep, n + p", "●", .derivative, \.sweepSteps),
        series("nudging, n × p", "○", .wrong, \.nudgingSteps),
      ], x: Plot.Axis("parameters", .logarithmic), y: Plot.Axis("steps", .logarithmic))
    return plot.lines(size: Size(width: min(width, 64), height: 12), isASCII: isASCII)
  }
}
