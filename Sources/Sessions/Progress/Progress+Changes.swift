package import Journals
import Lessons
package import Teaching

extension Progress {
  /// What holds something else in another state of the same lesson.
  package func changes(to other: Progress) -> [JournalEvent.Change] {
    let entries = worksheets.indices.flatMap { graph in
      let after = other.worksheets[graph].states
      return worksheets[graph].states.differences(from: after).map { entry in
        JournalEvent.Change.entry(
          graph: graph, worksheets[graph].entries[entry].name, typed: after[entry].typed,
          isRevealed: after[entry] == .revealed)
      }
    }
    let changed = exercises.indices.filter { exercises[$0] != other.exercises[$0] }
    let pages = lesson.pages.indices.filter {
      handedInPages.contains($0) != other.handedInPages.contains($0)
    }
    let moved = worksheets.indices.filter { descents[$0] != other.descents[$0] }
    return entries
      + moved.map { .descent(graph: $0, other.descents[$0]?.requests.map(\.text) ?? []) }
      + changed.map { index in
        let after = other.exercises[index]
        return .exercise(
          lesson.exercises[index].id, typed: after.typed, isRevealed: after.state == .revealed)
      }
      + pages.map { .page($0, isHandedIn: other.handedInPages.contains($0)) }
  }

  /// Makes the changes of an undo, a redo or a restart.
  package mutating func apply(_ change: JournalEvent.Change) {
    switch change {
    case .entry(let graph, let name, let typed, let isRevealed):
      guard worksheets.indices.contains(graph),
        let entry = worksheets[graph].list.index(of: name)
      else { return }
      if isRevealed {
        worksheets[graph].reveal(entry)
      } else if let typed {
        if isSilent(graph: graph) {
          _ = worksheets[graph].note(typed, for: entry)
        } else {
          _ = worksheets[graph].answer(typed, for: entry)
        }
      } else {
        worksheets[graph].clear(entry)
      }
    case .exercise(let id, let typed, let isRevealed):
      guard let index = plan.exercise(called: id) else { return }
      exercises[index] = plan.exercises(on: worksheets)[index]
      redo(index, typed)
      if isRevealed { _ = exercises[index].reveal() }
    case .descent(let graph, let requests):
      guard worksheets.indices.contains(graph) else { return }
      descend(requests, on: graph)
    case .page(let page, let isHandedIn):
      // A whole lesson is handed in once and for all.
      guard plan.silentPages.contains(page), lesson.feedback != .none else { return }
      if isHandedIn { _ = handIn(page: page) } else { handedInPages.remove(page) }
    }
  }

  /// Does an exercise again as far as it was done; what only ran is not run again.
  ///
  /// - Returns: the verdict on what was typed last; `nil` for what only runs.
  @discardableResult
  package mutating func redo(_ index: Int, _ typed: [String]) -> Verdict? {
    var verdict: Verdict?
    switch lesson.exercises[index].kind {
    case .question where isSilent(exercise: index):
      for line in typed { verdict = exercises[index].note(line).map { .unreadable($0) } }
    case .question, .breakUp, .nudging, .exploring:
      for line in typed { verdict = exercises[index].answer(line) }
    case .race: if !typed.isEmpty { exercises[index] = .race(Race(hasRunBefore: true)) }
    case .training(let request):
      if !typed.isEmpty { exercises[index] = .training(TrainingWork(request, hasRunBefore: true)) }
    }
    return verdict
  }
}
