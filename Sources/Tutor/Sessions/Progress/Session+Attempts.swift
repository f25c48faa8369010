import Lessons
import Teaching

extension Session {
  /// The moment of an attempt: that of a journal's record, or this session's own day.
  struct Moment {
    var day: Int
    var time = ""
  }

  var now: Moment { Moment(day: today) }

  /// What an attempt at something that the page asks is kept under.
  private func item(_ assignment: Assignment) -> Attempts.Item? {
    let graph = page.graph
    let isDrawn = graph.map { lesson.isDrawn($0, seed: work.seed) } ?? false
    let seed = isDrawn ? max(1, work.seed) : 0
    switch assignment {
    case .entry(let entry): return graph.map { .entry(graph: $0, seed: seed, entry) }
    case .exercise(let exercise): return .exercise(seed: seed, exercise)
    }
  }

  /// What tells skills from a first attempt at something that the page asks.
  ///
  /// It holds the answers alone and not the session, which could not change while it is held.
  private func observer(
    of assignment: Assignment, _ moment: Moment
  ) -> (FirstAttempt) -> [Observation] {
    guard let entry = assignment.entry, let key = worksheet?.key else { return { _ in [] } }
    return { key.observations(of: $0, at: entry, on: moment.day) }
  }

  /// Notes an answer to something that the page asks.
  mutating func note(_ verdict: Verdict, at assignment: Assignment, _ moment: Moment) {
    guard let item = item(assignment) else { return }
    let observe = observer(of: assignment, moment)
    attempts.note(verdict, at: item, moment.time, observe: observe)
  }

  /// How many hints were told on something that the page asks, with the numbers that it has now.
  func hintsTold(on assignment: Assignment) -> Int {
    item(assignment).flatMap { attempts.hints[$0] } ?? 0
  }

  /// Notes a hint; wrong answers, undo and a new start leave it told.
  mutating func noteHint(at assignment: Assignment, _ moment: Moment) {
    if let item = item(assignment) { attempts.noteHint(at: item) }
    noteGuidance(at: assignment, moment)
  }

  /// Notes a hint, a closer look or a shown answer; what a demonstration shows is none.
  mutating func noteHelp(at assignment: Assignment, isShown: Bool, _ moment: Moment) {
    guard !page.isDemonstration, let item = item(assignment) else { return }
    let observe = observer(of: assignment, moment)
    attempts.noteHelp(at: item, isShown: isShown, moment.time, observe: observe)
  }
}
