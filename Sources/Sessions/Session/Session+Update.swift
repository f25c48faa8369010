import Journals
import Lessons
import Teaching

extension Session {
  /// Changes the session by what the learner does.
  ///
  /// - Returns: what the host has to do before it shows the session again; nothing where nothing could be done.
  public mutating func update(_ message: Message) -> [Effect] {
    defer { wantsToHandIn = remark == .exam(.confirmHandIn) }
    switch message {
    case .submit(let typed): return check(typed)
    case .fill(let entry, let typed):
      go(to: .entry(entry))
      return check(typed)
    case .answer(let exercise, let typed):
      go(to: .exercise(exercise))
      return check(typed)
    case .reveal: return reveal()
    case .hint: return hint()
    case .look(let kind):
      isDescending = false
      return look(closer: kind)
    case .descend(let request): return descend(request)
    case .freshNumbers(let seed, let way): return drawNumbers(seed: seed, by: way)
    case .nextEntry: step(by: 1)
    case .previousEntry: step(by: -1)
    case .go(let assignment): go(to: assignment)
    case .nextPage: return turn(to: progress.pageIndex + 1)
    case .previousPage: return turn(to: progress.pageIndex - 1)
    case .page(let number): return turn(to: number - 1)
    case .fadePanel: return fadePanel()
    case .handIn(let isConfirmed): return handIn(isConfirmed: isConfirmed || wantsToHandIn)
    case .took(let seconds): secondsTaken = (secondsTaken ?? 0) + seconds
    case .undo: return undo()
    case .redo: return redo()
    case .restart: return restart()
    case .leave: return [record(.leave), .leave]
    case .goOn: return goOn()
    case .follow(let next): continuation = next
    case .notice(let text): remark = .notice(text)
    case .journalFailed(let reason): journalFailure = reason
    case .journalCaughtUp: journalFailure = nil
    }
    return []
  }

  /// Goes to something that the page asks.
  private mutating func go(to assignment: Assignment) {
    guard
      assignment != progress.assignment || look != nil || progress.isHandedIn || isDescending
    else { return }
    look = nil
    isDescending = false
    progress.assignment = assignment
    remark = approach(to: assignment)
  }

  private mutating func step(by count: Int) {
    if let next = progress.assignment(stepping: count) { go(to: next) }
  }

  private mutating func turn(to index: Int) -> [Effect] {
    guard lesson.pages.indices.contains(index) else {
      guard index < 0 else { return turnLastPage() }
      remark = .firstPage
      return []
    }
    open(page: index)
    return [record(.page)]
  }

  /// Turns the last page: on to what the host has next, or to the summary.
  private mutating func turnLastPage() -> [Effect] {
    if continuation?.isImmediate ?? false { return [.goOn] }
    if progress.isSilent {
      remark = .exam(.handInDue)
      return []
    }
    guard hasSummary else {
      if goesOnFromSummary { return goOn() }
      remark = .lastPage
      return []
    }
    look = nil
    remark = .summaryOpened
    return [.sumUp]
  }

  /// Leaves for what follows.
  private func goOn() -> [Effect] { [record(.leave), .goOn] }

  private mutating func undo() -> [Effect] {
    guard history.canUndo, let before = history.undo(from: progress) else {
      remark = .nothingToUndo
      return []
    }
    let changes = progress.changes(to: before)
    restore(before)
    remark = .undone
    return [record(.undo(changes))]
  }

  private mutating func redo() -> [Effect] {
    guard history.canRedo, let after = history.redo(from: progress) else {
      remark = .nothingToRedo
      return []
    }
    let changes = progress.changes(to: after)
    restore(after)
    remark = .redone
    return [record(.redo(changes))]
  }

  private mutating func restore(_ other: Progress) {
    let (panel, justShown) = (progress.chosenPanel, progress.justShown)
    let hasMoved = other.descents != progress.descents
    let misses = progress.misses
    progress = other
    progress.chosenPanel = panel
    progress.justShown = justShown
    progress.misses = misses
    look = nil
    isDescending = hasMoved && (descent?.stepCount ?? 0) > 0
  }

  private mutating func restart() -> [Effect] {
    guard lesson.feedback != .none || progress.handedInPages.isEmpty else {
      remark = .exam(.handedInForGood)
      return []
    }
    let before = progress
    progress.restart()
    remember(before)
    open(page: 0)
    remark = .restarted
    return [record(.restart(before.changes(to: progress)))]
  }
}
