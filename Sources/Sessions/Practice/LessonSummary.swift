package import Teaching

/// What a learner made of a lesson: how many first attempts were right, what went well, which wrong rule came up most,
/// and what to practise.
package struct LessonSummary {
  /// How many first attempts at something that exercises a skill were right.
  package struct Tally: Hashable {
    package let skill: Skill
    package let right: Int
    package let all: Int
  }

  /// How much of all that is asked is right now.
  package let score: (accepted: Int, asked: Int)
  /// How many things were attempted, and how many of them were right at the first attempt.
  package let attempted: Int
  package let rightAtFirst: Int
  /// How many answers were shown.
  package let shown: Int
  /// The skills that were met.
  package let tallies: [Tally]
  /// The likeliest wrong rule of the most answers; `nil` if no rule was recognised.
  package let commonest: (rule: WrongRule, count: Int)?

  /// - Parameter session: a session with all that was done in it, in earlier runs of the program too.
  package init(of session: Session) {
    let attempts = session.attempts
    let efforts = attempts.efforts.values
    score = session.wholeScore
    attempted = efforts.count { $0.isRightAtFirst != nil }
    rightAtFirst = efforts.count { $0.isRightAtFirst == true }
    shown = efforts.count(where: \.isShown)
    tallies = Skill.allCases.compactMap { skill in
      let own = attempts.observations.filter { $0.skill == skill }
      guard !own.isEmpty else { return nil }
      return Tally(skill: skill, right: own.count(where: \.isCorrect), all: own.count)
    }
    commonest = WrongRule.allCases.compactMap { rule in attempts.wrongRules[rule].map { (rule, $0) }
    }
    .max { $0.1 < $1.1 }
  }

  /// The skills that always went right.
  package var mastered: [Tally] { tallies.filter { $0.right == $0.all } }

  /// The skills that were missed, the most often missed first.
  package var missed: [Tally] {
    tallies.enumerated().filter { $0.element.right < $0.element.all }
      .sorted {
        let (first, second) = ($0.element, $1.element)
        return (second.all - second.right, $0.offset) < (first.all - first.right, $1.offset)
      }
      .map(\.element)
  }
}
