import Expressions
import Teaching
import TextScreen

/// The race of the two methods as it stands: what was measured, what runs, and a plot.
struct RaceLines {
  private(set) var lines: [StyledText] = []

  init(_ race: Race, width: Int) {
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
        RaceLines.grouped(row.nodes), RaceLines.grouped(row.parameters),
        RaceLines.grouped(row.sweepSteps), RaceLines.seconds(row.sweepSeconds),
        RaceLines.grouped(row.nudgingSteps),
        row.nudgingSeconds.map(RaceLines.seconds).map { $0 + (row.isExtrapolated ? " *" : "") }
          ?? "not run",
      ]
    }
    lines =
      ColumnLines([["nodes", "parameters", "sweep steps", "time", "nudging steps", "time"]] + rows)
      .lines
    for row in race.rows where row.isExtrapolated {
      lines.append(
        StyledText(
          "  * \(RaceLines.grouped(row.nudged)) of \(RaceLines.grouped(row.parameters)) nudged, "
            + "the rest extrapolated", Style(.faint)))
    }
    lines += progress(race, width)
    if race.rows.count > 1 { lines += [StyledText("")] + plot(race, width) }
  }

  private func progress(_ race: Race, _ width: Int) -> [StyledText] {
    guard let progress = race.progress else { return [] }
    let what = progress.isNudging ? "nudging" : "the sweep"
    let title =
      "  \(what) on \(RaceLines.grouped(progress.nodes)) nodes, "
      + "\(RaceLines.grouped(progress.parameters)) parameters"
    let columns = min(40, max(0, width - 12))
    let filled = min(columns, Int(progress.share * Double(columns)))
    var bar = StyledText("  [", Style(.faint))
    bar.append(String(repeating: "#", count: filled), Style(.derivative))
    bar.append(String(repeating: ".", count: columns - filled), Style(.faint))
    bar.append("] \(Int(progress.share * 100)) %", Style(.faint))
    let advice =
      progress.isNudging && !race.runsToItsEnd ? "  Enter lets it run to its end" : ""
    return [StyledText(title), bar] + (advice.isEmpty ? [] : [StyledText(advice, Style(.faint))])
  }

  private func plot(_ race: Race, _ width: Int) -> [StyledText] {
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
    return plot.lines(size: Size(width: min(width, 64), height: 12))
  }

  /// A whole number with its thousands apart: `1,000,000,000`.
  static func grouped(_ number: Int) -> String {
    var text = ""
    for (place, digit) in String(number).reversed().enumerated() {
      if place > 0, place % 3 == 0, digit != "-" { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }

  /// A time for reading, in the unit that suits it.
  static func seconds(_ seconds: Double) -> String {
    func text(_ value: Double, _ unit: String) -> String {
      "\(value.rounded(toDigits: 2).shortestText) \(unit)"
    }
    if seconds < 1e-3 { return text(seconds * 1e6, "µs") }
    if seconds < 1 { return text(seconds * 1e3, "ms") }
    if seconds < 120 { return text(seconds, "s") }
    return text(seconds / 60, "min")
  }
}
