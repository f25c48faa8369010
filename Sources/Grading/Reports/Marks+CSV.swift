import Expressions
import Teaching

extension Marks.Class {
  /// What the columns of the table in commas are called.
  public static let csvHeading = CSV.line([
    "learner", "lesson", "hash", "other_hashes", "page", "entry", "attempts", "first_tries",
    "right_at_first", "wrong", "unreadable", "hints", "shown", "found", "seconds", "skill",
    "mastery", "reasons",
  ])

  /// The lines of a learner, one for each entry that was touched.
  public func csvLines(of learner: Marks.Learner) -> [String] {
    learner.lessons.flatMap { lesson -> [String] in
      guard let facts = facts[lesson.lesson] else { return [] }
      return lesson.items.map { item in
        let asked = facts.items[item.item]
        let weakest = learner.weakest(of: asked.skills)
        return CSV.line([
          CSV.text(learner.learner), CSV.text(lesson.lesson), facts.hash,
          CSV.text(lesson.otherHashes.joined(separator: " ")), String(asked.page),
          CSV.text(asked.name), String(item.attempts), String(item.firstAttempts),
          String(item.rightAtFirst), String(item.wrong), String(item.unreadable),
          String(item.hints), String(item.isShown), String(item.isFound),
          (Double(item.milliseconds) / 1000).shortestText, weakest?.skill.rawValue ?? "",
          weakest.map { ReportText.rounded($0.probability).shortestText } ?? "",
          ReportText.rules(item.rules, separator: "; "),
        ])
      }
    }
  }
}

extension Marks.Learner {
  /// The skill that is least likely right at first among some; `nil` if none of them was met.
  func weakest(of skills: [Skill]) -> Marks.SkillStanding? {
    self.skills.filter { skills.contains($0.skill) }.min { $0.probability < $1.probability }
  }
}
