import Journals
import Lessons
import Phrases
public import Sessions
import Teaching
import TextScreen

extension Screen {
  /// Lets the learner do something.
  ///
  /// - Returns: what the host has to do before it shows the screen again.
  @discardableResult
  public mutating func act(_ message: Message) -> [Effect] {
    changing { screen in
      let (assignment, look) = (screen.session.assignment, screen.session.look)
      let wasDone = screen.session.isDone
      let effects = screen.session.update(message)
      screen.choose(by: message)
      switch message {
      case .submit(let typed): screen.follow(effects, typed, isNamed: false)
      case .fill(_, let typed), .answer(_, let typed):
        if screen.isMapping, screen.session.assignment != assignment { screen.mode = .page }
        screen.follow(effects, typed, isNamed: true)
      case .look:
        if screen.session.look != look {
          screen.prompt.clear()
          if screen.session.look != nil { screen.mode = .look(step: screen.firstLookStep) }
        }
      case .go, .nextEntry, .previousEntry:
        guard screen.session.assignment != assignment || look != nil else { break }
        if screen.isMapping { screen.mode = .page }
        screen.prompt.clear()
        screen.showExercise()
      case .reveal:
        guard !effects.isEmpty else { break }
        screen.prompt.clear()
        screen.showExercise()
      case .nextPage, .previousPage, .page, .restart, .freshNumbers:
        if effects.contains(where: \.isRecorded) { screen.open() }
      case .handIn where !effects.isEmpty: screen.prompt.clear()
      case .descend:
        screen.mode = .page
        screen.prompt.clear()
      case .undo, .redo:
        guard !effects.isEmpty else { break }
        screen.mode = .page
        screen.prompt.clear()
        screen.scroll = 0
      case .handIn, .took, .fadePanel, .hint, .leave, .goOn, .follow, .notice, .journalFailed,
        .journalCaughtUp:
        break
      }
      screen.settle(message)
      if screen.showsNodeTable, !wasDone { screen.showRewardOfWork() }
      guard effects.contains(.sumUp) else { return effects }
      screen.openSummary()
      return effects.filter { $0 != .sumUp }
    }
  }

  /// Notes what the learner goes to; what is done otherwise is looked at as a whole again.
  private mutating func choose(by message: Message) {
    switch message {
    case .go, .nextEntry, .previousEntry, .hint, .fadePanel, .look: chosen = session.assignment
    case .took, .leave, .goOn, .follow, .notice, .journalFailed, .journalCaughtUp: break
    case .submit, .handIn, .descend, .fill, .answer, .reveal, .freshNumbers, .nextPage,
      .previousPage, .page,
      .undo,
      .redo, .restart:
      chosen = nil
    }
  }

  /// Goes to the beginning of a page that was opened.
  private mutating func open() {
    mode = .page
    prompt.clear()
    scroll = 0
    pan = 0
    followsExercise = false
  }

  /// Clears the prompt after an answer that was accepted; keeps another one to be corrected.
  private mutating func follow(_ effects: [Effect], _ typed: String, isNamed: Bool) {
    if case .exam(.noted) = session.remark {
      prompt.clear()
      showExercise()
      return
    }
    if case .descended = session.remark {
      prompt.clear()
      return
    }
    if case .exam(.triedAgain) = session.remark {
      prompt = LineEditor(selecting: typed)
      return
    }
    switch effects.lazy.compactMap(\.verdict).first {
    case .right, .close:
      prompt.clear()
      if !isReading { scroll = 0 }
      if session.isDone { showReward() } else { showExercise() }
    case .wrong, .unreadable:
      prompt = LineEditor(selecting: typed)
      showExercise()
    case nil: if isNamed { prompt = LineEditor(selecting: typed) }
    }
  }

  /// Finds the words for what was done, and closes what the session has closed.
  private mutating func settle(_ message: Message) {
    if session.look == nil, case .look = mode { mode = .page }
    switch message {
    case .leave, .goOn, .journalFailed, .journalCaughtUp: break
    default:
      mapRemark = nil
      say()
    }
  }

  /// Checks what stands in the prompt, or goes on where there is nothing to check.
  package mutating func submit() -> [Effect] {
    if showsSummary {
      if session.goesOnFromSummary { return act(.goOn) }
      closeSummary()
      return []
    }
    if submitToLook() { return [] }
    let isBlank = prompt.text.allSatisfy(\.isWhitespace)
    if session.assignments.isEmpty || (session.isDone && isBlank) { return act(.nextPage) }
    // Enter once more on what was just refused is no other attempt.
    if isBlank, isReading, let assignment = session.assignment,
      session.remark == .nothingTyped(assignment)
    {
      return act(.nextPage)
    }
    if session.page.isDemonstration, isBlank || prompt.isSelected { return act(.reveal) }
    if prompt.isSelected { return [] }
    return act(.submit(isBlank && session.isAtRun ? "run" : prompt.text))
  }

  /// Takes pasted lines for answers, one after another, as long as they are accepted.
  package mutating func paste(_ text: String) -> [Effect] {
    guard map == nil else {
      prompt.insert(text.filter { !$0.isNewline })
      search()
      return []
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let rest = lines.popLast() ?? ""
    lines.removeAll { $0.allSatisfy(\.isWhitespace) }
    guard !lines.isEmpty, !session.assignments.isEmpty else {
      prompt.insert(lines.joined() + rest)
      if !followsExercise { showExercise() }
      return []
    }
    var effects: [Effect] = []
    for (count, line) in lines.enumerated() {
      let before = session.progress.acceptedSteps
      prompt.insert(line)
      effects += act(.submit(prompt.text))
      var isKept = session.progress.acceptedSteps > before
      if case .exam(.noted) = session.remark { isKept = true }
      if !isKept || session.isDone {
        let left = lines.count - count - 1 + (rest.allSatisfy(\.isWhitespace) ? 0 : 1)
        if left > 0 {
          session.leaveOut(left)
          say()
        }
        return effects
      }
    }
    prompt.insert(rest)
    return effects
  }
}

extension Effect {
  /// Whether something was done that the journal keeps.
  fileprivate var isRecorded: Bool {
    if case .record = self { true } else { false }
  }

  /// The verdict on an answer that was given.
  fileprivate var verdict: Verdict? {
    switch self {
    case .record(let event):
      switch event.kind {
      case .fill(_, _, let verdict), .rule(_, _, let verdict), .answer(_, _, let verdict): verdict
      default: nil
      }
    default: nil
    }
  }
}
