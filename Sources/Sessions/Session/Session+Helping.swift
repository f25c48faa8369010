import Autodiff
import Journals
import Lessons
import Teaching

extension Session {
  /// The author's hints on something that the page asks.
  package func authorHints(on assignment: Assignment) -> [String] {
    guard mayHint else { return [] }
    switch assignment {
    case .entry(let entry):
      guard let list = worksheet?.list else { return [] }
      return page.advice.compactMap { advice in
        guard case .hint(let text) = advice.kind, list.index(of: advice.entry.text) == entry
        else { return nil }
        return filled(text)
      }
    case .exercise(let index):
      guard case .question(let question) = lesson.exercises[index].kind else { return [] }
      return question.hints.map(filled)
    }
  }

  /// Whether hints on something are made where its author wrote none.
  package func makesHints(on assignment: Assignment) -> Bool {
    guard mayHint, mayHintFromGraph else { return false }
    guard let index = assignment.exercise else { return true }
    if case .question = lesson.exercises[index].kind { return false }
    return true
  }

  package var hasHint: Bool {
    assignment.map { makesHints(on: $0) || !authorHints(on: $0).isEmpty } ?? false
  }

  /// Gives the next hint, whatever was answered since the one before; after the last it is given again.
  package mutating func hint() -> [Effect] {
    guard let assignment, hasHint else {
      remark = progress.isSilent ? .exam(.notBeforeHandIn) : .noHint
      return []
    }
    let told = attempts.hintsTold(on: assignment, in: progress)
    let steps = assignment.entry.map(progress.panelSteps(for:)) ?? 0
    if let entry = assignment.entry, told < steps {
      remark = .panelStep(progress.panel.fuller(by: told + 1), entry: entry)
    } else {
      remark = .hint(told - steps, assignment)
    }
    note(.askedForHint, at: assignment)
    return [record(.hint(progress.name(of: assignment)))]
  }

  /// Draws other numbers for the graphs that have ranges; what was filled in there is emptied, and undo restores it.
  ///
  /// - Parameters:
  ///   - seed: `nil` for the next one, which a graded lesson refuses.
  ///   - way: how they are drawn.
  mutating func drawNumbers(seed: Int?, by way: FreshNumbers.Draw) -> [Effect] {
    guard !lesson.isExam else {
      guard isHandedInWhole, seed == nil else {
        remark = .exam(.ownNumbersStay)
        return []
      }
      remark = .nothing
      return [.goOn]
    }
    guard lesson.graded == nil || seed != nil else {
      remark = .ownNumbersStay
      return []
    }
    let seed = seed ?? progress.nextSeed
    guard lesson.graphs.contains(where: { !$0.ranges.isEmpty }) else {
      remark = .oneSetOfNumbers
      return []
    }
    let before = progress
    guard progress.draw(seed: seed, by: way) else {
      remark = .notFinite(seed: seed)
      return []
    }
    remember(before)
    open(page: progress.pageIndex)
    let changed = progress.graphsWithOtherNumbers(than: before)
    let pages = lesson.pages.indices.filter { page in
      plan.shows(graphOn: page) && lesson.pages[page].graph.map(changed.contains) ?? false
    }
    remark = .freshNumbers(seed: seed, pages: pages.map { $0 + 1 })
    return [record(.seed)]
  }
}
