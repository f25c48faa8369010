import Lessons
import Teaching
import TextScreen

extension Session {
  /// Changes the session by a message.
  ///
  /// - Returns: what the host has to do before it shows the session again.
  public mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .insert(let text): prompt.insert(text)
    case .deleteBackward: prompt.deleteBackward()
    case .deleteForward: prompt.deleteForward()
    case .deleteToStart: prompt.deleteToStart()
    case .deleteToEnd: prompt.deleteToEnd()
    case .moveCursor(let characters): prompt.move(by: characters)
    case .moveCursorToStart: prompt.move(by: -LineEditor.limit)
    case .moveCursorToEnd: prompt.move(by: LineEditor.limit)
    case .paste(let text): return paste(text)
    case .submit: return submit()
    case .fill(let entry, let typed):
      focus(on: entry)
      prompt = LineEditor(selecting: typed)
      return check(typed)
    case .nextEntry: step(by: 1)
    case .previousEntry: step(by: -1)
    case .neighbour(let direction):
      if let focus, let next = picture?.neighbour(of: focus, direction, among: asked) {
        self.focus(on: next)
      }
    case .nextPage: return turn(to: work.page + 1)
    case .previousPage: return turn(to: work.page - 1)
    case .page(let number): return turn(to: number - 1)
    case .scrollPages(let pages): scroll(by: pages * max(1, size.height / 2))
    case .scrollLines(let lines): scroll(by: lines)
    case .pan(let columns): pan = min(max(0, pan + columns), panLimit)
    case .undo: return undo()
    case .redo: return redo()
    case .restart: return restart()
    case .showCommands: showsCommands = true
    case .hideCommands: showsCommands = false
    case .leave: return [record(.leave), .leave]
    case .resized(let size):
      self.size = size
      hasScreen = true
      refreshPicture()
    case .notice(let text): remark = Remark(text, .notice)
    case .journalFailed(let reason): journalFailure = reason
    }
    return []
  }

  /// The event that a session begins with.
  public var opening: Effect { record(.open) }

  private func record(_ kind: JournalEvent.Kind) -> Effect {
    .record(JournalEvent(kind, source: source, page: pageNumber))
  }

  private mutating func focus(on entry: Int) {
    guard entry != work.focus else { return }
    work.focus = entry
    prompt.clear()
    remark = Wording.approach(to: entry, in: self)
  }

  private mutating func scroll(by lines: Int) {
    scroll = min(max(0, scroll + lines), scrollLimit)
  }

  private mutating func step(by count: Int) {
    guard let focus,
      let place = asked.firstIndex(of: focus) ?? asked.firstIndex(where: { $0 > focus })
    else { return }
    self.focus(on: asked[(place + count + asked.count) % asked.count])
  }

  private mutating func submit() -> [Effect] {
    let isBlank = prompt.text.allSatisfy(\.isWhitespace)
    if asked.isEmpty || (isDone && isBlank) { return turn(to: work.page + 1) }
    // Enter once more on what was just refused is no other attempt.
    if prompt.isSelected { return [] }
    return check(prompt.text)
  }

  /// Checks an answer to the entry in hand and moves on when it is accepted.
  private mutating func check(_ typed: String) -> [Effect] {
    guard let graph = page.graph, let focus = work.focus else { return [] }
    let before = work
    let verdict = work.worksheets[graph].answer(typed, for: focus)
    guard verdict != .unreadable(.empty) else {
      remark = Wording.nothingTyped(for: focus, in: self)
      return []
    }
    remember(before, if: work.worksheets[graph].states != before.worksheets[graph].states)
    remark = Wording.remark(on: verdict, typed: typed, for: focus, in: self)
    let event = JournalEvent.Kind.fill(
      entry: before.worksheets[graph].entries[focus].name, typed: typed, verdict)
    let effect = record(event)
    if verdict.isAccepted {
      prompt.clear()
      work.focus = work.worksheets[graph].nextOpen(after: focus, among: asked) ?? focus
    } else {
      prompt = LineEditor(selecting: typed)
    }
    return [effect]
  }

  /// Takes pasted lines for answers, one after another, as long as they are accepted.
  private mutating func paste(_ text: String) -> [Effect] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let rest = lines.popLast() ?? ""
    lines.removeAll { $0.allSatisfy(\.isWhitespace) }
    guard !lines.isEmpty, !asked.isEmpty else {
      prompt.insert(lines.joined() + rest)
      return []
    }
    var effects: [Effect] = []
    for (count, line) in lines.enumerated() {
      let before = score.accepted
      prompt.insert(line)
      effects += check(prompt.text)
      let left = lines.count - count - 1 + (rest.allSatisfy(\.isWhitespace) ? 0 : 1)
      if score.accepted == before || isDone {
        if left > 0 {
          remark.text +=
            " (of what was pasted, \(left) more \(left == 1 ? "line was" : "lines were") not entered)"
        }
        return effects
      }
    }
    prompt.insert(rest)
    return effects
  }

  private mutating func turn(to index: Int) -> [Effect] {
    guard lesson.pages.indices.contains(index) else {
      remark = index < 0 ? Wording.firstPage : Wording.lastPage(of: self)
      return []
    }
    open(page: index)
    refreshPicture()
    return [record(.page)]
  }

  private mutating func remember(_ before: Work, if isChanged: Bool) {
    guard isChanged else { return }
    past.append(before)
    future.removeAll()
  }

  private mutating func undo() -> [Effect] {
    guard let before = past.popLast() else {
      remark = Remark("there is nothing to undo", .notice)
      return []
    }
    let changes = work.changes(to: before)
    future.append(work)
    bring(back: before)
    remark = Remark("undone; F6 brings it back")
    return [record(.undo(changes))]
  }

  private mutating func redo() -> [Effect] {
    guard let after = future.popLast() else {
      remark = Remark("there is nothing to redo", .notice)
      return []
    }
    let changes = work.changes(to: after)
    past.append(work)
    bring(back: after)
    remark = Remark("done again")
    return [record(.redo(changes))]
  }

  private mutating func bring(back other: Work) {
    work = other
    prompt.clear()
    scroll = 0
    refreshPicture()
  }

  private mutating func restart() -> [Effect] {
    let before = work
    work.worksheets = work.worksheets.map { Worksheet($0.key) }
    remember(before, if: true)
    open(page: 0)
    refreshPicture()
    remark = Remark("started over; undo brings everything back", .notice)
    return [record(.restart(before.changes(to: work)))]
  }
}

extension Session.Work {
  /// The entries that hold something else in other work.
  fileprivate func changes(to other: Session.Work) -> [JournalEvent.Change] {
    worksheets.indices.flatMap { graph in
      let (before, after) = (worksheets[graph].states, other.worksheets[graph].states)
      return before.indices.filter { before[$0] != after[$0] }.map { entry in
        JournalEvent.Change(
          graph: graph, entry: worksheets[graph].entries[entry].name, typed: after[entry].typed)
      }
    }
  }
}
