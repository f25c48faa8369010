import Autodiff
import Expressions
import Journals
import Lessons
import Teaching

/// What there is to say where the learner comes to something.
extension Session {
  /// What is said when a page is opened.
  package var openingRemark: Remark {
    if progress.isSilent, !isDone { return .exam(.terms) }
    if progress.isHandedIn { return .exam(.marked) }
    if progress.isSilent { return .exam(.handInDue) }
    if pageNumber == 1, lesson.graded != nil { return .terms }
    if assignments.isEmpty { return .wayOn }
    if isDone { return .done }
    if outputNote != nil { return .outputNote }
    return page.isDemonstration ? .demonstration : .nothing
  }

  /// Comes back to the page from something that lay over it.
  package mutating func comeBack() { remark = openingRemark }

  /// Comes back from a walk over the graph to what the learner works at.
  package mutating func comeBackFromMap() {
    remark = assignment.map { approach(to: $0) } ?? openingRemark
  }

  /// Closes the closer look for something else; there is nothing to say.
  package mutating func turnAway() {
    look = nil
    remark = .nothing
  }

  /// What to know of the output of the learner's own formulas, where something is computed from it and no line names it.
  package var outputNote: String? {
    guard case .explore(let exploration) = source,
      !exploration.formulas.contains(where: {
        $0.mentions("output") && Statement($0).chosenOutput != nil
      })
    else { return nil }
    return worksheet?.graph.outputNote
  }

  /// What is said when the learner comes to something asked: what it would have needed, if something is open.
  func approach(to assignment: Assignment) -> Remark {
    if progress.isHandedIn { return .exam(.reviewed(assignment)) }
    if case .answered(let typed) = progress.state(of: assignment) {
      return .exam(.answeredBefore(typed: typed))
    }
    if progress.canBeEarnedBack(assignment) {
      return .shownBefore(isJustShown: progress.isJustShown(assignment))
    }
    guard let worksheet, let index = assignment.entry, !progress.isSilent else { return .nothing }
    if case .wrong(let typed) = worksheet.states[index] { return .wrongBefore(typed: typed) }
    if worksheet.states[index].isAccepted { return .rightAlready }
    let needed = worksheet.missingPrerequisites(of: index, among: progress.asks)
    return needed.isEmpty ? .nothing : .easierAfter(needed, entry: index)
  }
}
