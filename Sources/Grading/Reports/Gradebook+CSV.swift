import Expressions
import Teaching

extension Gradebook {
  /// What the columns are called of the table with a line for each learner and lesson.
  public static let csvHeading = CSV.line([
    "learner", "lesson", "hash", "other_hashes", "right", "asked", "points",
    "points_possible", "attempts", "first_tries", "right_at_first", "wrong", "unreadable", "hints",
    "shown", "seconds", "last_time", "late", "file", "flags",
  ])

  /// What the columns are called of the table with a line for each learner and entry.
  public static let entriesHeading = CSV.line([
    "learner", "lesson", "hash", "other_hashes", "page", "entry", "asked", "state",
    "attempts", "first_tries", "right_at_first", "wrong", "unreadable", "hints", "shown", "found",
    "seconds", "skill", "skills", "reasons", "file",
  ])

  /// Whether each learner has a line for each lesson, begun or not: where it is known who or what is wanted.
  private var isComplete: Bool { roster != nil || isNamed }

  /// The lines of a learner, one for each lesson.
  public func csvLines(of row: Row) -> [String] {
    listed(of: row, isComplete: isComplete).map { lesson in
      CSV.line(
        head(row, lesson) + [
          String(lesson.right), String(lesson.asked), ReportText.points(lesson.points),
          ReportText.points(lesson.possible), String(lesson.total(\.attempts)),
          String(lesson.total(\.firstAttempts)), String(lesson.total(\.rightAtFirst)),
          String(lesson.total(\.wrong)), String(lesson.total(\.unreadable)),
          String(lesson.total(\.hints)), String(lesson.items.count { $0.isShown }),
          (Double(lesson.milliseconds) / 1000).shortestText, CSV.text(lesson.lastTime),
          String(lesson.late), file(of: row),
          CSV.text((row.work?.flags ?? []).map(\.text).joined(separator: "; ")),
        ])
    }
  }

  /// The lines of a learner, one for each entry that is asked or was touched.
  public func entryLines(of row: Row) -> [String] {
    listed(of: row, isComplete: isComplete).flatMap { lesson -> [String] in
      guard let facts = marks.facts[lesson.lesson] else { return [] }
      return lesson.allItems(of: facts).map { item in
        let asked = facts.items[item.item]
        return CSV.line(
          head(row, lesson) + [
            String(asked.page), CSV.text(asked.name), String(asked.isAsked), item.state,
            String(item.attempts), String(item.firstAttempts), String(item.rightAtFirst),
            String(item.wrong), String(item.unreadable), String(item.hints), String(item.isShown),
            String(item.isFound), (Double(item.milliseconds) / 1000).shortestText,
            asked.skills.first?.rawValue ?? "",
            asked.skills.map(\.rawValue).joined(separator: " "),
            ReportText.rules(item.rules, separator: "; "), file(of: row),
          ])
      }
    }
  }

  private func file(of row: Row) -> String {
    CSV.text((row.work?.files ?? []).joined(separator: " "))
  }

  private func head(_ row: Row, _ lesson: Marks.Lesson) -> [String] {
    [
      CSV.text(row.name), CSV.text(lesson.lesson), marks.facts[lesson.lesson]?.hash ?? "",
      CSV.text(lesson.otherHashes.joined(separator: " ")),
    ]
  }
}
