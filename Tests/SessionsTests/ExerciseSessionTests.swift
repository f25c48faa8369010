import Autodiff
import FullScreen
import Lessons
import Phrases
import Scripts
import Sessions
import Teaching
import TestSupport
import Testing
import TextScreen

/// Exercises, as a session runs them.
@Suite struct ExerciseSessionTests {
  private func session(page: Int = 1) throws -> Screen {
    try shown(SampleLesson.exercises, page: page)
  }

  @Test func questionsAreAnsweredOneAfterAnother() throws {
    var session = try session()
    #expect(session.assignments == [.exercise(0), .exercise(1)])
    session.enter("5")
    #expect(session.saying == Saying("not yet: the 2 stays", .wrong))
    session.enter("3")
    #expect(session.saying == Saying("right: 3w moves", .success))
    #expect(session.assignment == .exercise(1))
    session.enter("a^2")
    #expect(
      session.saying
        == Saying("not yet: at a = 3, a^2 gives 9, and the right formula 6", .wrong))
    session.enter("a + a")
    #expect(session.isDone)
    #expect(session.score == (2, 2))
  }

  @Test func nonsenseIsNeverWrong() throws {
    for typed in ["abc", "((", "3,0", "nan", "1e999", "="] {
      var session = try session()
      session.enter(typed)
      #expect(session.saying.tone == .notice, "\(typed)")
      #expect(session.score == (0, 2))
    }
  }

  @Test func hintsComeOneAfterAnother() throws {
    var session = try session()
    let hints = (1...3).map { _ in
      session.press(.function(2))
      return session.saying.text
    }
    #expect(hints == ["hint: look at 3w", "hint: it is 3", "hint: it is 3"])
  }

  @Test func anEntrysAuthorHasHintsAndWordsToo() throws {
    var session = try session(page: 5)
    session.press(.tab)
    session.press(.function(2))
    #expect(session.saying.text == "hint: 2a")
    session.enter("a")
    #expect(session.saying == Saying("not yet: twice that", .wrong))
  }

  @Test func whatWasShownIsMarkedAndCanBeTakenBack() throws {
    var session = try session(page: 5)
    session.press(.function(9))
    #expect(session.state("J") == "revealed")
    #expect(
      session.canvas().text.contains(
        "                    ┌─────────────────┐ 8                 ┌────────┐ 64 !"))
    session.press(.function(5))
    #expect(session.state("J") == "empty")
  }

  /// The exercise asks what a look would tell; a page of text may be looked at when it is done, but does not tell what
  /// the next page asks of the same graph.
  @Test func aPageThatAsksSomethingElseIsNotLookedAt() throws {
    var session = try session(page: 4)
    session.press(.function(4))
    #expect(!session.isLooking)
    #expect(
      session.saying.text
        == "closer looks would give the answers away here; they open when this page is done")
    session.press(.function(3))
    #expect(!session.isLooking)
    #expect(session.saying.text == "a nudge is a small number, such as 0.001 or 1e-9")
    #expect(!session.canUndo)
    while !session.isDone { session.enter("w 0.001", "w 0.01", "w 0.1") }
    session.press(.character("?"), .character("w"))
    #expect(session.isLooking)
  }

  /// On the last page no page is turned.
  @Test func enterWithNothingTypedSaysWhatItDoesNext() throws {
    let text = "# One\n\n```question q\nask: How many?\nnumber: 30\n```\n"
    var session = try shown(text)
    session.press(.enter)
    #expect(session.saying.text == "nothing typed; answer the question above")
    session.enter("29")
    session.press(.escape, .enter)
    #expect(session.saying.text == "nothing typed; answer the question above. Enter sums up")
    session.press(.enter)
    #expect(session.showsSummary)
    var first = try self.session(page: 1)
    first.press(.enter)
    #expect(
      first.saying.text == "nothing typed; answer the question above. Enter again turns the page")
  }

  @Test func exercisesAndSeedsAreFoundAgain() throws {
    var before = try session()
    let messages: [Message] = [
      .answer(exercise: 0, "5"), .answer(exercise: 0, "3"), .answer(exercise: 1, "2a"), .undo,
      .page(2), .answer(exercise: 2, "a = 2 + 3w"), .answer(exercise: 2, "x"), .page(3), .reveal,
      .page(4), .answer(exercise: 3, "w 0.001"), .page(5), .freshNumbers(seed: 6), .reveal,
    ]
    let written = try ([before.session.opening] + messages.flatMap { before.act($0) }).records()
    var after = try session()
    after.session.resume(written)
    #expect(after.pageNumber == 5)
    #expect(after.seed == 6)
    #expect(after.state("J") == "revealed")
    #expect(after.wholeScore == before.wholeScore)
    for page in 1...5 {
      before.act(.page(page))
      after.act(.page(page))
      // The footer offers undo only where there is a past.
      #expect(after.canvas().text.dropLast() == before.canvas().text.dropLast(), "page \(page)")
    }
  }

  @Test func startingOverEmptiesExercisesAndCanBeUndone() throws {
    var session = try session()
    session.enter("3", "2a")
    session.act(.restart)
    #expect(session.score == (0, 2))
    session.press(.function(5))
    #expect(session.score == (2, 2))
  }

  @Test func aScriptAnswersExercises() throws {
    let lines = [
      "answer slope = 5", "expect slope wrong", "expect message /the 2 stays/", "hint slope",
      "expect hint /look/", "answer slope = 3", "expect slope right", "expect score 1/2",
      "reveal rule", "expect rule revealed", "expect done", "page 5", "seed 3", "expect score 0/4",
    ]
    var run = ScriptRun(in: try session().session) { _ in .failure(LookupFailure("none")) }
    #expect(run.run(try Script(lines: lines)) == [])
    #expect(
      run.run(try Script(lines: ["page 1", "answer slop = 3"])).map(\.found) == [
        "page 1 asks nothing called 'slop'; did you mean 'slope'?"
      ])
  }
}
