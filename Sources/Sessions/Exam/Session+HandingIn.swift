import Journals
import Lessons
import Teaching

/// Work that has no verdict before it is handed in: its answers are kept, and then marked all at once.
extension Session {
  /// Whether nothing is said of the answers on this page before they are handed in.
  public var isSilent: Bool { progress.isSilent }

  /// Whether the page's work was handed in, so that it is only looked at now.
  public var isHandedIn: Bool { progress.isHandedIn }

  /// Whether all was handed in that says nothing of its answers before; `false` where nothing is to be handed in.
  public var isHandedInWhole: Bool {
    !plan.silentPages.isEmpty && plan.silentPages.isSubset(of: progress.handedInPages)
  }

  /// Whether the lesson says nothing of any answer before all is handed in, so that it is finished when that was done.
  public var isWorkToHandIn: Bool { lesson.feedback == .none && !plan.silentPages.isEmpty }

  /// Keeps an answer without a word on whether it is right, and goes on.
  mutating func keep(_ typed: String, at assignment: Assignment) -> [Effect] {
    let before = progress
    let obstacle: Verdict.Unreadable?
    switch assignment {
    case .entry(let entry):
      guard let graph = page.graph else { return [] }
      obstacle = progress.worksheets[graph].note(typed, for: entry)
    case .exercise(let exercise):
      obstacle = progress.exercises[exercise].note(typed)
      progress.lastVerdicts[exercise] = obstacle.map { .unreadable($0) }
    }
    guard obstacle != .empty else {
      remark = .nothingTyped(assignment)
      return []
    }
    let verdict = obstacle.map { Verdict.unreadable($0) }
    if progress.state(of: assignment) != before.state(of: assignment) { remember(before) }
    remark =
      verdict.map { .verdict($0, assignment, typed: typed) }
      ?? .exam(.noted(assignment, typed: typed))
    let effect = record(event(of: assignment, typed, verdict))
    if obstacle == nil { moveOn() }
    return [effect]
  }

  private func event(
    of assignment: Assignment, _ typed: String, _ verdict: Verdict?
  ) -> JournalEvent.Kind {
    let name = progress.name(of: assignment)
    return switch assignment {
    case .entry: .fill(entry: name, typed: typed, verdict)
    case .exercise: .answer(exercise: name, typed: typed, verdict)
    }
  }

  /// Checks what is typed after the work was handed in; the answer that was handed in stays.
  mutating func tryAgain(_ typed: String, at assignment: Assignment) -> [Effect] {
    let verdict: Verdict
    switch assignment {
    case .entry(let entry):
      guard let worksheet else { return [] }
      verdict = worksheet.check(typed, for: entry)
    case .exercise(let exercise):
      var work = progress.exercises[exercise]
      verdict = work.answer(typed)
    }
    remark =
      verdict == .unreadable(.empty)
      ? .exam(.reviewed(assignment))
      : .exam(.triedAgain(verdict, assignment, typed: typed))
    return []
  }

  /// Marks everything that was answered; where something is empty only when it was asked for before.
  mutating func handIn(isConfirmed: Bool) -> [Effect] {
    guard progress.isSilent else {
      remark = .exam(progress.isHandedIn ? .handedInForGood : .nothingToHandIn)
      return []
    }
    guard isConfirmed || progress.emptyCount == 0 else {
      remark = .exam(.confirmHandIn)
      return []
    }
    let marks = progress.handIn(page: progress.pageIndex)
    attempts.note(marks, in: progress, now)
    history = History()
    look = nil
    let names = marks.map { mark in
      var there = progress
      there.pageIndex = mark.page
      return JournalEvent.Mark(
        page: mark.page + 1, there.name(of: mark.assignment), typed: mark.typed, mark.verdict)
    }
    let effect = record(.handIn(names))
    open(page: progress.pageIndex)
    remark = .exam(.handedIn)
    return [effect, .sumUp]
  }
}
