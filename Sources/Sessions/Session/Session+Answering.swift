import Autodiff
import Expressions
import Journals
import Lessons
import Teaching

extension Session {
  /// Checks an answer to what the learner works at, and moves on when it is accepted.
  package mutating func check(_ typed: String) -> [Effect] {
    if assignment?.exercise == nil,
      let request = DescentRequest(typed, hidden: worksheet?.list.names ?? [])
    {
      return descend(request)
    }
    isDescending = false
    switch assignment {
    case .entry(let entry):
      guard let line = programLine(typed) else { return check(typed, for: entry) }
      if line.entry != entry { progress.assignment = .entry(line.entry) }
      return check(line.answer, for: line.entry)
    case .exercise(let exercise): return check(typed, in: exercise)
    case nil: return []
    }
  }

  /// What a line such as `dW = X.T @ dZ` answers, in a graph with arrays; `nil` where it begins with no entry that
  /// the page asks.
  private func programLine(_ typed: String) -> (entry: Int, answer: String)? {
    guard let list = worksheet?.list, list.graph.hasArrays,
      let sign = typed.firstIndex(of: "="), typed[typed.index(after: sign)...].first != "="
    else { return nil }
    let name = typed[..<sign].trimmingBlanks
    let derivative = name.hasPrefix("d") ? "d\(list.outputName)/\(name)" : name
    guard let entry = list.index(of: name) ?? list.index(of: derivative), progress.asks(entry)
    else { return nil }
    return (entry, String(typed[typed.index(after: sign)...]))
  }

  private mutating func check(_ typed: String, for entry: Int) -> [Effect] {
    guard let graph = page.graph else { return [] }
    guard !progress.isHandedIn else { return tryAgain(typed, at: .entry(entry)) }
    guard !isSpent(.entry(entry)) else { return [] }
    guard !progress.isSilent(graph: graph) else { return keep(typed, at: .entry(entry)) }
    if let verdict = progress.worksheets[graph].checkRule(typed, for: entry) {
      return keep(rule: typed, verdict, for: entry, on: graph)
    }
    let before = progress
    let verdict = progress.worksheets[graph].answer(typed, for: entry)
    guard verdict != .unreadable(.empty) else {
      remark = .nothingTyped(.entry(entry))
      return []
    }
    let wasShown = before.canBeEarnedBack(.entry(entry))
    let isOwn = progress.isOwn(verdict, at: .entry(entry))
    if isOwn { note(.answered(verdict), at: .entry(entry)) }
    progress.noteMiss(verdict, at: .entry(entry))
    if progress.worksheets[graph].states != before.worksheets[graph].states { remember(before) }
    remark = said(verdict, .entry(entry), typed, isOwn: isOwn, wasShown: wasShown)
    let effect = record(.fill(entry: before.name(of: .entry(entry)), typed: typed, verdict))
    if verdict.isAccepted || progress.isSpent(.entry(entry)) { moveOn() }
    return [effect]
  }

  /// Keeps a rule that was typed before a number; its number is still asked.
  private mutating func keep(
    rule typed: String, _ verdict: Verdict, for entry: Int, on graph: Int
  ) -> [Effect] {
    note(.statedRule(verdict), at: .entry(entry))
    progress.worksheets[graph].keep(rule: typed, verdict, for: entry)
    look = nil
    remark = .rule(verdict, entry, typed: typed)
    return [record(.rule(entry: progress.name(of: .entry(entry)), typed: typed, verdict))]
  }

  /// What is said of an answer: of what was shown before also whether it counts now.
  private func said(
    _ verdict: Verdict, _ assignment: Assignment, _ typed: String, isOwn: Bool, wasShown: Bool
  ) -> Remark {
    guard isOwn else { return .copied }
    var remark = Remark.verdict(verdict, assignment, typed: typed)
    if case .wrong = verdict, let left = progress.attemptsLeft(at: assignment) {
      remark = .attemptsLeft(left, after: remark)
    }
    return wasShown && verdict.isAccepted ? .earnedBack(remark) : remark
  }

  /// Whether no attempt at something is left; says so.
  private mutating func isSpent(_ assignment: Assignment) -> Bool {
    guard progress.isSpent(assignment) else { return false }
    remark = .noAttemptsLeft
    return true
  }

  /// Goes to what is open next.
  mutating func moveOn() {
    look = nil
    progress.assignment = progress.nextOpen(after: assignment) ?? assignment
  }

  private mutating func check(_ typed: String, in exercise: Int) -> [Effect] {
    guard !progress.isHandedIn else { return tryAgain(typed, at: .exercise(exercise)) }
    guard !isSpent(.exercise(exercise)) else { return [] }
    guard !progress.isSilent(exercise: exercise) else {
      return keep(typed, at: .exercise(exercise))
    }
    let before = progress
    let verdict = progress.exercises[exercise].answer(typed, lines: backwardLines)
    progress.lastVerdicts[exercise] = verdict
    guard verdict != .unreadable(.empty) else {
      remark = isAtRun ? .linesMissing : .nothingTyped(.exercise(exercise))
      return []
    }
    let wasShown = before.canBeEarnedBack(.exercise(exercise))
    let isOwn = progress.isOwn(verdict, at: .exercise(exercise))
    // What only runs is no answer that could be taken back.
    if !isAtRun {
      if isOwn { note(.answered(verdict), at: .exercise(exercise)) }
      progress.noteMiss(verdict, at: .exercise(exercise))
      if progress.exercises[exercise] != before.exercises[exercise] { remember(before) }
    }
    remark =
      isAtRun
      ? .runs(exercise: exercise)
      : said(verdict, .exercise(exercise), typed, isOwn: isOwn, wasShown: wasShown)
    let effect = record(.answer(exercise: lesson.exercises[exercise].id, typed: typed, verdict))
    if verdict.isAccepted && progress.exercises[exercise].isDone
      || progress.isSpent(.exercise(exercise))
    {
      moveOn()
    }
    if case .exploring = progress.exercises[exercise], verdict.isAccepted {
      remark = .explored
      return [effect, .explore(ExerciseWork.statements(of: typed))]
    }
    return [effect]
  }

  /// Says that some of what was pasted was not entered.
  package mutating func leaveOut(_ count: Int) { remark = .notEntered(count, after: remark) }

  /// Shows what an entry or a question asks, with its reason.
  package mutating func reveal() -> [Effect] {
    guard let assignment, progress.state(of: assignment).isOpen else {
      remark = .nothingToShow
      return []
    }
    guard !progress.isHandedIn else {
      remark = .exam(.reviewed(assignment))
      return []
    }
    guard mayReveal else {
      remark = progress.isSilent ? .exam(.notBeforeHandIn) : .notShown
      return []
    }
    let before = progress
    switch assignment {
    case .entry(let entry):
      guard let graph = page.graph else { return [] }
      progress.worksheets[graph].reveal(entry)
    case .exercise(let exercise):
      guard progress.exercises[exercise].reveal() else {
        remark = .onlyDone
        return []
      }
    }
    progress.noteShown(assignment)
    note(.revealed, at: assignment)
    remember(before)
    look = nil
    remark = .shown(assignment)
    progress.assignment = progress.nextOpen(after: assignment) ?? assignment
    return [record(.reveal(progress.name(of: assignment)))]
  }
}
