import Expressions

/// What a learner hands in: one file that reads as Markdown, with the journal's lines in it from which it is marked.
public struct HandIn {
  private let marks: Marks.Learner
  private let facts: [String: LessonFacts]

  /// What a hand-in begins with.
  private static let title = "# Work of "

  /// Whether a file is a hand-in, by how it begins and by the journal's lines in it.
  public static func isHandIn(_ bytes: [UInt8]) -> Bool {
    begins(bytes) && bytes.mentions(JournalReader.fenceLine)
  }

  /// How many bytes tell whether a file begins as a hand-in.
  public static var titleLength: Int { title.utf8.count }

  /// Whether a file begins as a hand-in does.
  public static func begins(_ bytes: [UInt8]) -> Bool { bytes.starts(with: title.utf8) }

  /// - Parameter marks: what the lines say, marked afresh.
  public init(_ marks: Marks.Learner, facts: [String: LessonFacts]) {
    self.marks = marks
    self.facts = facts
  }

  /// The file's text around the journal's lines.
  public func text(around lines: some Sequence<[UInt8]>) -> [UInt8] {
    var bytes = Array(summary.utf8)
    bytes += Array("\(JournalReader.fence)\n".utf8)
    for line in lines { bytes += line + [UInt8(ascii: "\n")] }
    return bytes + Array("```\n".utf8)
  }

  private var summary: String {
    var text = "\(HandIn.title)\(ReportText.escaped(marks.learner))\n\n"
    text += "| lesson | version | right | first try | hints | shown | time |\n"
    text += "|---|---|---|---|---|---|---|\n"
    for lesson in marks.lessons {
      let first = lesson.total(\.firstAttempts)
      let versions =
        lesson.otherHashes.isEmpty ? [facts[lesson.lesson]?.hash ?? ""] : lesson.otherHashes
      let cells = [
        ReportText.escaped(lesson.lesson), versions.map { "`\($0)`" }.joined(separator: " "),
        "\(lesson.right) of \(lesson.asked)",
        ReportText.percent(lesson.total(\.rightAtFirst), of: first),
        String(lesson.total(\.hints)), String(lesson.items.count { $0.isShown }),
        ReportText.duration(milliseconds: lesson.milliseconds),
      ]
      text += "| \(cells.joined(separator: " | ")) |\n"
    }
    for lesson in marks.lessons { text += mistakes(in: lesson) }
    return text + """

      The lines of the journal follow. Only what was typed counts: it is re-marked from scratch.


      """
  }

  private func mistakes(in lesson: Marks.Lesson) -> String {
    let lines = lesson.items.compactMap { item -> String? in
      guard item.wrong > 0 || item.isShown, let asked = facts[lesson.lesson]?.items[item.item]
      else { return nil }
      var parts: [String] = []
      if item.wrong > 0 {
        let rules = ReportText.rules(item.rules)
        parts.append("\(item.wrong) wrong" + (rules.isEmpty ? "" : " (\(rules))"))
      }
      if item.hints > 0 { parts.append(item.hints == 1 ? "1 hint" : "\(item.hints) hints") }
      if item.isShown { parts.append("shown") }
      parts.append(item.isFound ? "found" : "not found")
      return "- page \(asked.page), `\(asked.name)`: \(parts.joined(separator: ", "))\n"
    }
    guard !lines.isEmpty else { return "" }
    return "\n## What went wrong in \(ReportText.escaped(lesson.lesson))\n\n" + lines.joined()
  }
}
