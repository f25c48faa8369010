public import Journals
import Lessons
import Sessions
public import Teaching

/// Marks what a learner typed in one lesson, record after record, with no history to go back in.
///
/// Nothing in a record is believed but what was typed: verdicts and reasons are the engine's own, what is handed in
/// has the numbers of its learner's name, and undo brings back only what was typed before.
public struct LessonMarker {
  /// Why a record does not count.
  public enum Obstacle: Hashable, Sendable {
    /// The lesson asks nothing of that name there.
    case nothingCalled(String, page: Int)
    /// The lesson was edited since, and does not ask that any more with these numbers.
    case askedNoMore(String, page: Int)
    /// Undo, redo or a restart would bring back what nobody typed.
    case neverTyped(String)
  }

  private let key: LessonKey
  private(set) var progress: Progress
  private var attempts = Attempts()
  private let ownSeed: Int?
  private let keepsSteps: Bool
  /// What was done, one thing after another, where that is kept.
  private(set) var steps: [Marks.Step] = []
  /// The run of the program that the last record is of.
  private var lastSession = ""
  /// When the last record was made, if there is one.
  private var lastMoment: Attempts.Moment?
  private var marks: [Int: Marks.Item] = [:]
  /// What was typed into each item.
  private var typed: [Int: Set<String>] = [:]

  /// - Parameter keepsSteps: whether what was done is kept, one thing after another.
  public init(_ key: LessonKey, learner: String, keepingSteps keepsSteps: Bool = false) {
    self.keepsSteps = keepsSteps
    self.key = key
    progress = key.opened.progress
    ownSeed = key.ownSeed(of: learner)
  }

  /// Marks the next record.
  ///
  /// - Parameter milliseconds: how long the learner took for it.
  /// - Returns: why it does not count, if it does not.
  public mutating func mark(_ given: JournalRecord, milliseconds: Int) -> Obstacle? {
    var record = given
    record.seed = ownSeed ?? record.seed
    lastMoment = Attempts.Moment(of: record)
    lastSession = record.session
    draw(seed: record.seed, by: record.draw)
    progress.prepare(for: record)
    let graph = progress.plan.graph(ofPage: record.page)
    switch record.kind {
    case .fill(let name, let text), .answer(let name, let text):
      guard let item = item(called: name, in: graph) else {
        return .nothingCalled(name, page: record.page)
      }
      typed[item, default: []].insert(text)
      let wasHelped = wasHelped(name, in: graph)
      guard let verdict = apply(record) else {
        marks[item, default: Marks.Item(item: item)].milliseconds += milliseconds
        return nil
      }
      marks[item, default: Marks.Item(item: item)].count(verdict, milliseconds)
      note(
        Marks.Step.Outcome(verdict), item, record.time, text, verdict.reasons.first?.rule,
        wasHelped: wasHelped)
    case .rule: apply(record)
    case .handIn: handIn(record)
    case .reveal(let name), .help(let name, _):
      apply(record)
      guard let item = item(called: name, in: graph) else {
        return name.isEmpty ? nil : .nothingCalled(name, page: record.page)
      }
      if case .help = record.kind {
        note(.help, item, record.time)
      } else {
        note(.shown, item, record.time)
      }
      marks[item, default: Marks.Item(item: item)].milliseconds += milliseconds
    case .undo(let changes):
      return perform(record, changes) { .undo($0) }
    case .redo(let changes):
      return perform(record, changes) { .redo($0) }
    case .restart(let changes):
      return perform(record, changes) { .restart($0) }
    case .seed, .panel, .descend, .other: break
    }
    return nil
  }

  /// Does what a record says, with verdicts that were found before.
  ///
  /// - Returns: the verdict on what was typed, if anything was that fits the lesson.
  @discardableResult
  private mutating func apply(_ record: JournalRecord) -> Verdict? {
    let memory = key.memory
    let done = progress.apply(record) { typed, entry, graph, progress in
      memory.verdict(on: typed, for: entry, graph, in: progress)
    }
    guard let (deed, assignment) = done else { return nil }
    attempts.note(deed, at: assignment, in: progress, Attempts.Moment(of: record))
    if case .answered(let verdict) = deed { return verdict }
    return nil
  }

  /// Marks what waited for it.
  private mutating func handIn(_ record: JournalRecord) {
    let memory = key.memory
    let given = progress.handIn(record) { typed, entry, graph, progress in
      memory.verdict(on: typed, for: entry, graph, in: progress)
    }
    count(given, Attempts.Moment(of: record))
  }

  private mutating func count(_ given: [Progress.Mark], _ moment: Attempts.Moment) {
    attempts.note(given, in: progress, moment)
    for mark in given {
      let graph = progress.lesson.pages[mark.page].graph
      guard let item = key.item(mark.assignment, in: graph) else { continue }
      marks[item, default: Marks.Item(item: item)].count(mark.verdict, 0)
      note(
        Marks.Step.Outcome(mark.verdict), item, moment.time, mark.typed,
        mark.verdict.reasons.first?.rule)
    }
  }

  /// Keeps what was done, if that is wanted.
  private mutating func note(
    _ outcome: Marks.Step.Outcome, _ item: Int, _ time: String, _ typed: String = "",
    _ rule: WrongRule? = nil, wasHelped: Bool = false
  ) {
    guard keepsSteps else { return }
    steps.append(
      Marks.Step(
        item: item, seed: seed, time: time, session: lastSession, outcome: outcome, typed: typed,
        rule: rule, wasHelped: wasHelped))
  }

  /// Whether a hint has told of something on the page, or of what it leads to.
  private func wasHelped(_ name: String, in graph: Int?) -> Bool {
    guard keepsSteps, let assignment = progress.assignment(called: name, in: graph),
      let item = Attempts.item(assignment, in: progress)
    else { return false }
    return attempts.efforts[item].map { $0.helps > 0 } ?? false
  }

  /// The steps, with those of work that was never handed in.
  var allSteps: [Marks.Step] { settled.steps }

  /// The same work as if all were handed in: what was never handed in is marked as well.
  var settled: LessonMarker {
    guard let moment = lastMoment else { return self }
    var settled = self
    for page in progress.plan.silentPages.sorted() {
      settled.count(settled.progress.handIn(page: page), moment)
    }
    return settled
  }

  /// Takes the numbers of a seed, drawn as they were when the work was done.
  private mutating func draw(seed: Int, by way: FreshNumbers.Draw) {
    guard !progress.hasNumbers(ofSeed: seed, by: way) else { return }
    if let worksheets = key.worksheets(seed: seed, by: way) {
      progress.draw(seed: seed, by: way, worksheets)
    }
  }

  private func item(called name: String, in graph: Int?) -> Int? {
    progress.assignment(called: name, in: graph).flatMap { key.item($0, in: graph) }
  }

  /// Makes those changes of a record that bring back what was typed, and says which do not.
  private mutating func perform(
    _ record: JournalRecord, _ changes: [JournalEvent.Change],
    as kind: ([JournalEvent.Change]) -> JournalRecord.Kind
  ) -> Obstacle? {
    var record = record
    // Steps that somebody watched count for nothing.
    let changes = changes.filter { if case .descent = $0 { false } else { true } }
    let strange = changes.first { !wasTyped($0) }
    record.kind = kind(changes.filter(wasTyped))
    apply(record)
    return strange.map { change in
      switch change {
      case .entry(_, let name, _, _), .exercise(let name, _, _): .neverTyped(name)
      case .page(let page, _): .neverTyped("page \(page + 1)")
      case .descent: .neverTyped("a step")
      }
    }
  }

  private func wasTyped(_ change: JournalEvent.Change) -> Bool {
    switch change {
    case .entry(let graph, let name, let text, _):
      guard let text else { return true }
      guard progress.worksheets.indices.contains(graph) else { return false }
      return item(called: name, in: graph).map { typed[$0]?.contains(text) ?? false } ?? false
    case .exercise(let name, let texts, _):
      guard let item = item(called: name, in: nil) else { return false }
      return texts.allSatisfy { typed[item]?.contains($0) ?? false }
    case .page, .descent: return true
    }
  }

  /// How everything stands that was touched, in the order of the lesson.
  public var items: [Marks.Item] {
    let settled = settled
    var marks = settled.marks
    for (attempted, effort) in settled.attempts.efforts {
      let item = key.item(attempted)
      marks[item, default: Marks.Item(item: item)].add(effort)
    }
    return marks.values.map { marks in
      var marks = marks
      marks.state = settled.state(of: marks.item)
      return marks
    }.sorted { $0.item < $1.item }
  }

  /// How something stands, in the words of scripts.
  private func state(of item: Int) -> String {
    switch key.places[item] {
    case (let graph?, .entry(let entry)): progress.worksheets[graph].states[entry].word
    case (_, .exercise(let index)): progress.exercises[index].state.word
    case (nil, .entry): "empty"
    }
  }

  /// What is right or close now, and how much the lesson asks.
  public var score: (right: Int, asked: Int) {
    let score = settled.progress.wholeScore
    return (score.accepted, score.asked)
  }

  /// What first attempts say of skills, each with its time.
  public var evidence: [(observation: Observation, time: String)] {
    settled.attempts.evidence.map { ($0.observation, $0.time) }
  }
}
