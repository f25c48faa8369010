import Lessons
package import Sessions
import Teaching
import TextScreen

/// What is said of work that has no verdict before it is handed in.
extension Wording {
  package func text(of remark: ExamRemark) -> String {
    let command = voice.shortcut(for: .handIn)
    switch remark {
    case .terms: return silentTerms
    case .resumed:
      let answered = session.assignments.count { !session.progress.state(of: $0).isOpen }
      return
        "welcome back: \(answered) of \(session.assignments.count) are answered, and nothing is handed in yet"
    case .noted(let assignment, let typed):
      let noted = "noted: \(name(of: assignment)) = \(Wording.shortened(typed))"
      return session.isDone && !voice.isSpoken ? "\(noted). \(text(of: .handInDue))" : noted
    case .answeredBefore(let typed):
      return "you typed \(Wording.shortened(typed)); type something else to change it"
    case .notBeforeHandIn:
      return "no hints, no closer looks and no answers before you hand in; \(command) hands in"
    case .handInDue:
      let empty = session.progress.emptyCount
      return empty == 0
        ? "all is answered; \(command) hands it in, to be marked"
        : "\(Wording.empty(empty)); \(command) hands it in as it is"
    case .confirmHandIn:
      let empty = session.progress.emptyCount
      return "\(Wording.empty(empty)); \(command) once more hands it in as it is"
    case .handedIn:
      return "handed in and marked: \(scored)"
        + (voice.isSpoken ? "" : " Enter shows the graph with its marks")
    case .marked: return "marked: \(scored) \(wayOn)"
    case .handedInForGood: return "you have handed this in and it stays as it is; \(otherNumbers)"
    case .nothingToHandIn: return "there is nothing to hand in on this page; every answer is saved"
    case .reviewed(let assignment): return review(of: assignment)
    case .triedAgain(let verdict, let assignment, let typed):
      let text = Wording.bare(text(of: .verdict(verdict, assignment, typed: typed)))
      let word = verdict.isAccepted ? "" : verdict.word == "wrong" ? "wrong: " : ""
      return "\(word)\(text) (what you handed in stays)"
    case .ownNumbersStay:
      return "the numbers of an exam stay; hand it in first, or open one of another seed"
    }
  }

  /// What such work begins with.
  private var silentTerms: String {
    let asked = session.assignments.count
    let what = session.lesson.isExam ? "an exam" : "this is handed in"
    return
      "\(what): \(asked) answers, no marks and no hints before you hand in by \(voice.shortcut(for: .handIn)); "
      + "numbers exactly, or with three digits at least"
  }

  private var scored: String {
    let score = session.score
    return "\(score.accepted) of \(score.asked) are right."
  }

  private var otherNumbers: String {
    session.lesson.isExam
      ? "\(voice.shortcut(for: .freshNumbers)) opens another one with other numbers"
      : "look at what was wrong"
  }

  private static func empty(_ count: Int) -> String {
    count == 1 ? "1 answer is still empty" : "\(count) answers are still empty"
  }

  private func name(of assignment: Assignment) -> String { session.progress.name(of: assignment) }

  /// How an answer was marked, and what is right.
  private func review(of assignment: Assignment) -> String {
    let state = session.progress.state(of: assignment)
    let right = solution(of: assignment)
    switch state {
    case .right: return "right: \(right)"
    case .close: return "close: \(right)"
    case .wrong(let typed):
      let why = reason(forWrong: typed, at: assignment)
      return
        "you typed \(Wording.shortened(typed))\(why.map { ": \($0)" } ?? ""). Right is \(right)"
    case .empty: return "left empty. Right is \(right)"
    case .answered, .revealed: return right
    }
  }

  /// Why an answer that was handed in is wrong, in words; `nil` where nothing can be said.
  package func reason(forWrong typed: String, at assignment: Assignment) -> String? {
    guard let verdict = session.progress.lastVerdict(of: assignment) else { return nil }
    if case .unreadable = verdict { return "three digits at least were asked" }
    let text: String
    switch assignment {
    case .entry(let entry): text = self.text(on: verdict, typed, for: entry)
    case .exercise(let index): text = self.text(on: verdict, typed, in: index)
    }
    return Wording.bare(text)
  }

  /// A sentence on a wrong answer without the words that an answer of one's own begins with.
  private static func bare(_ text: String) -> String {
    text.hasPrefix("not yet: ") ? String(text.dropFirst("not yet: ".count)) : text
  }

  /// What is said where a lesson says whether an answer is right, and not why; `nil` where it says more.
  func marked(_ verdict: Verdict, _ assignment: Assignment, _ typed: String) -> String? {
    guard session.lesson.feedback == .verdict, !session.isHandedIn else { return nil }
    let shown = Wording.shortened(typed)
    switch verdict {
    case .right, .close: return accepted(voice.isSpoken ? "right" : "\(shown) is right")
    case .wrong: return "\(shown) is not right"
    case .unreadable: return nil
    }
  }
}
