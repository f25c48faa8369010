import Journals
import LessonSolving
import Lessons
import RandomNumbers
import Scripts
import Sessions
import Teaching
import TestSupport
import Testing

@Suite struct JournalReplayTests {
  private static let text = """
    # Sample

    \(SampleBlocks.twoNodes)

    \(SampleBlocks.slope)

    ```break-up
    w = 3
    J = (2 + 3w)^2
    ```

    ## Fill it in

    ```fill
    ```

    ## Another

    ```graph fresh
    parameter b = 2 in 2..9
    parameter c = 3 in 2..9
    z = b c
    L = z^2 + b
    ```

    ```fill
    ```
    """

  private func session() throws -> Session {
    try opened(JournalReplayTests.text)
  }

  /// Opens the sample, whatever it is called.
  private func open(_ name: String) -> Result<Session, LookupFailure> {
    guard name == "sample", let session = try? session() else {
      return .failure(LookupFailure("unknown lesson '\(name)'"))
    }
    return .success(session)
  }

  private struct Sitting {
    var session: Session
    var records: [JournalRecord] = []

    mutating func send(_ message: Message, run: String) throws {
      records += try session.act(message).records(
        time: "2026-11-24T08:00:00.000Z", run: run, learner: "ada")
    }
  }

  /// A session of random messages, left and taken up again now and then, with the records it leaves.
  private func sitting(seed: UInt64) throws -> Sitting {
    var generator = SplitMix64(seed: seed)
    var sitting = Sitting(session: try session())
    for step in 0..<120 {
      if generator.next(below: 25) == 0 {
        let records = sitting.records
        sitting.session = try session()
        sitting.session.resume(records)
      }
      let session = sitting.session
      let message: Message
      switch generator.next(below: 14) {
      case 0: message = .page(1 + generator.next(below: 3))
      case 1, 2: message = .undo
      case 3: message = .redo
      case 4 where generator.next(below: 6) == 0: message = .restart
      case 5: message = .hint
      case 6: message = .reveal
      case 7 where generator.next(below: 4) == 0:
        message = .freshNumbers(seed: 1 + generator.next(below: 3))
      case 8: message = .look(.derivation)
      case 9: message = .nextEntry
      default:
        switch session.assignment {
        case .entry(let entry):
          let key = try #require(session.worksheet?.key.numbers)
          let right = "\(key.value(of: entry))"
          let answers = [right, right, "-(\(right))", "7.123", "12abc", "w"]
          message = .fill(entry: entry, answers[generator.next(below: answers.count)])
        case .exercise(let exercise):
          let answers = ["3", "a = 2 + 3w", "J = a^2", "b = 3w", "nonsense ("]
          message = .answer(exercise: exercise, answers[generator.next(below: answers.count)])
        case nil: message = .nextPage
        }
      }
      try sitting.send(message, run: "run \(step / 40)")
    }
    return sitting
  }

  /// How everything stands, page by page.
  private func states(_ session: Session) -> [String] {
    var session = session
    return (1...session.lesson.pages.count).map { page in
      session.act(.page(page))
      let entries = session.worksheet?.states.map(\.word) ?? []
      return "\(page): \(entries) \(session.score) \(session.wholeScore)"
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func aReplayedJournalEndsAsTheSessionDid(seed: UInt64) throws {
    let sitting = try sitting(seed: seed)
    let replay = JournalReplay(sitting.records, opening: open)
    let script = try Script(lines: replay.lines)
    var run = ScriptRun(opening: open)
    #expect(run.run(script).map { $0.report(file: "s", again: "") } == [])
    // The script expects what the live session shows, entry by entry.
    var live = sitting.session
    for page in 1...3 {
      live.act(.page(page))
      let score = "expect score \(live.score.accepted)/\(live.score.asked)"
      let start = try #require(replay.lines.lastIndex(of: "expect page \(page)", page: page))
      #expect(replay.lines[start...].first { $0.hasPrefix("expect score") } == score)
      let names = live.assignments.map { assignment -> String in
        switch assignment {
        case .entry(let entry):
          "expect \(live.worksheet?.entries[entry].name ?? "") "
            + (live.worksheet?.states[entry].word ?? "")
        case .exercise(let index): "expect \(live.lesson.exercises[index].id) "
        }
      }
      for name in names {
        #expect(replay.lines[start...].contains { $0.hasPrefix(name) }, "\(name)")
      }
    }
    #expect(replay.notes == [])
  }

  @Test func aSeedFromTheCommandLineIsNoStepThatUndoGoesBackTo() throws {
    var sitting = Sitting(session: try session())
    func fill(_ run: String) throws {
      try sitting.send(.page(3), run: run)
      let key = try #require(sitting.session.worksheet?.key.numbers)
      try sitting.send(.fill(entry: 0, "\(key.value(of: 0))"), run: run)
    }
    try fill("one")
    let records = sitting.records
    sitting.session = try session()
    sitting.session.resume(records, seed: 7)
    try fill("two")
    try sitting.send(.undo, run: "two")
    try sitting.send(.undo, run: "two")
    let replay = JournalReplay(sitting.records, opening: open)
    #expect(replay.notes == [])
    #expect(replay.lines.filter { $0 == "undo" }.count == 3)
    #expect(replay.lines.contains("expect z empty"))
    let empty = Array(repeating: "empty", count: 9)
    #expect(
      states(sitting.session)[2]
        == "3: \(empty) (accepted: 0, asked: 9) (accepted: 0, asked: 16)")
  }

  @Test func eachLearnerAndLessonIsAPieceOfItsOwnHoweverTheirSittingsMixed() throws {
    func record(_ learner: String, _ entry: String, _ typed: String) throws -> JournalRecord {
      let event = JournalEvent(
        .fill(entry: entry, typed: typed, .right(typed: 0)),
        source: .lesson(name: "sample", hash: "h"), page: 2)
      return try event.record(learner: learner)
    }
    let records = [
      try record("ada", "a", "11"), try record("bob", "a", "12"), try record("ada", "J", "121"),
    ]
    let lines = JournalReplay(records, opening: open).lines
    #expect(
      lines.filter { $0.hasPrefix("#") || $0.hasPrefix("lesson") || $0.hasPrefix("fill") } == [
        "# ada: sample", "lesson sample", "fill a = 11", "fill J = 121", "# bob: sample",
        "lesson sample", "fill a = 12",
      ])
  }

  @Test func whatCannotBeDoneAgainIsACommentAndANote() throws {
    let event = JournalEvent(
      .fill(entry: "q", typed: "1", .right(typed: 1)),
      source: .lesson(name: "sample", hash: "other"), draw: .latest, page: 2)
    let record = try event.record(learner: "a\nfill a = 1")
    let replay = JournalReplay([record], opening: open)
    #expect(
      replay.lines.prefix(5) == [
        "# a\u{FFFD}fill a = 1: sample", "lesson sample",
        "# the journal is about version other of 'sample', here is h", "page 2",
        "# fill q = 1   (no entry is called 'q'; there are a, J, dJ/da, da/dw, dJ/dw)",
      ])
    #expect(
      replay.notes == [
        "the journal is about version other of 'sample', here is h",
        "'fill q = 1' cannot be replayed: no entry is called 'q'; there are a, J, dJ/da, da/dw, dJ/dw",
      ])
  }
}

extension [String] {
  /// The last place of a line, from which the expectations of a page begin.
  fileprivate func lastIndex(of line: String, page: Int) -> Int? {
    // The last page in view is turned to once more in the end.
    let places = indices.filter { self[$0] == line }
    return places.last { place in self[place...].dropFirst().first?.hasPrefix("expect") ?? false }
  }
}
