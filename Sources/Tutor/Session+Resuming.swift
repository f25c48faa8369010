import Lessons
import Teaching

extension Session {
  /// Brings back what the records of a journal say of this lesson, in their order; all answers are checked anew.
  ///
  /// What no longer fits a lesson that was edited since is left out, and the learner is told.
  ///
  /// - Parameter page: the page to open; the page of the last record unless told.
  public mutating func resume(_ records: [JournalRecord], page: Int? = nil) {
    guard case .lesson(let name, let hash) = source else { return }
    let own = records.filter { $0.lesson == name }
    guard let last = own.last else { return }
    for record in own {
      switch record.kind {
      case .fill(let entry, let typed):
        let index = record.page - 1
        guard lesson.pages.indices.contains(index), let graph = lesson.pages[index].graph else {
          continue
        }
        set(typed, at: entry, in: graph)
      case .changes(let changes):
        for change in changes { set(change.typed, at: change.entry, in: change.graph) }
      case .other: break
      }
    }
    open(page: min(max(1, page ?? last.page), lesson.pages.count) - 1)
    refreshPicture()
    if own.contains(where: { $0.lessonHash != hash }) {
      remark = Remark(
        "this lesson was edited since you were here; what still fits is kept", .notice)
    } else if own.contains(where: { $0.kind != .other }), !isDone {
      remark = Remark("welcome back; all is as you left it")
    }
  }

  private mutating func set(_ typed: String?, at name: String, in graph: Int) {
    guard work.worksheets.indices.contains(graph),
      let entry = work.worksheets[graph].key.list.index(of: name)
    else { return }
    if let typed {
      _ = work.worksheets[graph].answer(typed, for: entry)
    } else {
      work.worksheets[graph].clear(entry)
    }
  }
}
