import Lessons
import Sessions
import Teaching

/// What is said of pages, and of how to go on.
extension Wording {
  /// What follows after the last page is turned, as Enter is said to bring it; `nil` where nothing does.
  package var wayOnFromLastPage: String? {
    switch session.continuation {
    case .nextProblem: "Enter opens the next problem"
    case .moreProblems: "Enter opens more problems anyway"
    case nil: session.hasSummary ? "Enter sums up" : nil
    case .nextLesson, .practice: session.hasSummary ? "Enter sums up" : wayOnFromSummary
    }
  }

  /// What Enter opens after a lesson was summed up; `nil` where nothing follows it.
  package var wayOnFromSummary: String? { next.map { "Enter opens \($0)" } }

  /// What follows a lesson: `the next lesson: One unit, about 20 minutes`; `nil` where nothing does.
  package var next: String? {
    guard session.goesOnFromSummary else { return nil }
    switch session.continuation {
    case .nextLesson(let lesson):
      return "the next lesson: \(lesson.title), about \(lesson.minutes) minutes"
    case .practice: return "practice: problems made for you"
    case .nextProblem, .moreProblems, nil: return nil
    }
  }

  /// What is said below a summary.
  package var summaryOpened: String {
    let leave = "\(voice.shortcut(for: .leave)) leaves, and every answer is saved"
    guard let wayOn = wayOnFromSummary else { return "Enter goes back to the page; \(leave)" }
    return "\(wayOn). Esc goes back to the page; \(leave)"
  }

  /// What can be done when a page is done, or asks nothing.
  package var wayOn: String {
    guard session.isOnLastPage else { return "Enter turns the page" }
    let leave = "\(voice.shortcut(for: .leave)) leaves"
    return wayOnFromLastPage.map { "\($0); \(leave)" } ?? leave
  }

  package var done: String {
    session.isSilent ? text(of: .handInDue) : "\(standing) \(wayOn)"
  }

  /// How a page stands that is done.
  package var standing: String {
    let score = session.score
    if session.asked.isEmpty { return "This page is done." }
    if session.page.isDemonstration { return "That is the whole graph." }
    if session.isHandedIn { return "Handed in: \(score.accepted) of \(score.asked) are right." }
    let what = session.page.exercises.isEmpty ? "entries" : "answers"
    let shown = session.assignments.count { session.progress.canBeEarnedBack($0) }
    let rest =
      shown == 0
      ? "" : "; \(shown) \(shown == 1 ? "was" : "were") shown"
    return "The graph is done: \(score.accepted) of \(score.asked) \(what) are right\(rest)."
  }

  /// Where numbers are others than before.
  package func freshNumbers(_ seed: Int, on pages: [Int]) -> String {
    let rest = "undo restores the others"
    if pages.contains(session.pageNumber) { return "fresh numbers, seed \(seed); \(rest)" }
    guard !pages.isEmpty else { return "seed \(seed) draws the numbers that were there already" }
    let places = (pages.count == 1 ? "page " : "pages ") + Wording.list(pages.map { String($0) })
    return
      "the numbers here stay as they are; seed \(seed) gives fresh ones on \(places), and \(rest)"
  }

  /// What a graded lesson begins with; empty for any other.
  package var terms: String {
    guard let terms = session.lesson.graded else { return "" }
    let hints =
      switch terms.hints {
      case .none: "no hints"
      case .author: "its own hints"
      case .all: "all hints"
      }
    let feedback =
      switch terms.feedback {
      case .none: ", and nothing is marked before you hand in"
      case .verdict: ", and wrong answers are marked without a reason"
      case .reason: ""
      }
    let attempts =
      switch terms.attempts {
      case nil: ""
      case 1: ", one attempt at each answer"
      case .some(let count): ", \(count) attempts at each answer"
      }
    return "this lesson is graded: only you have these numbers, \(hints), answers are not shown"
      + attempts + feedback
  }

  /// How many attempts are left after a wrong one.
  func attemptsLeft(_ count: Int) -> String {
    switch count {
    case 0: "that was the last attempt"
    case 1: "1 attempt left"
    default: "\(count) attempts left"
    }
  }

  /// What stands in the place of a picture that would tell what is asked.
  package var waitingPicture: String {
    "what a push does is shown here once the values of this graph are found"
  }

  /// What became of the answers to an earlier edition of the lesson.
  func lessonEdited(left: Int) -> String {
    let kept = "this lesson was edited since you were here; answers that still fit are kept"
    guard left > 0 else { return kept }
    return kept
      + (left == 1
        ? ", one that is not asked any more stays in your journal"
        : ", \(left) that are not asked any more stay in your journal")
  }
}
