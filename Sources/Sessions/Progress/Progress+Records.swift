package import Journals
import Lessons
package import Teaching

extension Progress {
  /// What the learner did, as far as it tells of their skill.
  package enum Deed: Hashable {
    case answered(Verdict)
    /// Typed the rule of a derivative before its number.
    case statedRule(Verdict)
    /// Answered what has no verdict before it is handed in.
    case noted
    case askedForHint
    /// Took a closer look.
    case looked
    /// Had the answer shown.
    case revealed
  }

  /// Checks an answer to an entry of a graph.
  package typealias Checking = (_ typed: String, _ entry: Int, _ graph: Int, Progress) -> Verdict

  /// Turns to what a record is about, with the record's numbers.
  package mutating func prepare(for record: JournalRecord) {
    if !hasNumbers(ofSeed: record.seed, by: record.draw) {
      _ = draw(seed: record.seed, by: record.draw)
    }
    switch record.kind {
    case .fill(let name, _), .rule(let name, _), .answer(let name, _), .reveal(let name):
      pageIndex = page(of: record)
      assignment = assignment(called: name, in: plan.graph(ofPage: record.page))
    case .help: pageIndex = page(of: record)
    case .handIn, .descend: pageIndex = page(of: record)
    case .undo, .redo, .restart, .seed, .panel, .other: break
    }
  }

  /// Does what a record says, for which it was prepared.
  ///
  /// - Parameter check: gives the verdict on an answer to an entry; the worksheet's own by default.
  /// - Returns: what was done at what, as far as it tells of skill; `nil` where the record fits nothing.
  @discardableResult
  package mutating func apply(
    _ record: JournalRecord, checking check: Checking? = nil
  ) -> (deed: Deed, assignment: Assignment)? {
    let graph = plan.graph(ofPage: record.page)
    switch record.kind {
    case .undo(let changes), .redo(let changes), .restart(let changes):
      for change in changes { apply(change) }
      open(page: page(of: record))
      return nil
    case .help(let name, let look):
      return assignment(called: name, in: graph).map { (look == nil ? .askedForHint : .looked, $0) }
    case .reveal(let name):
      reveal(name, in: graph)
      return assignment.map { (.revealed, $0) }
    case .fill(let name, let typed):
      guard let graph, worksheets.indices.contains(graph),
        let entry = worksheets[graph].list.index(of: name),
        !isHandedIn(graph: graph), !isSpent(.entry(entry))
      else { return nil }
      guard !isSilent(graph: graph) else {
        let obstacle = worksheets[graph].note(typed, for: entry)
        return assignment.map { (obstacle.map { .answered(.unreadable($0)) } ?? .noted, $0) }
      }
      let verdict = check?(typed, entry, graph, self) ?? worksheets[graph].check(typed, for: entry)
      worksheets[graph].keep(verdict, on: typed, for: entry)
      noteMiss(verdict, at: .entry(entry))
      guard isOwn(verdict, at: .entry(entry)) else { return nil }
      return assignment.map { (.answered(verdict), $0) }
    case .rule(let name, let typed):
      guard let graph, worksheets.indices.contains(graph),
        let entry = worksheets[graph].list.index(of: name),
        let verdict = worksheets[graph].checkRule(typed, for: entry)
      else { return nil }
      worksheets[graph].keep(rule: typed, verdict, for: entry)
      return assignment.map { (.statedRule(verdict), $0) }
    case .descend(let typed):
      if let graph, worksheets.indices.contains(graph), let request = DescentRequest(typed) {
        descend(request, on: graph)
      }
      return nil
    case .panel(let panel):
      chosenPanel = panel
      return nil
    case .answer(let name, let typed):
      guard let index = plan.exercise(called: name), !isHandedIn(exercise: index),
        !isSpent(.exercise(index))
      else { return nil }
      let isSilent = isSilent(exercise: index)
      guard let verdict = redo(index, [typed]) else {
        return isSilent ? assignment.map { (.noted, $0) } : nil
      }
      if !isSilent { noteMiss(verdict, at: .exercise(index)) }
      guard isSilent || isOwn(verdict, at: .exercise(index)) else { return nil }
      return assignment.map { (.answered(verdict), $0) }
    case .handIn, .seed, .other: return nil
    }
  }

  /// Does what a record of a hand-in says, for which it was prepared.
  package mutating func handIn(
    _ record: JournalRecord, checking check: Checking? = nil
  ) -> [Mark] {
    handIn(page: page(of: record), checking: check)
  }

  private func page(of record: JournalRecord) -> Int {
    min(record.page, lesson.pages.count) - 1
  }

  private mutating func reveal(_ name: String, in graph: Int?) {
    switch assignment(called: name, in: graph) {
    case .entry where graph.map { isSilent(graph: $0) || isHandedIn(graph: $0) } ?? false: break
    case .exercise(let index) where isSilent(exercise: index) || isHandedIn(exercise: index): break
    case .entry(let entry):
      guard let graph else { break }
      worksheets[graph].reveal(entry)
      noteShown(.entry(entry))
    case .exercise(let index):
      if exercises[index].reveal() { noteShown(.exercise(index)) }
    case nil: break
    }
  }
}
