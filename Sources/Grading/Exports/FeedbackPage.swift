import Teaching

/// What a learner reads of their own work, in Markdown: their numbers, what was right, which rule went wrong, what to
/// practise.
public struct FeedbackPage {
  /// What such a page begins with.
  private static let title = "# Feedback for "

  private let row: Gradebook.Row
  private let book: Gradebook

  /// Whether a file is such a page, by how it begins.
  public static func isPage(_ bytes: [UInt8]) -> Bool { bytes.starts(with: title.utf8) }

  /// - Parameter row: someone of the book, whose marks say what is right with their numbers.
  public init(_ row: Gradebook.Row, in book: Gradebook) {
    self.row = row
    self.book = book
  }

  public var text: String {
    let lessons = book.lessons.map { book.lesson($0, of: row) }.filter {
      !$0.items.isEmpty || book.roster != nil
    }
    return FeedbackPage.title + ReportText.escaped(row.name) + "\n"
      + lessons.map(section).joined() + practice
  }

  private func section(on lesson: Marks.Lesson) -> String {
    let title = book.marks.facts[lesson.lesson]?.title ?? lesson.lesson
    var text = "\n## \(ReportText.escaped(title))\n\n"
    guard !lesson.items.isEmpty else { return text + "Nothing was handed in.\n" }
    text += "\(lesson.right) of \(lesson.asked) right"
    if lesson.possible != Double(lesson.asked) {
      text +=
        ", \(ReportText.points(lesson.points)) of \(ReportText.points(lesson.possible)) points"
    }
    text += ".\n"
    if lesson.late > 0 {
      text +=
        lesson.late == 1
        ? "\n1 answer came too late and does not count.\n"
        : "\n\(lesson.late) answers came too late and do not count.\n"
    }
    let given = lesson.answers.filter { $0.standing == "given" }
    for page in Set(given.map(\.page)).sorted() {
      let numbers = given.filter { $0.page == page }.map { code("\($0.name) = \($0.right)") }
      text += "\nYour numbers from page \(page) on: \(numbers.joined(separator: ", ")).\n"
    }
    text += "\n| page | entry | right | you typed | it is |\n|---|---|---|---|---|\n"
    for answer in lesson.answers where answer.standing != "given" {
      let cells = [
        String(answer.page), code(answer.name), code(answer.right),
        answer.typed.map { code(ReportText.line($0)) } ?? "", answer.standing,
      ]
      text += "| \(cells.joined(separator: " | ")) |\n"
    }
    return text + mistakes(in: lesson)
  }

  private func mistakes(in lesson: Marks.Lesson) -> String {
    guard let facts = book.marks.facts[lesson.lesson] else { return "" }
    let lines = lesson.items.filter { $0.wrong > 0 }.map { item in
      let times = item.wrong == 1 ? "wrong once" : "wrong \(item.wrong) times"
      let rules = item.rules.map(\.rule.title).joined(separator: "; ")
      let end = item.isFound ? ", right in the end" : ""
      return
        "- \(code(facts.items[item.item].name)): \(times)\(end)\(rules.isEmpty ? "" : ": \(rules)")\n"
    }
    return lines.isEmpty ? "" : "\n### What went wrong\n\n" + lines.joined()
  }

  /// The skills that were met and are not mastered, the weakest first.
  private var practice: String {
    let weak = (row.work?.skills ?? []).filter { !$0.isMastered }
      .sorted { $0.probability < $1.probability }
    guard !weak.isEmpty else { return "" }
    let lines = weak.prefix(3).map {
      "- \($0.skill.title): `backprop practice \($0.skill.rawValue)`\n"
    }
    return "\n## What to practise\n\n" + lines.joined()
  }

  /// Text as inline code of a table, whatever is in it.
  private func code(_ text: String) -> String {
    let shown = ReportText.line(text).replacing("|", with: "\\|")
    return shown.contains("`") ? "`` \(shown) ``" : "`\(shown)`"
  }
}
