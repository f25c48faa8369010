import Teaching

/// How a learner stands with each skill, as the text of a lesson.
struct PracticeOverview {
  private let mastery: Mastery
  private let day: Int
  private let skills: [Skill]
  private let served: Int

  /// - Parameters:
  ///   - skills: what is practised; none for the skills of the course and all that were met.
  ///   - served: how many problems were done in this run.
  init(_ mastery: Mastery, on day: Int, among skills: [Skill]?, served: Int) {
    self.mastery = mastery
    self.day = day
    self.skills = skills ?? mastery.practisedSkills
    self.served = served
  }

  var text: String {
    let rows = skills.map { skill in
      let standing = mastery[skill]
      let met = standing.wasMet ? "\(standing.right)/\(standing.attempts)" : ""
      return "| \(skill.title) | \(bar(standing)) | \(met) | \(word(standing)) |"
    }
    return """
      # Practice

      \(opening)

      | skill | known | at first | |
      |---|---|---|---|
      \(rows.joined(separator: "\n"))

      """
  }

  /// How likely it is known, in tenths and per cent.
  private func bar(_ standing: Mastery.Standing) -> String {
    guard standing.wasMet else { return "" }
    let tenths = Int((standing.probability * 10).rounded())
    let percent = Int((standing.probability * 100).rounded())
    return String(repeating: "█", count: tenths) + String(repeating: "░", count: 10 - tenths)
      + " \(percent) %"
  }

  private func word(_ standing: Mastery.Standing) -> String {
    guard standing.wasMet else { return "not asked yet" }
    guard standing.isMastered, let due = standing.review?.dueDay else { return "not sure yet" }
    let days = due - day
    return days <= 0
      ? "known; due again" : "known; comes back \(PracticeOverview.when(days))"
  }

  private static func when(_ days: Int) -> String {
    days == 1 ? "tomorrow" : "in \(days) days"
  }

  /// What comes next, or that it is enough.
  private var opening: String {
    guard let next = mastery.next(on: day, among: skills) else {
      let due = mastery.nextDueDay(among: skills).map {
        " The first comes back \(PracticeOverview.when($0 - day))."
      }
      return "That is enough for today: every skill here is known.\(due ?? "")"
    }
    let why =
      switch next.occasion {
      case .new: "has not been asked yet"
      case .weak: "is not sure yet"
      case .review: "was known some days ago, and is looked at again to stay known"
      case .chosen: "was chosen"
      }
    let open = skills.count { !mastery[$0].isMastered || mastery[$0].isDue(on: day) }
    let left = "\(open) of \(skills.count) skills are left for today."
    return "\(left) The weakest first: **\(next.skill.title)** \(why)."
  }
}
