import Lessons
import Teaching

extension Session {
  /// Brings back what the records of a journal say of this lesson, in their order, with what undo and redo go back
  /// to; all answers are checked anew.
  ///
  /// What no longer fits a lesson that was edited since is left out, and the learner is told.
  ///
  /// - Parameters:
  ///   - page: the page to open; the page of the last record unless told.
  ///   - seed: the seed of the numbers; that of the last record unless told.
  public mutating func resume(
    _ records: [JournalRecord], page: Int? = nil, seed: Int? = nil
  ) {
    guard case .lesson(let name, let hash) = source else { return }
    let own = records.filter { $0.lesson == name }
    guard let last = own.last else { return }
    // What is handed in keeps the numbers that its learner was given when it was opened.
    let seed = lesson.graded == nil ? seed : work.seed
    replay(own)
    if let seed, seed != work.seed { _ = reseed(seed) }
    let pageOfLast = page ?? last.page
    open(page: min(max(1, pageOfLast), lesson.pages.count) - 1)
    refreshPicture()
    if own.contains(where: { $0.lessonHash != hash }) {
      remark = Remark(
        "this lesson was edited since you were here; what still fits is kept", .notice)
    } else if own.contains(where: { $0.kind != .other }), !isDone {
      remark = Remark("welcome back; all is as you left it")
    }
  }

  /// Does again what records say, one after another.
  mutating func replay(_ records: [JournalRecord]) {
    for record in records { replay(record) }
  }

  private mutating func replay(_ record: JournalRecord) {
    let before = work
    takeUp(record)
    let taken = work
    perform(record)
    switch record.kind {
    case .undo:
      _ = past.popLast()
      future.append(before)
    case .redo:
      _ = future.popLast()
      past.append(before)
    case .restart, .seed: remember(before, if: true)
    case .fill, .answer, .reveal:
      remember(
        taken,
        if: work.worksheets.map(\.states) != taken.worksheets.map(\.states)
          || work.exercises != taken.exercises)
    case .help, .other: break
    }
  }

  /// Takes in hand what a record is about, with the record's numbers.
  mutating func takeUp(_ record: JournalRecord) {
    if record.seed != work.seed { _ = reseed(record.seed) }
    switch record.kind {
    case .fill(let name, _), .answer(let name, _), .reveal(let name):
      work.page = page(of: record)
      work.assignment = assignment(called: name, in: graph(ofPage: record.page))
    case .help: work.page = page(of: record)
    case .undo, .redo, .restart, .seed, .other: break
    }
  }

  /// Does what a record says that was taken up, without a thought of going back.
  ///
  /// - Parameter memory: verdicts that were found before, if they are kept.
  /// - Returns: the verdict on what was typed; none where nothing was, or where it fits nothing.
  @discardableResult
  mutating func perform(_ record: JournalRecord, _ memory: VerdictMemory? = nil) -> Verdict? {
    let moment = Moment(day: CivilDay.day(ofTime: record.time) ?? 0, time: record.time)
    let graph = graph(ofPage: record.page)
    var verdict: Verdict?
    switch record.kind {
    case .undo(let changes), .redo(let changes), .restart(let changes):
      bring(changes, to: page(of: record))
    case .help(let name, let look):
      if let assignment = assignment(called: name, in: graph) {
        if look == nil {
          noteHint(at: assignment, moment)
        } else {
          noteGuidance(at: assignment, moment)
        }
      }
    case .reveal(let name):
      reveal(name, in: graph)
      if let assignment = work.assignment { noteHelp(at: assignment, isShown: true, moment) }
    case .fill(let name, let typed): verdict = set(typed, at: name, in: graph, memory)
    case .answer(let name, let typed): verdict = answer(name, [typed])
    case .seed, .other: break
    }
    if let verdict, let assignment = work.assignment { note(verdict, at: assignment, moment) }
    return verdict
  }

  private func page(of record: JournalRecord) -> Int {
    min(record.page, lesson.pages.count) - 1
  }

  /// Makes the changes of an undo, a redo or a restart, after which a page was in view.
  private mutating func bring(_ changes: [JournalEvent.Change], to page: Int) {
    for change in changes { apply(change) }
    open(page: page)
  }

  func graph(ofPage number: Int) -> Int? {
    lesson.pages.indices.contains(number - 1) ? lesson.pages[number - 1].graph : nil
  }

  func assignment(called name: String, in graph: Int?) -> Assignment? {
    graph.flatMap { work.worksheets[$0].key.list.index(of: name) }.map { .entry($0) }
      ?? lesson.exercises.firstIndex { $0.id == name }.map { .exercise($0) }
  }

  private mutating func apply(_ change: JournalEvent.Change) {
    switch change {
    case .entry(let graph, let name, let typed, let isRevealed):
      if isRevealed { reveal(name, in: graph) } else { set(typed, at: name, in: graph) }
    case .exercise(let id, let typed, let isRevealed):
      guard let index = lesson.exercises.firstIndex(where: { $0.id == id }) else { return }
      work.exercises[index] = Session.exercises(of: lesson, on: work.worksheets)[index]
      answer(id, typed)
      if isRevealed { _ = work.exercises[index].reveal() }
    }
  }

  @discardableResult
  private mutating func set(
    _ typed: String?, at name: String, in graph: Int?, _ memory: VerdictMemory? = nil
  ) -> Verdict? {
    guard let graph, work.worksheets.indices.contains(graph),
      let entry = work.worksheets[graph].key.list.index(of: name)
    else { return nil }
    if let typed, let memory {
      let verdict = memory.verdict(on: typed, for: entry, graph, in: self)
      work.worksheets[graph].keep(verdict, on: typed, for: entry)
      return verdict
    }
    if let typed { return work.worksheets[graph].answer(typed, for: entry) }
    work.worksheets[graph].clear(entry)
    return nil
  }

  private mutating func reveal(_ name: String, in graph: Int?) {
    if let graph, work.worksheets.indices.contains(graph),
      let entry = work.worksheets[graph].key.list.index(of: name)
    {
      work.worksheets[graph].reveal(entry)
    } else if let index = lesson.exercises.firstIndex(where: { $0.id == name }) {
      _ = work.exercises[index].reveal()
    }
  }

  /// Does an exercise again as far as it was done; what only ran is not run again.
  ///
  /// - Returns: the verdict on what was typed last; none for what only runs.
  @discardableResult
  private mutating func answer(_ id: String, _ typed: [String]) -> Verdict? {
    guard let index = lesson.exercises.firstIndex(where: { $0.id == id }) else { return nil }
    var verdict: Verdict?
    switch lesson.exercises[index].kind {
    case .question, .breakUp, .nudging, .exploring:
      for line in typed { verdict = work.exercises[index].answer(line) }
    case .race: if !typed.isEmpty { work.exercises[index] = .race(Race(hasRunBefore: true)) }
    }
    return verdict
  }
}
