import Grading
import Journals
import Lessons
import Sessions
import Teaching
import Testing

/// Marks of work whose numbers were drawn in the first or in the second way.
@Suite struct DrawnWorkTests {
  private static let text = """
    # T

    ```graded
    ```

    ```graph
    parameter w = 3 in -9..9
    data x = 2 in 2..9
    a = 2w + 5x
    J = a^2
    ```

    ```fill
    ```
    """

  private static func lesson() throws -> Lesson {
    try Lesson(utf8: Array(text.utf8), name: GeneratedClass.lessonName)
  }

  private static func value(of learner: String, _ way: FreshNumbers.Draw) throws -> Double {
    let graph = try lesson().graphs[0]
    let seed = Session.seed(ofLearner: learner)
    let inputs = FreshNumbers(for: graph, seed: seed, index: 0, by: way).inputs
    return try 2 * #require(inputs["w"]) + 5 * #require(inputs["x"])
  }

  private static func line(_ learner: String, _ value: Double, isSecond: Bool) -> String {
    "{\"time\": \"\", \"session\": \"s\", \"learner\": \"\(learner)\", \"lesson\": \"made\", "
      + "\"lessonHash\": \"h\", \"seed\": \(Session.seed(ofLearner: learner)), "
      + (isSecond ? "\"draw\": 2, " : "")
      + "\"page\": 1, \"event\": \"fill\", \"entry\": \"a\", \"typed\": \"\(value)\"}"
  }

  @Test(arguments: ["ada", "Zoë", "Emmy Noether"])
  func workIsMarkedWithTheNumbersThatItWasDoneWith(learner: String) throws {
    let (old, new) = try (
      Self.value(of: learner, .fewestFaults), Self.value(of: learner, .firstGood)
    )
    try #require(old != new)
    let source = Source.lesson(name: GeneratedClass.lessonName, hash: "h")
    let opened = try Session(Self.lesson(), source: source)
    let right = [(old, false), (new, true), (new, false), (old, true)].map { value, isSecond in
      [Self.line(learner, value, isSecond: isSecond)]
    }
    // One class, so that what was computed for one hand-in serves the next.
    let marked = try MarkedClass(right, by: opened)
    #expect(marked.learners.map { $0.lessons[0].right } == [1, 1, 0, 0])
    #expect(
      marked.learners.map { $0.lessons[0].draw }
        == [.fewestFaults, .firstGood, .fewestFaults, .firstGood])
  }

  @Test func whatWasDoneInBothWaysIsMarkedRecordByRecord() throws {
    let (old, new) = try (Self.value(of: "ada", .fewestFaults), Self.value(of: "ada", .firstGood))
    let source = Source.lesson(name: GeneratedClass.lessonName, hash: "h")
    let opened = try Session(Self.lesson(), source: source)
    let lines = [
      Self.line("ada", old, isSecond: false), Self.line("ada", new, isSecond: true),
      Self.line("ada", old, isSecond: true),
    ]
    let marked = try MarkedClass([lines], by: opened)
    let item = try #require(marked.learners[0].lessons[0].items.first)
    #expect([item.attempts, item.wrong] == [3, 1])
    #expect(marked.learners[0].lessons[0].right == 0)
  }
}
