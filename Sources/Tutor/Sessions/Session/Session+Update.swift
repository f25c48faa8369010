import Lessons
import Teaching
import TextScreen

extension Session {
  /// Changes the session by a message.
  ///
  /// - Returns: what the host has to do before it shows the session again.
  public mutating func update(_ message: Message) -> [Effect] {
    let before = work.assignment
    let states = worksheet?.states
    let rows = readingRows
    let effects = react(to: message)
    if work.assignment != before { unfoldEntryInHand() }
    showWhatIsInHand()
    if worksheet?.states != states { fitNumbers() }
    if isReading, readingRows != rows { showExercise() }
    keepOverview()
    return effects
  }

  private mutating func react(to message: Message) -> [Effect] {
    switch message {
    case .insert(let text):
      prompt.insert(text)
      search()
    case .deleteBackward:
      prompt.deleteBackward()
      search()
    case .deleteForward: prompt.deleteForward()
    case .deleteToStart: prompt.deleteToStart()
    case .deleteToEnd: prompt.deleteToEnd()
    case .moveCursor(let characters): prompt.move(by: characters)
    case .moveCursorToStart: prompt.move(by: -LineEditor.limit)
    case .moveCursorToEnd: prompt.move(by: LineEditor.limit)
    case .paste(let text):
      guard map == nil else {
        prompt.insert(text.filter { !$0.isNewline })
        search()
        return []
      }
      return paste(text)
    case .submit: return submit()
    case .fill(let entry, let typed):
      go(to: .entry(entry))
      prompt = LineEditor(selecting: typed)
      return check(typed)
    case .answer(let exercise, let typed):
      go(to: .exercise(exercise))
      prompt = LineEditor(selecting: typed)
      return check(typed)
    case .reveal: return reveal()
    case .hint: return hint()
    case .look(let kind): return look(closer: kind)
    case .stepLook(let count): stepLook(by: count)
    case .closeLook: closeLook()
    case .showMap: toggleMap()
    case .closeMap: closeMap()
    case .walk(let direction): walk(direction)
    case .walkRows(let rows): walk(by: rows)
    case .findNext(let step): search(step: step)
    case .leaveMap: leaveMap()
    case .fold: foldHere()
    case .foldLayer: foldLayer()
    case .unfoldAll: unfoldAll()
    case .freshNumbers(let seed): return drawNumbers(seed: seed)
    case .work: workOn()
    case .worked(let seconds): took(seconds)
    case .nextEntry: step(by: 1)
    case .previousEntry: step(by: -1)
    case .neighbour(let direction):
      if let focus, let next = picture?.neighbour(of: focus, direction, among: asks) {
        go(to: .entry(next))
      }
    case .nextPage: return turn(to: work.page + 1)
    case .previousPage: return turn(to: work.page - 1)
    case .page(let number): return turn(to: number - 1)
    case .scrollPages(let pages):
      if !showsCommands, !isTooSmall, scrollRemark(by: pages) { return [] }
      scroll(by: pages * max(1, size.height / 2))
    case .scrollLines(let lines): scroll(by: lines)
    case .pan(let columns): pan = min(max(0, pan + columns), panLimit)
    case .undo: return undo()
    case .redo: return redo()
    case .restart: return restart()
    case .showCommands:
      showsCommands = true
      listScroll = 0
    case .hideCommands: showsCommands = false
    case .closeSummary: closeSummary()
    case .leave: return [record(.leave), .leave]
    case .resized(let size):
      self.size = size
      hasScreen = true
      refreshPicture()
    case .notice(let text): remark = Remark(text, .notice)
    case .journalFailed(let reason): journalFailure = reason
    case .journalCaughtUp: journalFailure = nil
    }
    return []
  }

  /// The event that a session begins with.
  public var opening: Effect { record(.open) }

  func record(_ kind: JournalEvent.Kind) -> Effect {
    .record(JournalEvent(kind, source: source, seed: work.seed, page: pageNumber))
  }

  /// Takes something that the page asks in hand.
  mutating func go(to assignment: Assignment) {
    guard assignment != work.assignment || look != nil else { return }
    look = nil
    map = nil
    work.assignment = assignment
    prompt.clear()
    remark = Wording.approach(to: assignment, in: self)
    showExercise()
  }

  /// Scrolls the text of the page, or the list of commands where it lies over it.
  private mutating func scroll(by lines: Int) {
    guard !showsCommands else {
      listScroll = min(max(0, listScroll + lines), CommandList(self).scrollLimit)
      return
    }
    scroll = min(max(0, scroll + lines), scrollLimit)
  }

  private mutating func step(by count: Int) {
    let all = assignments
    guard let assignment = work.assignment else { return }
    var place = self.place(of: assignment)
    if place == nil, let entry = assignment.entry {
      let later = asked.firstPlace { $0 > entry }
      if later < asked.count { place = firstEntryPlace + later }
    }
    guard let place else { return }
    go(to: all[(place + count + all.count) % all.count])
  }

  private mutating func submit() -> [Effect] {
    if showsSummary {
      closeSummary()
      return []
    }
    if let effects = submitInLook() { return effects }
    let isBlank = prompt.text.allSatisfy(\.isWhitespace)
    if assignments.isEmpty || (isDone && isBlank) { return turn(to: work.page + 1) }
    // Enter once more on what was just refused is no other attempt.
    if isBlank, isReading, remark == Wording.nothingTyped(in: self) {
      return turn(to: work.page + 1)
    }
    if page.isDemonstration, isBlank || prompt.isSelected { return reveal() }
    if prompt.isSelected { return [] }
    return check(isBlank && isRace ? "run" : prompt.text)
  }

  /// Checks an answer to what is in hand and moves on when it is accepted.
  private mutating func check(_ typed: String) -> [Effect] {
    switch work.assignment {
    case .entry(let entry): return check(typed, for: entry)
    case .exercise(let exercise): return check(typed, in: exercise)
    case nil: return []
    }
  }

  private mutating func check(_ typed: String, for entry: Int) -> [Effect] {
    guard let graph = page.graph else { return [] }
    let before = work
    let verdict = work.worksheets[graph].answer(typed, for: entry)
    guard verdict != .unreadable(.empty) else {
      remark = Wording.nothingTyped(for: entry, in: self)
      return []
    }
    note(verdict, at: .entry(entry), now)
    remember(before, if: work.worksheets[graph].states != before.worksheets[graph].states)
    remark = Wording.remark(on: verdict, typed: typed, for: entry, in: self)
    let event = JournalEvent.Kind.fill(
      entry: before.worksheets[graph].entries[entry].name, typed: typed, verdict)
    let effect = record(event)
    moveOn(after: verdict, typed)
    return [effect]
  }

  /// Goes to what is open next, or keeps what was not accepted to be corrected.
  private mutating func moveOn(after verdict: Verdict, _ typed: String) {
    if verdict.isAccepted {
      look = nil
      prompt.clear()
      work.assignment = nextOpen(after: work.assignment) ?? work.assignment
      showExercise()
    } else {
      prompt = LineEditor(selecting: typed)
    }
  }

  private mutating func check(_ typed: String, in exercise: Int) -> [Effect] {
    let before = work
    let verdict = work.exercises[exercise].answer(typed)
    work.lastVerdicts[exercise] = verdict
    guard verdict != .unreadable(.empty) else {
      remark = Wording.nothingTyped(in: self)
      return []
    }
    if !isRace { note(verdict, at: .exercise(exercise), now) }
    // What only runs is no answer that could be taken back.
    remember(before, if: work.exercises[exercise] != before.exercises[exercise] && !isRace)
    remark = Wording.remark(on: verdict, typed: typed, in: exercise, of: self)
    let effect = record(
      .answer(exercise: lesson.exercises[exercise].id, typed: typed, verdict))
    if verdict.isAccepted, !work.exercises[exercise].isDone {
      prompt.clear()
      showExercise()
    } else {
      moveOn(after: verdict, typed)
    }
    if case .exploring = work.exercises[exercise], verdict.isAccepted {
      return [effect, .explore(ExerciseWork.statements(of: typed))]
    }
    return [effect]
  }

  /// Takes pasted lines for answers, one after another, as long as they are accepted.
  private mutating func paste(_ text: String) -> [Effect] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let rest = lines.popLast() ?? ""
    lines.removeAll { $0.allSatisfy(\.isWhitespace) }
    guard !lines.isEmpty, !assignments.isEmpty else {
      prompt.insert(lines.joined() + rest)
      return []
    }
    var effects: [Effect] = []
    for (count, line) in lines.enumerated() {
      let before = progressMade
      prompt.insert(line)
      effects += check(prompt.text)
      let left = lines.count - count - 1 + (rest.allSatisfy(\.isWhitespace) ? 0 : 1)
      if progressMade == before || isDone {
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

  mutating func turn(to index: Int) -> [Effect] {
    guard lesson.pages.indices.contains(index) else {
      guard index < 0 else { return turnLastPage() }
      remark = Wording.firstPage
      return []
    }
    open(page: index)
    refreshPicture()
    return [record(.page)]
  }

  /// Keeps work that undo can bring back.
  mutating func remember(_ before: Work, if isChanged: Bool) {
    guard isChanged else { return }
    past.append(before)
    if past.count > Session.historyLimit { past.removeFirst() }
    future.removeAll()
  }

  private mutating func undo() -> [Effect] {
    guard let before = past.popLast() else {
      remark = Remark("there is nothing to undo", .notice)
      return []
    }
    let changes = work.changes(to: before, exercisesCalled: lesson.exercises.map(\.id))
    future.append(work)
    bring(back: before)
    remark = Remark("undone; \(way(to: .redo)) brings it back")
    return [record(.undo(changes))]
  }

  private mutating func redo() -> [Effect] {
    guard let after = future.popLast() else {
      remark = Remark("there is nothing to redo", .notice)
      return []
    }
    let changes = work.changes(to: after, exercisesCalled: lesson.exercises.map(\.id))
    past.append(work)
    bring(back: after)
    remark = Remark("done again")
    return [record(.redo(changes))]
  }

  private mutating func bring(back other: Work) {
    let isOtherGraph = other.page != work.page || other.seed != work.seed
    let wasBare = isBare
    work = other
    look = nil
    map = nil
    showsSummary = false
    prompt.clear()
    scroll = 0
    if isOtherGraph || isBare != wasBare { refreshPicture() }
  }

  private mutating func restart() -> [Effect] {
    let before = work
    work.worksheets = work.worksheets.map { Worksheet($0.key, asking: $0.asked) }
    work.exercises = Session.exercises(of: lesson, on: work.worksheets)
    remember(before, if: true)
    open(page: 0)
    refreshPicture()
    remark = Remark("started over; undo brings everything back", .notice)
    return [record(.restart(before.changes(to: work, exercisesCalled: lesson.exercises.map(\.id))))]
  }
}

extension Session.Work {
  /// What holds something else in other work.
  func changes(
    to other: Session.Work, exercisesCalled ids: [String]
  ) -> [JournalEvent.Change] {
    let entries = worksheets.indices.flatMap { graph in
      let after = other.worksheets[graph].states
      return worksheets[graph].states.differences(from: after).map { entry in
        JournalEvent.Change.entry(
          graph: graph, worksheets[graph].entries[entry].name, typed: after[entry].typed,
          isRevealed: after[entry] == .revealed)
      }
    }
    let changed = exercises.indices.filter { exercises[$0] != other.exercises[$0] }
    return entries
      + changed.map { index in
        let after = other.exercises[index]
        return .exercise(
          ids[index], typed: after.typed, isRevealed: after.state == .revealed)
      }
  }
}
