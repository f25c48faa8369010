package import Sessions
import Teaching
package import TextScreen

/// What a learner made of a lesson, in rows of words.
struct SummaryRows {
  /// A row with a heading, which is empty if it belongs to the row before.
  package struct Row: Hashable {
    package var head: String
    package var text: StyledText
  }

  package let rows: [Row]

  /// - Parameter outOf: what stands between a number and all that there are.
  package init(_ summary: LessonSummary, outOf: String) {
    func score(_ tally: LessonSummary.Tally) -> String { "\(tally.right)\(outOf)\(tally.all)" }
    var rows = [
      Row(
        head: "right now",
        text: StyledText("\(summary.standing.accepted) of \(summary.standing.asked)")
          + SummaryRows.rest(
            [(summary.standing.shown, "shown"), (summary.standing.open, "open")]))
    ]
    if summary.outcomes.attempted > 0 {
      rows.append(Row(head: "at first", text: SummaryRows.firstAttempts(summary)))
    }
    let well = summary.mastered.map { "\($0.skill.title) \(score($0))" }
    if !well.isEmpty {
      rows.append(Row(head: "went well", text: StyledText(well.joined(separator: ", "))))
    }
    if let (rule, count) = summary.commonest {
      let times = count == 1 ? "once" : "\(count) times"
      rows.append(
        Row(
          head: "most often", text: StyledText(rule.title, Style(.wrong)) + StyledText(", \(times)")
        ))
    }
    let missed = summary.missed
    for (place, tally) in missed.prefix(2).enumerated() {
      rows.append(
        Row(
          head: place == 0 ? "to practise" : "",
          text: StyledText(tally.skill.title, Style(.strong))
            + StyledText(" \(score(tally)): \(tally.skill.rule)")))
    }
    if let skill = missed.first?.skill {
      rows.append(
        Row(head: "", text: StyledText("backprop practice \(skill.rawValue)", Style(.code))))
    } else if summary.outcomes.attempted > 0,
      summary.outcomes.rightAtFirst == summary.outcomes.attempted
    {
      rows.append(
        Row(
          head: "to practise",
          text: StyledText("nothing; all went well at the first attempt")))
    }
    self.rows = rows
  }

  private static func firstAttempts(_ summary: LessonSummary) -> StyledText {
    let outcomes = summary.outcomes
    return StyledText("\(outcomes.rightAtFirst) of \(outcomes.attempted)", Style(.success))
      + StyledText(" first attempts were right")
      + rest(
        [(outcomes.rightLater, "right later"), (outcomes.shown, "shown"), (outcomes.open, "open")])
      + StyledText("; a hint counts as a miss")
  }

  /// What is left of a sum, so that all of it adds up; nothing where nothing is left.
  private static func rest(_ parts: [(count: Int, word: String)]) -> StyledText {
    StyledText(parts.filter { $0.count > 0 }.map { ", \($0.count) \($0.word)" }.joined())
  }
}

extension LessonSummary {
  /// The summary on a screen, from the whole to what comes next: headings, and their texts beside them.
  package func lines(width: Int) -> [StyledText] {
    let indent = 13
    return SummaryRows(self, outOf: "/").rows.flatMap { row in
      row.text.wrapped(toColumns: max(10, width - indent)).enumerated().map { place, line in
        let head = place == 0 ? row.head : ""
        let gap = String(repeating: " ", count: max(0, indent - head.columns))
        return StyledText(head + gap, Style(.faint)) + line
      }
    }
  }

  /// The same in sentences.
  package var sentences: [String] {
    var head = ""
    return SummaryRows(self, outOf: " of ").rows.map { row in
      if !row.head.isEmpty { head = row.head.capitalised }
      return "\(head): \(row.text.text)".ended
    }
  }
}
