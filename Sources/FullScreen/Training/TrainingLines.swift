import Autodiff
import Expressions
import Lessons
import Phrases
import Teaching
import TextScreen
import Training

/// Training within a page: what is trained, curves as far as they go, and what nudges say of the lines.
struct TrainingLines {
  private(set) var lines: [StyledText] = []

  private static let marks: [(Character, Style.Role)] = [
    ("●", .forward), ("○", .wrong), ("+", .lit),
  ]

  init(_ work: TrainingWork, width: Int, isASCII: Bool) {
    let texts = TrainingTexts(work)
    lines = [StyledText(texts.task, Style(.strong))]
    if work.lanes.isEmpty, work.hasRunBefore {
      lines.append(StyledText("It ran here before; to see it again, type run.", Style(.faint)))
    }
    for (index, lane) in work.lanes.enumerated() {
      let (mark, role) = TrainingLines.marks[min(index, TrainingLines.marks.count - 1)]
      var line = StyledText("  \(mark) ", Style(role))
      line.append(
        "\(lane.instead?.text ?? (work.request.usesLines ? "your lines" : "the sweep")): ")
      line.append(TrainingTexts.result(of: lane), Style(.strong))
      lines.append(line)
      if let judgement = TrainingTexts.judgement(of: lane) {
        lines.append(
          StyledText("    \(judgement)", Style(lane.faults.isEmpty ? .faint : .notice)))
      }
    }
    if work.lanes.contains(where: { $0.epochs.count > 1 }) {
      lines += TrainingLines.plot(work)
        .lines(size: Size(width: min(width, 64), height: 9), isASCII: isASCII)
    }
  }

  private static func plot(_ work: TrainingWork) -> Plot {
    let series = work.lanes.enumerated().map { index, lane in
      let (mark, role) = marks[min(index, marks.count - 1)]
      return Plot.Series(
        lane.instead?.name ?? "J",
        lane.epochs.map { Plot.Point(x: Double($0.number), y: $0.heldOutLoss ?? $0.loss) },
        mark: mark, style: Style(role), isJoined: true)
    }
    return Plot(
      Array(series.reversed()),
      x: Plot.Axis("epoch", range: 0...Double(work.request.epochs)),
      y: Plot.Axis("J held out", .logarithmic))
  }
}
