import Lessons
import Teaching

/// What was shown, and how it is earned back.
///
/// An answer that was shown counts once the learner types it themselves after another answer was accepted, or on fresh
/// numbers. Typed at once it is a copy of what stands there, and stays marked as shown.
extension Progress {
  /// Whether nothing else was answered since something was shown, so that typing it now would be copying.
  package func isJustShown(_ assignment: Assignment) -> Bool {
    Attempts.item(assignment, in: self).map { justShown.contains($0) } ?? false
  }

  /// Whether something was shown that can be earned back; what a demonstration shows counts nothing.
  package func canBeEarnedBack(_ assignment: Assignment) -> Bool {
    state(of: assignment) == .revealed && !page.isDemonstration && !isHandedIn && !isSilent
  }

  /// How much of all that the lesson asks was shown and not earned back.
  package var shownCount: Int {
    var count = exercises.count { $0.state == .revealed }
    for (graph, worksheet) in worksheets.enumerated() where !plan.isDemonstrated(graph) {
      count += worksheet.states.filled.count {
        $0.value == .revealed && plan.askedOfGraph[graph].contains($0.key)
      }
    }
    return count
  }

  /// Notes that an answer was shown.
  mutating func noteShown(_ assignment: Assignment) {
    guard !page.isDemonstration, let item = Attempts.item(assignment, in: self) else { return }
    justShown.insert(item)
  }

  /// Takes an answer that was kept: a copy of what was just shown is marked as shown again, and any other that was
  /// accepted lets what was shown before be earned back.
  ///
  /// - Returns: whether the answer is the learner's own.
  mutating func isOwn(_ verdict: Verdict, at assignment: Assignment) -> Bool {
    guard verdict.isAccepted else { return true }
    guard isJustShown(assignment) else {
      justShown = []
      return true
    }
    switch assignment {
    case .entry(let entry): if let graph = page.graph { worksheets[graph].reveal(entry) }
    case .exercise(let exercise):
      _ = exercises[exercise].reveal()
      lastVerdicts[exercise] = nil
    }
    return false
  }
}
