import Journals
import Lessons
public import Sessions
import Teaching

extension PracticeOverview {
  /// The overview as the text of a lesson, with a bar for how likely each skill goes right at first.
  package var markdown: String {
    let table = rows.map { row in
      "| \(row.skill.title) | \(row.bar) | \(row.score) | \(row.standing) |"
    }
    return """
      # Practice

      \(opening { "**\($0)**" })

      | skill | right at first | so far | |
      |---|---|---|---|
      \(table.joined(separator: "\n"))

      """
  }

  /// The same for the ear: what comes next, then a sentence for each skill.
  package var spoken: (opening: String, rows: [String]) {
    (opening { $0 }, rows.map(\.sentence))
  }

  /// What comes next, or that it is enough.
  private func opening(stressing stress: (String) -> String) -> String {
    guard let next else {
      let first = daysToFirst.map { " The first comes back \(PracticeOverview.when($0))." }
      return "That is enough for today: every skill here is known.\(first ?? "")"
    }
    let why =
      switch next.occasion {
      case .new: "has not been asked yet"
      case .weak: "is not sure yet"
      case .review: "was known some days ago, and is due again so that you keep it"
      case .chosen: "was chosen"
      }
    return "\(openCount) of \(rows.count) skills are left for today. "
      + "The weakest first: \(stress(next.skill.title)) \(why)."
  }

  fileprivate static func when(_ days: Int) -> String {
    days == 1 ? "tomorrow" : "in \(days) days"
  }
}

extension PracticeOverview.Row {
  /// How likely the next first attempt is right, in tenths and per cent.
  fileprivate var bar: String {
    guard let probability else { return "" }
    let tenths = Int((probability * 10).rounded())
    return String(repeating: "█", count: tenths) + String(repeating: "░", count: 10 - tenths)
      + " \(percent)"
  }

  private var percent: String {
    probability.map { "\(Int(($0 * 100).rounded())) %" } ?? ""
  }

  fileprivate var score: String { probability == nil ? "" : "\(right)/\(attempts)" }

  fileprivate var standing: String {
    guard probability != nil else { return "not asked yet" }
    guard let daysLeft else { return "not sure yet" }
    return daysLeft <= 0
      ? "known; due again" : "known; comes back \(PracticeOverview.when(daysLeft))"
  }

  fileprivate var sentence: String {
    let parts = [("skill", skill.title), ("right at first", percent), ("so far", score)]
    let named = parts.filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)" }
    return (named + [standing]).joined(separator: "; ").ended
  }
}

extension PracticeRun {
  /// The page between problems: how each skill stands, and what comes next.
  public var overview: Session {
    do {
      let lesson = try Lesson(utf8: Array(standing.markdown.utf8), name: PracticeProblem.lessonName)
      var session = try Session(lesson, source: .lesson(name: lesson.name, hash: ""))
      session.continuation = isEnough ? .moreProblems : .nextProblem
      session.comeBack()
      return session
    } catch {
      preconditionFailure("the overview is a lesson that can be read: \(error)")
    }
  }
}
