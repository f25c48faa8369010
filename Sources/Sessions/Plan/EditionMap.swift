import Autodiff
package import Journals
package import Lessons
import Teaching

/// Where what an earlier edition of a lesson asked stands in the lesson as it is now.
///
/// Something stands where its page's graph has the same formulas, numbers and ranges, and some page asks it; pages may
/// have moved. What stands nowhere does not count, for nobody could say that the same was asked.
package struct EditionMap: Hashable {
  private let earlier: LessonEdition
  private let now: LessonEdition
  /// For each earlier graph the one that it is now.
  private let graphs: [Int?]

  package init(from earlier: LessonEdition, to now: LessonEdition) {
    self.earlier = earlier
    self.now = now
    // The same graph again is told from the first by its turn.
    var turns: [String: Int] = [:]
    graphs = earlier.graphs.map { hash in
      let turn = turns[hash, default: 0]
      turns[hash] = turn + 1
      return now.graphs.indices.filter { now.graphs[$0] == hash }.dropFirst(turn).first
    }
  }

  /// A record as it would be of the lesson as it is now.
  ///
  /// - Parameter progress: a learner's, whatever is done in it.
  /// - Returns: nothing where what it is about does not stand in the lesson any more.
  package func record(_ record: JournalRecord, in progress: Progress) -> JournalRecord? {
    var moved = record
    let pages = progress.lesson.pages
    moved.page = min(record.page, pages.count)
    switch record.kind {
    case .fill(let name, _), .rule(let name, _), .reveal(let name), .help(let name, _),
      .answer(let name, _):
      guard let page = page(asking: name, of: record, in: progress) else { return nil }
      moved.page = page
    case .undo(let changes): moved.kind = .undo(self.changes(changes, record, progress))
    case .redo(let changes): moved.kind = .redo(self.changes(changes, record, progress))
    case .restart(let changes): moved.kind = .restart(self.changes(changes, record, progress))
    case .handIn, .seed, .panel, .descend, .other: break
    }
    return moved
  }

  /// The page, from 1, that asks now what a record is about.
  private func page(
    asking name: String, of record: JournalRecord, in progress: Progress
  ) -> Int? {
    if earlier.exercises[name] != nil {
      return isSame(exercise: name) ? progress.pageAsking(exercise: name) : nil
    }
    guard earlier.pages.indices.contains(record.page - 1),
      let graph = earlier.pages[record.page - 1].flatMap({ self.graph($0, in: record, progress) })
    else { return nil }
    return progress.pageAsking(name, of: graph)
  }

  private func isSame(exercise name: String) -> Bool {
    earlier.exercises[name].map { $0 == now.exercises[name] } ?? false
  }

  /// What an earlier graph is now; numbers that were drawn are others where its place among the graphs is another.
  private func graph(_ graph: Int, in record: JournalRecord, _ progress: Progress) -> Int? {
    guard graphs.indices.contains(graph), let place = graphs[graph] else { return nil }
    let isDrawn = progress.lesson.isDrawn(place, seed: record.seed)
    return isDrawn && place != graph ? nil : place
  }

  private func changes(
    _ changes: [JournalEvent.Change], _ record: JournalRecord, _ progress: Progress
  ) -> [JournalEvent.Change] {
    changes.compactMap { change in
      switch change {
      case .entry(let graph, let name, let typed, let isRevealed):
        guard let place = self.graph(graph, in: record, progress),
          progress.pageAsking(name, of: place) != nil
        else { return nil }
        return .entry(graph: place, name, typed: typed, isRevealed: isRevealed)
      case .exercise(let name, _, _): return isSame(exercise: name) ? change : nil
      case .descent(let graph, let requests):
        return self.graph(graph, in: record, progress).map { .descent(graph: $0, requests) }
      case .page: return nil
      }
    }
  }
}

extension Progress {
  /// The first page, from 1, that asks an entry of a graph.
  fileprivate func pageAsking(_ name: String, of graph: Int) -> Int? {
    guard let entry = worksheets[graph].list.index(of: name) else { return nil }
    return lesson.pages.indices.first {
      lesson.pages[$0].graph == graph && plan.asks(entry, onPage: $0)
    }.map { $0 + 1 }
  }

  /// The page, from 1, that has an exercise.
  fileprivate func pageAsking(exercise name: String) -> Int? {
    guard let exercise = plan.exercise(called: name) else { return nil }
    return lesson.pages.firstIndex { $0.exercises.contains(exercise) }.map { $0 + 1 }
  }
}
