import BuiltInLessons
import Foundation
import Journals
import LessonSolving
import Lessons
import Sessions
import Teaching
import TestSupport
import Testing

/// Work on an earlier edition of a lesson, brought to the lesson as it is now.
@Suite struct EditionTests {
  private static let stored = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "StoredJournals/1.0.0")

  private static func records(of lesson: String) throws -> [JournalRecord] {
    try Data(contentsOf: stored.appending(path: "\(lesson).jsonl")).split(separator: 10)
      .map { try JournalRecord(line: Array($0)) }
  }

  /// A lesson of three graphs, with its journal from the opening on.
  private static func work(_ text: String, _ messages: [Message]) throws -> [JournalRecord] {
    var session = try opened(text, hash: "before")
    return try ([session.opening] + messages.flatMap { session.act($0) }).records()
  }

  private static let lesson = """
    # T

    ## One

    ```graph
    parameter w = 3
    a = 2 + 3w
    J = a^2
    ```

    ```fill
    ```

    ## Two

    ```graph again
    ```

    ```fill
    ```

    ```question q
    ask: How far?
    number: 3
    ```
    """

  private static let messages: [Message] = [
    .page(1), .fill(entry: 0, "11"), .page(2), .fill(entry: 0, "10"), .fill(entry: 1, "121"),
    .answer(exercise: 0, "3"),
  ]

  private func resumed(_ text: String) throws -> Session {
    var session = try opened(text, hash: "after")
    session.resume(try Self.work(Self.lesson, Self.messages))
    return session
  }

  private func words(_ session: Session) -> [[String]] {
    session.progress.worksheets.map { $0.states.prefix(2).map(\.word) }
  }

  @Test func otherWordsChangeNothing() throws {
    let session = try resumed(
      Self.lesson.replacing("## One", with: "Read this.\n\n## First").replacing(
        "How far?", with: "How far does it go?"))
    #expect(words(session) == [["right", "empty"], ["wrong", "right"]])
    #expect(session.progress.exercises[0].state.word == "right")
    #expect(session.remark == .lessonEdited(left: 0))
  }

  @Test func aPageThatMovedKeepsItsAnswers() throws {
    let session = try resumed(
      Self.lesson.replacing("## One", with: "## Before\n\nRead this.\n\n## One"))
    #expect(words(session) == [["right", "empty"], ["wrong", "right"]])
  }

  @Test(arguments: ["w = 3", "a = 2 + 3w", "J = a^2"])
  func answersToAGraphThatIsAnotherNowDoNotCount(line: String) throws {
    let changed = ["w = 3": "w = 4", "a = 2 + 3w": "a = 2 + 4w", "J = a^2": "J = a^3"]
    let session = try resumed(Self.lesson.replacing(line, with: changed[line] ?? line))
    #expect(words(session) == [["empty", "empty"], ["empty", "empty"]])
    #expect(session.progress.exercises[0].state.word == "right")
    #expect(session.remark == .lessonEdited(left: 3))
  }

  @Test func theSameGraphIsToldFromItsRepetitionByItsTurn() throws {
    let second = "## Two\n\n```graph again\n```\n\n```fill\n```\n\n"
    #expect(Self.lesson.contains(second))
    let session = try resumed(Self.lesson.replacing(second, with: "## Two\n\n"))
    #expect(words(session) == [["right", "empty"]])
    #expect(session.remark == .lessonEdited(left: 2))
  }

  /// The numbers of a graph are drawn by its place among the graphs of the lesson.
  @Test func answersToNumbersThatAreDrawnOtherwiseNowDoNotCount() throws {
    let drawn = "```graph fresh\nparameter w = 3 in 2..9\nJ = w^2\n```\n\n```fill\n```\n"
    let text = "# T\n\n## One\n\n\(drawn)"
    var session = try opened(text, hash: "before")
    let key = try #require(session.worksheet?.key.numbers)
    let effects =
      [session.opening] + session.act(.fill(entry: 0, "\(key.value(of: 0))"))
    func words(_ text: String) throws -> [[String]] {
      var session = try opened(text, hash: "after")
      session.resume(try effects.records())
      return self.words(session)
    }
    #expect(try words("# T\n\nRead this.\n\n## One\n\n\(drawn)") == [["right", "empty"]])
    let before = "```graph\nparameter u = 3\nJ = u^2\n```\n"
    let moved = try words("# T\n\n\(before)\n## One\n\n\(drawn)")
    #expect(moved == [["empty", "empty"], ["empty", "empty"]])
  }

  @Test func anAnswerToAnotherQuestionDoesNotCount() throws {
    let session = try resumed(Self.lesson.replacing("number: 3", with: "number: 4"))
    #expect(session.progress.exercises[0].state.word == "empty")
    #expect(session.remark == .lessonEdited(left: 1))
  }

  @Test func whatAPageAsksNoMoreDoesNotCount() throws {
    let session = try resumed(
      Self.lesson.replacing("```fill\n```\n\n## Two", with: "```fill\nJ\n```\n\n## Two"))
    #expect(words(session) == [["empty", "empty"], ["wrong", "right"]])
    #expect(session.remark == .lessonEdited(left: 1))
  }

  /// Every answer of a journal of release 1.0.0 either stands in the lesson, right where it was right then, or is told.
  @Test(arguments: LessonSolver.lessonNames.prefix(12))
  func aJournalOfRelease1KeepsItsMeaning(name: String) throws {
    let records = try Self.records(of: name)
    let file = try #require(
      BuiltInLessons.files.first { $0.name.hasSuffix("-\(name).md") })
    let lesson = try Lesson(utf8: file.bytes, name: name)
    let hash = Source.hash(of: file.bytes)
    var session = try Session(lesson, source: .lesson(name: name, hash: hash))
    session.resume(records)
    let left: Int =
      if case .lessonEdited(let left) = session.remark { left } else { 0 }
    // Nothing that was right is wrong now; what was typed wrong in the stored journals is 987654.
    for worksheet in session.progress.worksheets {
      for state in worksheet.states {
        if case .wrong(let typed) = state { #expect(typed == "987654") }
      }
    }
    let answers = records.count { !$0.subject.isEmpty }
    #expect(left < answers, "something of every lesson still stands")
    let standing =
      session.progress.worksheets.reduce(0) { $0 + $1.states.filled.count }
      + session.progress.exercises.count { $0.state.isAccepted }
    #expect(standing > 0)
  }
}
