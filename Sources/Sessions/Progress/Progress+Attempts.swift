import Lessons
import Teaching

/// How often something may be answered, in a lesson that says so. Undo gives no attempt back.
extension Progress {
  /// How many answers may still be given to something that the page asks; `nil` for as many as one likes.
  package func attemptsLeft(at assignment: Assignment) -> Int? {
    guard let limit = lesson.graded?.attempts, !page.isDemonstration,
      let item = Attempts.item(assignment, in: self)
    else { return nil }
    return max(0, limit - (misses[item] ?? 0))
  }

  /// Whether something that the page asks stays as it is, since all attempts at it were wrong.
  package func isSpent(_ assignment: Assignment) -> Bool {
    attemptsLeft(at: assignment) == 0 && !state(of: assignment).isAccepted
  }

  /// Whether an answer is still wanted.
  package func isOpen(_ assignment: Assignment) -> Bool {
    state(of: assignment).isOpen && !isSpent(assignment)
  }

  /// Counts a wrong answer to something that the page asks.
  mutating func noteMiss(_ verdict: Verdict, at assignment: Assignment) {
    guard case .wrong = verdict, lesson.graded?.attempts != nil,
      let item = Attempts.item(assignment, in: self)
    else { return }
    misses[item, default: 0] += 1
  }
}
