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

  /// How all that the lesson asks stands now.
  package let standing: Standing
  /// What became of all that was attempted, each with the numbers that it was attempted with.
  package let outcomes: Outcomes
  /// The skills that were met.
  package let tallies: [Tally]
  /// The likeliest wrong rule of the most answers; `nil` if no rule was recognised.
  package let commonest: (rule: WrongRule, count: Int)?

  /// How what a lesson asks stands: these add up to all of it.
  package struct Standing: Hashable {
    package let accepted: Int
    /// Shown, and not earned back.
    package let shown: Int
    /// Empty, wrong, or not marked yet.
    package let open: Int

    package var asked: Int { accepted + shown + open }
  }

  /// What became of what was attempted: these add up to all of it.
  ///
  /// What was typed while it was only shown is no attempt; it does not count among what the lesson asks, either.
  package struct Outcomes: Hashable {
    package private(set) var rightAtFirst = 0
    /// Right after a miss, a hint or an answer that was shown.
    package private(set) var rightLater = 0
    package private(set) var shown = 0
    /// Missed, and not right yet.
    package private(set) var open = 0

    package var attempted: Int { rightAtFirst + rightLater + shown + open }

    fileprivate init(_ attempts: Attempts, in plan: LessonPlan) {
      for (item, effort) in attempts.efforts {
        if case .entry(let graph, _, _) = item, plan.isDemonstrated(graph) { continue }
        guard let isRightAtFirst = effort.isRightAtFirst else { continue }
        if isRightAtFirst {
          rightAtFirst += 1
        } else if effort.isAccepted {
          rightLater += 1
        } else if effort.isShown {
          shown += 1
        } else {
          open += 1
        }
      }
    }
  }

  /// - Parameter session: a session with all that was done in it, in earlier runs of the program too.
  package init(of session: Session) {
    let attempts = session.attempts
    let score = session.wholeScore
    let shown = session.progress.shownCount
    standing = Standing(
      accepted: score.accepted, shown: shown, open: score.asked - score.accepted - shown)
    outcomes = Outcomes(attempts, in: session.plan)
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
