import FullScreen
import Journals
import LessonSolving
import Lessons
import Phrases
import Sessions
import Teaching
import TestSupport
import Testing

/// What a graded lesson says of an answer as soon as it is given.
@Suite struct FeedbackTests {
  private func session(_ terms: String, page: Int = 1) throws -> Session {
    try opened(
      """
      # Sample

      ```graded
      \(terms)
      ```

      \(SampleBlocks.firstGraph)

      ```fill
      hint a: the author's own
      ```

      ## More

      ```graph again
      ```

      ```fill
      a
      ```
      """, page: page)
  }

  @Test(arguments: [
    ("feedback: none", "noted: a = 12"), ("feedback: verdict", "12 is not right"),
    ("feedback: reason", "not yet: 12 is nearly right; compute 2 + 3 × 3 again"),
  ])
  func aWrongAnswerIsToldAsTheTermsSay(terms: String, saying: String) throws {
    var session = try session(terms)
    session.act(.fill(entry: 0, "12"))
    #expect(session.saying.text.hasPrefix(saying))
    session.act(.fill(entry: 0, "abc"))
    #expect(session.saying.text.hasPrefix("cannot read"))
  }

  @Test(arguments: [("feedback: verdict", "11 is right"), ("feedback: none", "noted: a = 11")])
  func aRightAnswerIsToldWithoutItsReason(terms: String, saying: String) throws {
    var session = try session(terms)
    session.act(.fill(entry: 0, "11"))
    #expect(session.saying.text == saying)
  }

  @Test func aLessonIsHandedInAsAWholeAndForGood() throws {
    var session = try session("feedback: none")
    session.act(.fill(entry: 0, "11"))
    session.act(.page(2))
    session.act(.fill(entry: 0, "12"))
    session.act(.handIn(isConfirmed: false))
    #expect(session.saying.text.hasPrefix("4 answers are still empty"))
    session.act(.handIn(isConfirmed: false))
    #expect(session.isHandedInWhole)
    #expect(session.wholeScore == (1, 6))
    session.act(.restart)
    #expect(session.isHandedInWhole)
    // Neither does what somebody wrote into the journal take it back.
    var records = try [session.opening].records()
    let change = JournalEvent.Change.page(0, isHandedIn: false)
    let source = session.source
    records += try [Effect.record(JournalEvent(.handIn([]), source: source, page: 1))].records()
    records += try [Effect.record(JournalEvent(.undo([change]), source: source, page: 1))].records()
    var again = try self.session("feedback: none")
    again.resume(records)
    #expect(again.isHandedInWhole)
  }

  @Test(arguments: [("hints: none", false), ("hints: author", true), ("hints: all", true)])
  func theAuthorsHintsAreGivenWhileNothingIsSaid(terms: String, isGiven: Bool) throws {
    var session = try session("feedback: none\n\(terms)")
    session.act(.hint)
    #expect(session.saying.text.contains("the author's own") == isGiven)
    session.act(.look(.nudge))
    #expect(!session.isLooking)
  }
}
