import Expressions
public import Journals
import Teaching

extension Marks.Class {
  /// What a learner did, as JSON.
  public func json(of learner: Marks.Learner) -> JSON {
    .object([
      JSON.Member("learner", .string(learner.learner)),
      JSON.Member("lessons", .array(learner.lessons.map { json(of: $0, by: learner) })),
      JSON.Member(
        "mastery",
        .object(
          learner.skills.map {
            JSON.Member($0.skill.rawValue, .number(ReportText.rounded($0.probability)))
          })),
      JSON.Member("flags", .array(learner.flags.map { .string($0.text) })),
    ])
  }

  private func json(of lesson: Marks.Lesson, by learner: Marks.Learner) -> JSON {
    let facts = facts[lesson.lesson]
    return .object([
      JSON.Member("lesson", .string(lesson.lesson)),
      JSON.Member("hash", .string(facts?.hash ?? "")),
      JSON.Member("otherHashes", .array(lesson.otherHashes.map { .string($0) })),
      JSON.Member("right", .count(lesson.right)),
      JSON.Member("asked", .count(lesson.asked)),
      JSON.Member("points", .number(ReportText.rounded(lesson.points))),
      JSON.Member("pointsPossible", .number(lesson.possible)),
      JSON.Member("late", .count(lesson.late)),
      JSON.Member("seconds", .seconds(lesson.milliseconds)),
      JSON.Member(
        "entries",
        .array(
          facts.map { facts in
            lesson.allItems(of: facts).map {
              json(of: $0, asked: facts.items[$0.item], by: learner)
            }
          } ?? [])),
    ])
  }

  private func json(
    of item: Marks.Item, asked: LessonKey.Item, by learner: Marks.Learner
  ) -> JSON {
    .object([
      JSON.Member("page", .count(asked.page)),
      JSON.Member("entry", .string(asked.name)),
      JSON.Member("asked", .boolean(asked.isAsked)),
      JSON.Member("state", .string(item.state)),
      JSON.Member("attempts", .count(item.attempts)),
      JSON.Member("firstTries", .count(item.firstAttempts)),
      JSON.Member("rightAtFirst", .count(item.rightAtFirst)),
      JSON.Member("wrong", .count(item.wrong)),
      JSON.Member("unreadable", .count(item.unreadable)),
      JSON.Member("hints", .count(item.hints)),
      JSON.Member("shown", .boolean(item.isShown)),
      JSON.Member("found", .boolean(item.isFound)),
      JSON.Member("seconds", .seconds(item.milliseconds)),
      JSON.Member("reasons", .rules(item.rules)),
      JSON.Member("skills", .array(asked.skills.map { .string($0.rawValue) })),
      JSON.Member(
        "mastery",
        learner.weakest(of: asked.skills).map { .number(ReportText.rounded($0.probability)) }
          ?? .null),
    ])
  }

  /// What the class did as a whole, as JSON: the hardest entries and the commonest wrong rules first.
  public var classJSON: JSON {
    .object([
      JSON.Member("learners", .count(learners.count)),
      JSON.Member("entries", .array(hardest.map(json))),
      JSON.Member(
        "rules",
        .array(
          rules.map { total in
            .object([
              JSON.Member("rule", .string(total.rule.rawValue)),
              JSON.Member("times", .count(total.count)),
              JSON.Member("learners", .count(total.learners)),
            ])
          })),
    ])
  }

  private func json(of total: ItemTotal) -> JSON {
    .object([
      JSON.Member("lesson", .string(total.lesson)),
      JSON.Member("page", .count(total.item.page)),
      JSON.Member("entry", .string(total.item.name)),
      JSON.Member("learners", .count(total.learners)),
      JSON.Member("firstTries", .count(total.firstAttempts)),
      JSON.Member("rightAtFirst", .count(total.rightAtFirst)),
      JSON.Member("attempts", .count(total.attempts)),
      JSON.Member("wrong", .count(total.wrong)),
      JSON.Member("hints", .count(total.hints)),
      JSON.Member("shown", .count(total.shown)),
      JSON.Member("seconds", .seconds(total.milliseconds)),
      JSON.Member("reasons", .rules(total.rules)),
    ])
  }
}

extension JSON {
  fileprivate static func count(_ count: Int) -> JSON { .number(Double(count)) }

  fileprivate static func seconds(_ milliseconds: Int) -> JSON {
    .number(Double(milliseconds) / 1000)
  }

  fileprivate static func rules(_ rules: [Marks.RuleCount]) -> JSON {
    .object(rules.map { JSON.Member($0.rule.rawValue, .count($0.count)) })
  }
}

extension Marks.Learner {
  /// The skill that is least likely right at first among some; `nil` if none of them was met.
  fileprivate func weakest(of skills: [Skill]) -> Marks.SkillStanding? {
    self.skills.filter { skills.contains($0.skill) }.min { $0.probability < $1.probability }
  }
}
