import Lessons
import Teaching

extension Attempts {
  /// When something was done: the time of a journal's record, or the day of this session.
  package struct Moment {
    /// In days since 1970.
    package var day: Int
    /// ISO 8601; empty for this session.
    package var time = ""
  }

  /// Notes what was done at something that the page of a learner's progress asks.
  package mutating func note(
    _ deed: Progress.Deed, at assignment: Assignment, in progress: Progress, _ moment: Moment
  ) {
    guard let item = Attempts.item(assignment, in: progress) else { return }
    let observe = Attempts.observer(of: assignment, in: progress, moment)
    switch deed {
    case .answered(let verdict): note(verdict, at: item, moment.time, observe: observe)
    case .statedRule(let verdict): note(rule: verdict, at: item, moment.time, observe: observe)
    case .noted: break
    case .askedForHint:
      let steps = assignment.entry.map(progress.panelSteps(for:)) ?? 0
      let isPanelStep = (hints[item] ?? 0) < steps
      noteHint(at: item)
      // The panel comes to tell a rule, and no number that is open.
      guard !isPanelStep else {
        return noteHelp(at: assignment, in: progress, isShown: false, moment)
      }
      noteGuidance(at: assignment, in: progress, moment)
    case .looked: noteGuidance(at: assignment, in: progress, moment)
    case .revealed: noteHelp(at: assignment, in: progress, isShown: true, moment)
    }
  }

  /// Notes the verdicts on work that was handed in.
  package mutating func note(
    _ marks: [Progress.Mark], in progress: Progress, _ moment: Moment
  ) {
    var there = progress
    for mark in marks {
      there.pageIndex = mark.page
      note(.answered(mark.verdict), at: mark.assignment, in: there, moment)
    }
  }

  /// How many hints were told on something that the page asks, with the numbers that it has now.
  func hintsTold(on assignment: Assignment, in progress: Progress) -> Int {
    Attempts.item(assignment, in: progress).flatMap { hints[$0] } ?? 0
  }

  /// Notes a hint or a closer look; it helps with all that leads to the entry, too, whose numbers it comes to tell.
  private mutating func noteGuidance(
    at assignment: Assignment, in progress: Progress, _ moment: Moment
  ) {
    noteHelp(at: assignment, in: progress, isShown: false, moment)
    guard let entry = assignment.entry, let worksheet = progress.worksheet else { return }
    for other in worksheet.missingPrerequisites(of: entry, among: progress.asks) {
      noteHelp(at: .entry(other), in: progress, isShown: false, moment)
    }
  }

  /// Notes a hint, a closer look or a shown answer; what a demonstration shows is none.
  private mutating func noteHelp(
    at assignment: Assignment, in progress: Progress, isShown: Bool, _ moment: Moment
  ) {
    guard !progress.page.isDemonstration, let item = Attempts.item(assignment, in: progress)
    else { return }
    let observe = Attempts.observer(of: assignment, in: progress, moment)
    noteHelp(at: item, isShown: isShown, moment.time, observe: observe)
  }

  /// What an attempt at something that the page asks is kept under.
  package static func item(_ assignment: Assignment, in progress: Progress) -> Item? {
    let graph = progress.page.graph
    let numbers = graph.map { progress.numbers(of: $0) } ?? .given
    switch assignment {
    case .entry(let entry): return graph.map { .entry(graph: $0, numbers, entry) }
    case .exercise(let exercise): return .exercise(numbers, exercise)
    }
  }

  /// What tells skills from a first attempt at something that the page asks.
  ///
  /// It holds the answers alone and not the progress, which could not change while it is held.
  private static func observer(
    of assignment: Assignment, in progress: Progress, _ moment: Moment
  ) -> (FirstAttempt) -> [Observation] {
    guard let entry = assignment.entry, let key = progress.worksheet?.key else {
      return { _ in [] }
    }
    let isToldRule = progress.tellsRule(of: entry)
    return { attempt in
      let all = key.observations(of: attempt, at: entry, on: moment.day)
      // Who reads the rule from the panel does not show that they know it.
      return isToldRule ? all.filter { !($0.isCorrect && $0.skill.isRule) } : all
    }
  }
}
