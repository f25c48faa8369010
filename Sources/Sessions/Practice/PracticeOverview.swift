package import Teaching

/// How a learner stands with each skill that is practised, and what comes next.
package struct PracticeOverview: Hashable {
  /// How the learner stands with one skill.
  package struct Row: Hashable {
    package let skill: Skill
    /// How likely the next first attempt is right; `nil` if it was never asked.
    package let probability: Double?
    /// First attempts that were right, of all first attempts.
    package let right: Int
    package let attempts: Int
    /// The days until it comes back, 0 or less if it is due; `nil` if it is not known.
    package let daysLeft: Int?
  }

  package let rows: [Row]
  /// How many of the skills are left for today.
  package let openCount: Int
  /// The skill whose turn it is, and why; `nil` if it is enough for today.
  package let next: Practice?
  /// The days until the first of the skills comes back; `nil` if none is known.
  package let daysToFirst: Int?

  /// - Parameter served: the skills that were served before, in their order; the last of them rest.
  package init(_ mastery: Mastery, on day: Int, among skills: [Skill], after served: [Skill]) {
    rows = skills.map { Row($0, mastery[$0], on: day) }
    openCount = skills.count { !mastery[$0].isMastered || mastery[$0].isDue(on: day) }
    next = mastery.next(on: day, among: skills, after: served)
    daysToFirst = mastery.nextDueDay(among: skills).map { $0 - day }
  }
}

extension PracticeOverview.Row {
  fileprivate init(_ skill: Skill, _ standing: Mastery.Standing, on day: Int) {
    self.skill = skill
    probability = standing.wasMet ? standing.probability : nil
    right = standing.right
    attempts = standing.attempts
    daysLeft = standing.isMastered ? standing.review.map { $0.dueDay - day } : nil
  }
}
