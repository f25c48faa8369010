import Lessons
package import Sessions
import Teaching
package import TextScreen

/// What was made of work that was handed in, in rows of words.
package struct ExamReportRows {
  package struct Row: Hashable {
    /// Empty if it belongs to the row before.
    package var head: String
    package var text: StyledText
  }

  package let rows: [Row]

  package init(_ report: ExamReport, of session: Session, for voice: Voice) {
    var rows = [Row(head: "score", text: ExamReportRows.score(report))]
    if report.following > 0 {
      rows.append(Row(head: "points", text: ExamReportRows.points(report)))
    }
    if let seconds = report.secondsTaken {
      rows.append(
        Row(head: "time", text: StyledText("you took \(ExamReportRows.duration(seconds))")))
    }
    if report.empty > 0 {
      rows.append(
        Row(
          head: "empty", text: StyledText(ExamReportRows.names(report, session) { $0.typed == nil })
        )
      )
    }
    let words = ExamReportRows.Words(report: report, session: session, voice: voice)
    for (place, index) in report.faults.indices.filter({
      report.faults[$0].typed != nil && report.faults[$0].root == nil
    }).enumerated() {
      rows.append(Row(head: place == 0 ? "went wrong" : "", text: words.slip(index)))
    }
    if !report.skills.isEmpty {
      let titles = report.skills.prefix(3).map(\.title).joined(separator: ", ")
      let names = report.skills.prefix(3).map(\.rawValue).joined(separator: " ")
      rows.append(Row(head: "to practise", text: StyledText(titles, Style(.strong))))
      rows.append(Row(head: "", text: StyledText("backprop practice \(names)", Style(.code))))
    }
    if session.lesson.isExam {
      rows.append(
        Row(
          head: "once more",
          text: StyledText(
            "\(voice.shortcut(for: .freshNumbers)) opens another one, with other numbers")))
    }
    self.rows = rows
  }

  private static func score(_ report: ExamReport) -> StyledText {
    StyledText("\(report.right) of \(report.asked) right", Style(.success))
  }

  private static func points(_ report: ExamReport) -> StyledText {
    let rest =
      report.following == 1
      ? "1 answer follows rightly from a slip before, which costs once"
      : "\(report.following) answers follow rightly from slips before, each of which costs once"
    return StyledText("\(report.points) of \(report.asked)", Style(.strong))
      + StyledText("; \(rest)")
  }

  /// `14 minutes`.
  package static func duration(_ seconds: Int) -> String {
    guard seconds >= 60 else { return "less than a minute" }
    let (hours, minutes) = (seconds / 3600, seconds % 3600 / 60)
    let parts = [(hours, "hour"), (minutes, "minute")].filter { $0.0 > 0 }
    return parts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: " ")
  }

  private static func names(
    _ report: ExamReport, _ session: Session, where isNamed: (ExamReport.Fault) -> Bool
  ) -> String {
    let faults = report.faults.filter(isNamed)
    let names = faults.prefix(8).map { name(of: $0, report, session) }
    return names.joined(separator: ", ")
      + (faults.count > names.count ? " and \(faults.count - names.count) more" : "")
  }

  fileprivate static func name(
    of fault: ExamReport.Fault, _ report: ExamReport, _ session: Session
  ) -> String {
    var there = session
    if there.pageNumber != fault.page { _ = there.update(.page(fault.page)) }
    let name = there.progress.name(of: fault.assignment)
    return report.hasPages ? "\(name) (page \(fault.page))" : name
  }
}

extension ExamReportRows {
  /// The words on single faults.
  private struct Words {
    let report: ExamReport
    let session: Session
    let voice: Voice

    /// An own slip: what was typed, what is right and why, and what only follows from it.
    func slip(_ index: Int) -> StyledText {
      let fault = report.faults[index]
      guard let typed = fault.typed else { return StyledText() }
      var there = session
      if there.pageNumber != fault.page { _ = there.update(.page(fault.page)) }
      let wording = Wording(there, for: voice)
      let why = wording.reason(forWrong: typed, at: fault.assignment)
      var text = StyledText(
        ExamReportRows.name(of: fault, report, session) + " = \(Wording.shortened(typed))",
        Style(.wrong))
      text.append(": \(why ?? "not right"). Right is \(wording.solution(of: fault.assignment)).")
      let following = report.faults.filter { $0.root == index }
      guard !following.isEmpty else { return text }
      let names = following.map { ExamReportRows.name(of: $0, report, session) }
      let shown = names.prefix(6).joined(separator: ", ")
      let more = names.count > 6 ? " and \(names.count - 6) more" : ""
      text.append(
        " \(shown)\(more) \(names.count == 1 ? "follows" : "follow") from this slip: the rest is right."
      )
      return text
    }
  }

  /// The report on a screen: headings, and their texts beside them.
  package func lines(width: Int) -> [StyledText] {
    let indent = 13
    return rows.flatMap { row in
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
    return rows.map { row in
      if !row.head.isEmpty { head = row.head.capitalised }
      return "\(head): \(row.text.text)".ended
    }
  }
}
