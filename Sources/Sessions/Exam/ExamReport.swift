package import Teaching

/// What was made of work that was handed in: the score, what went wrong and where it came from, and what to practise.
package struct ExamReport {
  /// Something that is not right.
  package struct Fault {
    /// From 1.
    package let page: Int
    package let assignment: Assignment
    /// What was typed; `nil` where it was left empty.
    package let typed: String?
    /// The own slip from which alone it follows, by its place among the faults; `nil` for a slip of its own.
    package let root: Int?
  }

  /// Whether it is about several pages, so that a name alone may not tell.
  package let hasPages: Bool
  package let right: Int
  package let asked: Int
  /// In the order one works.
  package let faults: [Fault]
  /// The skills that the slips speak against, the most missed first.
  package let skills: [Skill]
  package let secondsTaken: Int?

  /// What was left empty.
  package var empty: Int { faults.count { $0.typed == nil } }

  /// What follows from slips before.
  package var following: Int { faults.count { $0.root != nil } }

  /// The answers, where a slip costs once, and nothing that follows from it.
  package var points: Int { right + following }

  /// - Parameter session: a session whose page in view was handed in.
  package init(of session: Session) {
    let progress = session.progress
    let pages = session.plan.pagesHandedIn(with: progress.pageIndex).sorted()
    hasPages = pages.count > 1
    var (right, asked) = (0, 0)
    var faults: [Fault] = []
    var missed: [Skill: Int] = [:]
    for page in pages {
      var there = progress
      there.pageIndex = page
      var places: [Int: Int] = [:]
      for assignment in there.assignments {
        asked += 1
        let state = there.state(of: assignment)
        guard !state.isAccepted else {
          right += 1
          continue
        }
        let verdict = there.lastVerdict(of: assignment)
        let cause = verdict?.reasons.first { $0.rule == .followsFromWrong }?.other
        let source = cause.flatMap { places[$0] }
        let root = source.map { faults[$0].root ?? $0 }
        if let entry = assignment.entry {
          places[entry] = faults.count
          if root == nil, let verdict, let key = there.worksheet?.key {
            for skill in key.skills(missedIn: verdict, at: entry) { missed[skill, default: 0] += 1 }
          }
        }
        faults.append(
          Fault(page: page + 1, assignment: assignment, typed: state.typed, root: root))
      }
    }
    self.right = right
    self.asked = asked
    self.faults = faults
    skills = Skill.allCases.filter { missed[$0] != nil }
      .enumerated().sorted {
        (missed[$1.element] ?? 0, $0.offset) < (missed[$0.element] ?? 0, $1.offset)
      }
      .map(\.element)
    secondsTaken = session.secondsTaken
  }
}
