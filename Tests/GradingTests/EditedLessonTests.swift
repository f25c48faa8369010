import Grading
import Journals
import Lessons
import Sessions
import Teaching
import Testing

/// Marks of work that was done on an earlier edition of a lesson.
@Suite struct EditedLessonTests {
  private static let text = """
    # T

    ```graph
    parameter w = 3
    a = 2 + 3w
    J = a^2
    ```

    ```fill
    ```

    ```question q
    ask: How far?
    number: 3
    ```
    """

  private static func session(_ text: String, hash: String) throws -> Session {
    let name = GeneratedClass.lessonName
    return try Session(
      Lesson(utf8: Array(text.utf8), name: name), source: .lesson(name: name, hash: hash))
  }

  /// The marks by an edited lesson of somebody who answered a, J and the question before.
  private static func marked(_ edited: String, tellsEdition: Bool = true) throws -> MarkedClass {
    var session = try session(text, hash: "before")
    let effects =
      (tellsEdition ? [session.opening] : [])
      + [.fill(entry: 0, "11"), .fill(entry: 1, "121"), .answer(exercise: 0, "3")].flatMap {
        session.update($0)
      }
    let context = JournalEvent.Context(
      time: "2026-01-01T00:00:00.000Z", session: "s", learner: "ada")
    let lines = effects.compactMap { effect in
      if case .record(let event) = effect { event.line(in: context) } else { nil }
    }
    return try MarkedClass([lines], by: Self.session(edited, hash: "after"))
  }

  private static func right(_ marked: MarkedClass) -> Int {
    marked.learners.first?.lessons.first?.right ?? 0
  }

  @Test func aPageThatMovedIsMarkedWhereItIs() throws {
    let marked = try Self.marked(Self.text.replacing("# T", with: "# T\n\nRead.\n\n## Next"))
    #expect(Self.right(marked) == 3)
    #expect(marked.obstacles == [])
  }

  @Test func answersToOtherNumbersDoNotCountAndAreTold() throws {
    let marked = try Self.marked(Self.text.replacing("w = 3", with: "w = 4"))
    #expect(Self.right(marked) == 1)
    #expect(
      marked.obstacles
        == ["a", "J"].map {
          .inLesson(GeneratedClass.lessonName, .askedNoMore($0, page: 1))
        })
  }

  /// Of an edition that nobody knows answers are marked where they stood.
  @Test func withoutTheEditionTheNumberOfThePageDecides() throws {
    let marked = try Self.marked(
      Self.text.replacing("2 + 3w", with: "3w + 2"), tellsEdition: false)
    #expect(Self.right(marked) == 3)
  }
}
