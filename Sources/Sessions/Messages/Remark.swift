public import Journals
public import Lessons
public import Teaching

/// What there is to say, as a fact; `Wording` has the words for it.
public indirect enum Remark: Hashable, Sendable {
  case nothing

  // Of answers.
  case verdict(Verdict, Assignment, typed: String)
  /// A rule was typed before the number of a derivative.
  case rule(Verdict, Int, typed: String)
  /// Nothing was typed where something is asked.
  case nothingTyped(Assignment)
  /// So many of the things that were pasted were not entered, after the remark on the last that was.
  case notEntered(Int, after: Remark)
  /// So many more answers may be given there, after the remark on a wrong one.
  case attemptsLeft(Int, after: Remark)
  /// All attempts at something were wrong, and it stays as it is.
  case noAttemptsLeft
  /// An answer was shown.
  case shown(Assignment)
  /// An answer that was just shown was typed, which does not count yet.
  case copied
  /// An answer that was shown before is the learner's own now, after the verdict on it.
  case earnedBack(Remark)
  case nothingToShow
  /// A graded lesson shows no answers.
  case notShown
  /// What is asked can only be done, and not shown.
  case onlyDone
  /// What only runs is under way, or has come to its end.
  case runs(exercise: Int)
  case runIsOver(exercise: Int)
  /// Training by the learner's own lines, some of which are not there yet.
  case linesMissing
  /// The learner is back from formulas of their own.
  case explored

  // Of where the learner comes to.
  /// What stands there was wrong when it was typed.
  case wrongBefore(typed: String)
  case rightAlready
  /// What stands there was shown; it can be earned back, at once or after another answer.
  case shownBefore(isJustShown: Bool)
  /// An entry is easier to find after others that are open.
  case easierAfter([Int], entry: Int)
  /// The page asks nothing, or is done: how to go on.
  case wayOn
  case done
  /// The terms of a graded lesson.
  case terms
  /// Something is computed from the output of the learner's own formulas.
  case outputNote
  /// How a page that shows its entries one by one is used.
  case demonstration
  case firstPage, lastPage, summaryOpened
  /// The lesson was edited since its journal was written; so many answers are to questions that it does not ask now.
  case lessonEdited(left: Int)
  case welcomeBack

  // Of help.
  /// The hint of a number, from 0; of the last one where there are fewer.
  case hint(Int, Assignment)
  case noHint
  /// A hint has brought back a step of the panel.
  case panelStep(Panel, entry: Int)
  /// The learner chose how much of the chain rule is shown.
  case panelChosen(Panel)
  /// There is no panel on this page.
  case noPanel
  /// A graded lesson allows no closer look.
  case noLook
  case noGraphToLookAt
  /// A closer look would tell what the page asks.
  case noLookYet(LookKind)
  case nothingToLookAt(LookKind)
  /// Boxes of numbers would tell a shape that is asked, by its entry.
  case shapeFirst(Int)
  /// What was typed while a nudge is looked at is none.
  case notNudged(Verdict.Unreadable, typed: String)

  // Of the numbers, and of what was done.
  /// A graded lesson keeps the numbers of its learner.
  case ownNumbersStay
  case oneSetOfNumbers
  /// The numbers of a seed give some number that is not finite.
  case notFinite(seed: Int)
  /// Other numbers were drawn; they are seen on these pages, from 1.
  case freshNumbers(seed: Int, pages: [Int])
  case nothingToUndo, undone, nothingToRedo, redone, restarted

  /// So many steps were made with what was found, after this was asked.
  case descended(steps: Int, DescentRequest)
  /// No step can be made.
  case noDescent(DescentObstacle)

  /// Of work that has no verdict before it is handed in.
  case exam(ExamRemark)

  /// What the host has to say.
  case notice(String)
}
