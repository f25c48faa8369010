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
    var screen = try session()
    #expect(screen.assignments == [.exercise(0), .exercise(1)])
    screen.enter("5")
    #expect(screen.saying == Saying("not yet: the 2 stays", .wrong))
    screen.enter("3")
    #expect(screen.saying == Saying("right: 3w moves", .success))
    #expect(screen.assignment == .exercise(1))
    screen.enter("a^2")
    #expect(
      screen.saying
        == Saying("not yet: at a = 3, a^2 gives 9, and the right formula 6", .wrong))
    screen.enter("a + a")
    #expect(screen.isDone)
    #expect(screen.score == (2, 2))
  }

  @Test func nonsenseIsNeverWrong() throws {
    for typed in ["abc", "((", "3,0", "nan", "1e999", "="] {
      var screen = try session()
      screen.enter(typed)
      #expect(screen.saying.tone == .notice, "\(typed)")
      #expect(screen.score == (0, 2))
    }
  }

  @Test func hintsComeOneAfterAnother() throws {
    var screen = try session()
    let hints = (1...3).map { _ in
      screen.press(.function(2))
      return screen.saying.text
    }
    #expect(hints == ["hint: look at 3w", "hint: it is 3", "hint: it is 3"])
  }

  @Test func anEntrysAuthorHasHintsAndWordsToo() throws {
    var screen = try session(page: 5)
    screen.press(.tab)
    screen.press(.function(2))
    #expect(screen.saying.text == "hint: 2a")
    screen.enter("a")
    #expect(screen.saying == Saying("not yet: twice that", .wrong))
  }

  @Test func whatWasShownIsMarkedAndCanBeTakenBack() throws {
    var screen = try session(page: 5)
    screen.press(.function(9))
    #expect(screen.state("J") == "revealed")
    #expect(
      screen.canvas().text.contains(
        "                    ┌─────────────────┐ 8                 ┌────────┐ 64 !"))
    screen.press(.function(5))
    #expect(screen.state("J") == "empty")
  }

  /// The exercise asks what a look would tell; a page of text may be looked at when it is done, but does not tell what
  /// the next page asks of the same graph.
  @Test func aPageThatAsksSomethingElseIsNotLookedAt() throws {
    var screen = try session(page: 4)
    screen.press(.function(4))
    #expect(!screen.isLooking)
    #expect(
      screen.saying.text
        == "closer looks would give the answers away here; they open when this page is done")
    screen.press(.function(3))
    #expect(!screen.isLooking)
    #expect(screen.saying.text == "a nudge is a small number, such as 0.001 or 1e-9")
    #expect(!screen.canUndo)
    while !screen.isDone { screen.enter("w 0.001", "w 0.01", "w 0.1") }
    screen.press(.character("?"), .character("w"))
    #expect(screen.isLooking)
  }

  /// On the last page no page is turned.
  @Test func enterWithNothingTypedSaysWhatItDoesNext() throws {
    let text = "# One\n\n```question q\nask: How many?\nnumber: 30\n```\n"
    var screen = try shown(text)
    screen.press(.enter)
    #expect(screen.saying.text == "nothing typed; answer the question above")
    screen.enter("29")
    screen.press(.escape, .enter)
    #expect(screen.saying.text == "nothing typed; answer the question above. Enter sums up")
    screen.press(.enter)
    #expect(screen.showsSummary)
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
    var screen = try session()
    screen.enter("3", "2a")
    screen.act(.restart)
    #expect(screen.score == (0, 2))
    screen.press(.function(5))
    #expect(screen.score == (2, 2))
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
