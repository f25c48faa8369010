import Lessons
import RandomNumbers
import SeededRandom
import Sessions
import Teaching
import TestSupport
import Testing

/// The sums of a summary, whatever was done.
@Suite struct SummarySumsTests {
  private static let messages: [Message] = [
    .fill(entry: 0, "11"), .fill(entry: 1, "121"), .fill(entry: 2, "22"), .fill(entry: 3, "3"),
    .fill(entry: 4, "66"), .fill(entry: 4, "7"), .fill(entry: 0, "7"), .fill(entry: 1, "x"),
    .reveal, .reveal, .hint, .undo, .redo, .restart, .freshNumbers(seed: nil), .nextPage,
    .previousPage, .nextEntry, .page(2), .page(3), .submit("10"), .answer(exercise: 0, "5"),
  ]

  @Test(arguments: 0..<40)
  func everySumIsThatOfItsParts(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    var session = try opened(SampleLesson.twoNodes)
    for _ in 1...60 {
      let message = Self.messages[generator.next(below: Self.messages.count)]
      // Only what the page asks can be answered.
      switch message {
      case .fill(let entry, _) where !session.asked.contains(entry): continue
      case .answer(let exercise, _) where !session.assignments.contains(.exercise(exercise)):
        continue
      default: session.act(message)
      }
      let summary = LessonSummary(of: session)
      #expect(summary.standing.asked == session.wholeScore.asked)
      #expect(summary.standing.accepted == session.wholeScore.accepted)
      #expect(summary.standing.open == open(in: session))
      let outcomes = summary.outcomes
      let attempted = session.attempts.efforts.values.count { $0.isRightAtFirst != nil }
      #expect(outcomes.attempted == attempted)
      #expect(
        outcomes.rightAtFirst + outcomes.rightLater + outcomes.shown + outcomes.open == attempted)
      for count in [outcomes.rightAtFirst, outcomes.rightLater, outcomes.shown, outcomes.open] {
        #expect(count >= 0)
      }
    }
  }

  /// What is empty or wrong on any page, each entry of a graph once.
  private func open(in session: Session) -> Int {
    var open: Set<[Int]> = []
    for page in session.lesson.pages.indices where !session.lesson.pages[page].isDemonstration {
      var there = session
      there.act(.page(page + 1))
      for assignment in there.assignments where there.progress.state(of: assignment).isOpen {
        switch assignment {
        case .entry(let entry): open.insert([0, there.page.graph ?? 0, entry])
        case .exercise(let exercise): open.insert([1, exercise])
        }
      }
    }
    return open.count
  }
}
