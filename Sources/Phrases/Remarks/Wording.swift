import Lessons
package import Sessions
import Teaching
import TextScreen

/// What the tutor says, in this session's names and numbers.
package struct Wording {
  package let session: Session
  package let voice: Voice

  package init(_ session: Session, for voice: Voice) {
    self.session = session
    self.voice = voice
  }

  /// What the session has to say.
  package var saying: Saying { Saying(text(of: session.remark), session.remark.tone) }

  /// What is said of a fact; empty where there is nothing to say.
  package func text(of remark: Remark) -> String {
    switch remark {
    case .nothing: ""
    case .verdict(let verdict, .entry(let entry), let typed):
      marked(verdict, .entry(entry), typed) ?? text(on: verdict, typed, for: entry)
    case .verdict(let verdict, .exercise(let index), let typed):
      marked(verdict, .exercise(index), typed) ?? text(on: verdict, typed, in: index)
    case .rule(let verdict, let entry, let typed): text(on: verdict, rule: typed, for: entry)
    case .nothingTyped(.entry(let entry)): nothingTyped(for: entry)
    case .nothingTyped(.exercise(let index)): nothingTyped(in: session.lesson.exercises[index])
    case .notEntered(let count, let last):
      text(of: last)
        + " (\(count) more pasted \(count == 1 ? "line was" : "lines were") not entered)"
    case .attemptsLeft(let count, let remark): "\(text(of: remark)) (\(attemptsLeft(count)))"
    case .noAttemptsLeft: "all attempts at this one are used up; go on with another"
    case .shown(let assignment): shown(assignment)
    case .copied:
      "that was just shown; answer another one first, then type it here again, and it counts"
    case .earnedBack(let remark): earnedBack(remark)
    case .shownBefore(let isJustShown):
      isJustShown
        ? "this one was shown; answer another one, then type it here to earn it back"
        : "this one was shown; type it yourself to earn it back"
    case .nothingToShow: "there is nothing to show here"
    case .notShown:
      "this lesson is graded: answers are not shown; go on with another entry"
    case .onlyDone: "there is no answer to show here; do it yourself"
    case .runs(let exercise): running(exercise)
    case .runIsOver(let exercise): accepted(hasRun(exercise))
    case .linesMissing: "it is trained by your own lines; fill in all of them first"
    case .explored: "back from your own formula"
    case .wrongBefore(let typed): "'\(Wording.shortened(typed))' is not right yet"
    case .rightAlready: "this one is right already"
    case .easierAfter(let needed, let entry): easier(after: needed, entry)
    case .wayOn: wayOn
    case .done: done
    case .terms: terms
    case .outputNote: session.outputNote ?? ""
    case .demonstration: "Enter shows the next number, and why; or type it first"
    case .firstPage: "this is the first page"
    case .lastPage: "this is the last page; \(voice.shortcut(for: .leave)) leaves"
    case .summaryOpened: summaryOpened
    case .lessonEdited(let left): lessonEdited(left: left)
    case .welcomeBack: "welcome back; everything is as you left it"
    case .hint(let number, let assignment): hint(number, on: assignment)
    case .noHint: noHint
    case .panelStep(let panel, let entry): brought(back: panel, entry)
    case .panelChosen(let panel): chosen(panel)
    case .noPanel: "there is no panel on this page"
    case .noLook:
      "this lesson is graded: closer looks are off; use the text and paper"
    case .noGraphToLookAt: "there is no graph on this page to look at"
    case .noLookYet(let kind): noLookYet(kind)
    case .nothingToLookAt(let kind): nothingToLookAt(kind)
    case .shapeFirst(let entry):
      "its cells would tell the \(name(of: entry))"
        + (session.asked.contains(entry) ? "; find that first" : ", which another page asks")
    case .notNudged(let reason, let typed):
      unreadable(reason, typed, form: "a small number such as 0.001")
    case .ownNumbersStay:
      "this lesson is graded: its numbers come from your name and stay"
    case .oneSetOfNumbers: "this lesson has one set of numbers only"
    case .notFinite(let seed): "with seed \(seed) a number is not finite; take another seed"
    case .freshNumbers(let seed, let pages): freshNumbers(seed, on: pages)
    case .nothingToUndo: "there is nothing to undo"
    case .undone: "undone; \(voice.shortcut(for: .redo)) redoes it"
    case .nothingToRedo: "there is nothing to redo"
    case .redone: "redone"
    case .restarted: "started over; undo restores everything"
    case .descended(let steps, let request): descended(steps, request)
    case .noDescent(let obstacle): noDescent(obstacle)
    case .exam(let remark): text(of: remark)
    case .notice(let text): text
    }
  }

  /// The name of an entry of the page's graph.
  func name(of entry: Int) -> String { session.progress.name(of: .entry(entry)) }

  package static func list(_ names: [String]) -> String {
    names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
  }

  package static func shortened(_ typed: String) -> String {
    typed.visible.truncated(toColumns: 24)
  }
}
