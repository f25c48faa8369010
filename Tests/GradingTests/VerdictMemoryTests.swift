import Grading
import Teaching
import Testing

@Suite struct VerdictMemoryTests {
  /// The same answer is checked for learners whose earlier answers differ: a wrong one from which it follows, a
  /// rounded one, and the right one.
  @Test func aRememberedVerdictIsOnlyForWhoeverTypedTheSameBefore() throws {
    func lines(_ learner: String, _ fills: [(page: Int, entry: String, typed: String)]) -> [String]
    {
      fills.map { fill in
        "{\"time\": \"\", \"session\": \"s\", \"learner\": \"\(learner)\", \"lesson\": \"made\", "
          + "\"lessonHash\": \"h\", \"seed\": 0, \"page\": \(fill.page), \"event\": \"fill\", "
          + "\"entry\": \"\(fill.entry)\", \"typed\": \"\(fill.typed)\"}"
      }
    }
    let journals = [
      lines("right", [(2, "a", "11"), (2, "J", "144")]),
      lines("wrong", [(2, "a", "12"), (2, "J", "144")]),
      lines("otherwise", [(2, "a", "13"), (2, "J", "144")]),
    ]
    for order in [journals, journals.reversed()] {
      let marked = try MarkedClass(order)
      let rules = Dictionary(
        uniqueKeysWithValues: marked.learners.map { learner in
          (learner.learner, learner.lessons[0].items.first { $0.wrong > 0 && $0.item > 1 }?.rules)
        })
      let first = rules.mapValues { $0?.first?.rule }
      #expect(first == ["wrong": .followsFromWrong, "right": nil, "otherwise": nil])
    }
  }
}
