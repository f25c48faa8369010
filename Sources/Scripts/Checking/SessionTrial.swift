import Expressions
import Journals
import Lessons
import RandomNumbers
import Sessions
import Teaching

/// What has to hold of a whole session on any lesson.
struct SessionTrial {
  private(set) var findings: [LessonTrial.Finding] = []

  private let fresh: Session

  /// - Parameters:
  ///   - session: the lesson, just opened.
  ///   - seed: the seed of the numbers, from which the orders are drawn too.
  init(_ session: Session, seed: Int) {
    fresh = session
    var numbers = SplitMix64(seed: UInt64(seed))
    check("in any order", messages { $0.shuffled(using: &numbers) })
    // In a lesson that asks very much one order has to do.
    guard session.plan.assignmentsByPage.joined().count <= SessionTrial.manyAssignments else {
      return
    }
    check("forwards", messages { $0 })
    check("backwards", messages { $0.reversed() })
  }

  private static let manyAssignments = 500

  private mutating func check(_ order: String, _ messages: [Message]) {
    var whole = Walk(fresh)
    whole.take(messages)
    var isSolved = true
    for place in whole.session.unfinished {
      isSolved = false
      add("solving \(order)", "everything accepted", "\(place) is not")
    }
    guard isSolved else { return }
    checkLeaving(order, messages, whole)
    checkUndoing(order, whole.session)
  }

  private mutating func add(_ what: String, _ expected: String, _ found: String) {
    findings.append(LessonTrial.Finding(what: what, expected: expected, found: found))
  }

  /// Undoing everything is a fresh start, as long as nothing of it is too long ago to be undone.
  private mutating func checkUndoing(_ order: String, _ solved: Session) {
    // What was handed in is not undone.
    guard solved.history.past.count < History<Progress>.limit, solved.plan.silentPages.isEmpty
    else { return }
    var session = solved
    while session.canUndo { _ = session.update(.undo) }
    for difference in session.differences(from: fresh) {
      add("undoing all, solved \(order)", "a fresh start", difference)
    }
  }

  /// Who leaves in the middle and comes back has what they would have without.
  private mutating func checkLeaving(_ order: String, _ messages: [Message], _ whole: Walk) {
    var first = Walk(fresh)
    first.take(messages.prefix(messages.count / 2))
    var second = Walk(fresh)
    second.session.resume(first.records)
    for difference in second.session.differences(from: first.session) {
      add("coming back in the middle, solved \(order)", "what was left", difference)
    }
    second.take(messages.suffix(messages.count - messages.count / 2))
    for difference in second.session.differences(from: whole.session) {
      add("going on after coming back, solved \(order)", "as without leaving", difference)
    }
  }

  /// The first of a page's entries, among which some are answered wrongly at first.
  private static let wrongPlaces = 30

  /// What solves the lesson page by page, each page in an order; every third entry is wrong at first.
  private func messages(
    _ ordered: ([Assignment]) -> [Assignment]
  ) -> [Message] {
    var messages: [Message] = []
    for (index, assignments) in fresh.plan.assignmentsByPage.enumerated() {
      messages.append(.page(index + 1))
      for (place, assignment) in ordered(assignments).enumerated() {
        switch assignment {
        case .entry(let entry):
          guard let graph = fresh.lesson.pages[index].graph else { continue }
          let key = fresh.progress.worksheets[graph].key
          if place % 3 == 0, place < SessionTrial.wrongPlaces {
            messages.append(.fill(entry: entry, key.wrongAnswer(to: entry)))
          }
          messages.append(.fill(entry: entry, key.answer(to: entry)))
        case .exercise(let exercise):
          let work = fresh.progress.exercises[exercise]
          if work.onlyRuns { continue }
          messages += work.solution.map { .answer(exercise: exercise, $0) }
        }
      }
      if fresh.plan.silentPages.contains(index), fresh.lesson.feedback != .none {
        messages.append(.handIn(isConfirmed: true))
      }
    }
    if fresh.lesson.feedback == .none, let page = fresh.plan.silentPages.min() {
      messages += [.page(page + 1), .handIn(isConfirmed: true)]
    }
    return messages
  }
}

/// A session with what its journal would hold.
private struct Walk {
  var session: Session
  private(set) var records: [JournalRecord] = []

  init(_ session: Session) {
    self.session = session
  }

  mutating func take(_ messages: some Sequence<Message>) {
    let context = JournalEvent.Context(time: "1970-01-01T00:00:00.000Z", session: "", learner: "")
    for message in messages {
      for case .record(let event) in session.update(message) {
        guard let record = try? JournalRecord(line: Array(event.line(in: context).utf8)) else {
          preconditionFailure("a line that the journal writes is one that it reads")
        }
        records.append(record)
      }
    }
  }
}

extension Session {
  /// What any page asks and is not accepted.
  fileprivate var unfinished: [String] {
    lesson.pages.indices.flatMap { page in
      var session = self
      _ = session.update(.page(page + 1))
      return session.assignments.filter { assignment in
        if let exercise = assignment.exercise, session.progress.exercises[exercise].onlyRuns {
          return false
        }
        return !session.progress.state(of: assignment).isAccepted
      }.map { "\(session.progress.name(of: $0)) of page \(page + 1)" }
    }
  }

  /// What stands otherwise than in another session on the same lesson.
  fileprivate func differences(from other: Session) -> [String] {
    let worksheets = zip(progress.worksheets, other.progress.worksheets)
    let entries = worksheets.flatMap { one, two in
      one.states.differences(from: two.states).map { index in
        "\(one.entries[index].name) is \(one.states[index].word), and not \(two.states[index].word)"
      }
    }
    let exercises = zip(progress.exercises, other.progress.exercises).enumerated()
      .filter { $0.element.0 != $0.element.1 }
      .map { "\(lesson.exercises[$0.offset].id) is not as it was" }
    return entries + exercises
  }
}
