import Autodiff
import Drawings
import Expressions
import Lessons
import Sessions
import Teaching

/// An exam for paper, in Markdown: each graph with its inputs, and what is asked with room for an answer, or the key.
struct ExamPaper {
  private let session: Session
  private let hasKey: Bool

  init(_ session: Session, hasKey: Bool) {
    self.session = session
    self.hasKey = hasKey
  }

  var text: String {
    let seed = session.progress.shownSeed.map { ", seed \($0)" } ?? ""
    var lines = ["# \(session.lesson.title)\(seed)\(hasKey ? ": key" : "")", ""]
    if !hasKey { lines += ["Name: ____________________   Begun: ________   Ended: ________", ""] }
    for (index, page) in session.lesson.pages.enumerated() {
      var there = session
      _ = there.update(.page(index + 1))
      if session.lesson.pages.count > 1 { lines += ["## \(index + 1). \(page.title)", ""] }
      lines += self.lines(of: there)
    }
    return lines.joined(separator: "\n")
  }

  /// A page: the graph, its quantities, and the table of what is asked.
  private func lines(of session: Session) -> [String] {
    var lines: [String] = []
    if let worksheet = session.worksheet {
      let graph = worksheet.graph
      lines += ["```text", GraphDrawing.blank(of: worksheet.key), "```", ""]
      for (index, node) in graph.nodes.enumerated() {
        guard let formula = node.formula else {
          lines.append("- `\(node.name) = \(worksheet.key.text(ofInput: index))`")
          continue
        }
        lines.append("- `\(node.name) = \(formula.expression.text)`")
      }
      lines.append("")
    }
    lines += ["| | quantity | \(hasKey ? "right" : "your answer") |", "|---|---|---|"]
    for (place, assignment) in session.assignments.enumerated() {
      let answer = hasKey ? right(assignment, in: session) : "\u{A0}"
      lines.append("| \(place + 1) | \(name(assignment, in: session)) | \(answer) |")
    }
    return lines + [""]
  }

  private func name(_ assignment: Assignment, in session: Session) -> String {
    guard let index = assignment.exercise,
      case .question(let key, _) = session.progress.exercises[index]
    else { return "`\(session.progress.name(of: assignment))`" }
    let text = key.question.text.map { prose in
      if case .paragraph(let inlines) = prose { inlines.plainText } else { "" }
    }
    return text.joined(separator: " ").replacing("|", with: "\\|")
  }

  private func right(_ assignment: Assignment, in session: Session) -> String {
    switch assignment {
    case .entry(let entry): session.worksheet?.key.shown(entry).text ?? ""
    case .exercise(let index): session.progress.exercises[index].solution.joined(separator: "; ")
    }
  }
}
