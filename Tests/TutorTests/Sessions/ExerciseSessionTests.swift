import Autodiff
import Lessons
import Teaching
import Testing
import TextScreen
import Tutor

/// Exercises, demonstrations and fresh numbers, as a session runs them.
@Suite struct ExerciseSessionTests {
  @Test func freshNumbersFollowTheLastSeedToo() throws {
    var session = try session(page: 5, seed: Session.seeds.upperBound)
    session.act(.freshNumbers(seed: nil))
    #expect(session.seed == 1)
  }

  private func session(page: Int = 1, seed: Int = 0) throws -> Session {
    try shown(SampleLesson.exercises, page: page, seed: seed)
  }

  @Test func questionsAreAnsweredOneAfterAnother() throws {
    var session = try session()
    #expect(session.assignments == [.exercise(0), .exercise(1)])
    session.enter("5")
    #expect(session.remark == Remark("not yet: the 2 stays", .wrong))
    session.enter("3")
    #expect(session.remark == Remark("right: 3w moves", .success))
    #expect(session.assignment == .exercise(1))
    session.enter("a^2")
    #expect(
      session.remark
        == Remark("not yet: at a = 3, a^2 gives 9, and the right formula 6", .wrong))
    session.enter("a + a")
    #expect(session.isDone)
    #expect(session.score == (2, 2))
  }

  @Test func nonsenseIsNeverWrong() throws {
    for typed in ["abc", "((", "3,0", "nan", "1e999", "="] {
      var session = try session()
      session.enter(typed)
      #expect(session.remark.tone == .notice, "\(typed)")
      #expect(session.score == (0, 2))
    }
  }

  @Test func hintsComeOneAfterAnother() throws {
    var session = try session()
    let hints = (1...3).map { _ in
      session.press(.function(2))
      return session.remark.text
    }
    #expect(hints == ["hint: look at 3w", "hint: it is 3", "hint: it is 3"])
  }

  @Test func anEntrysAuthorHasHintsAndWordsToo() throws {
    var session = try session(page: 5)
    session.press(.tab)
    session.press(.function(2))
    #expect(session.remark.text == "hint: 2a")
    session.enter("a")
    #expect(session.remark == Remark("not yet: twice that", .wrong))
  }

  @Test func aDemonstrationShowsOneNumberAtATimeWithItsReason() throws {
    var session = try session(page: 3)
    var reasons: [String] = []
    for _ in 1...5 {
      session.press(.enter)
      reasons.append(session.remark.text)
    }
    #expect(
      reasons == [
        "a = 2 + 3w = 2 + 3 × 3 = 11", "J = a² = 11² = 121", "dJ/da = 2a = 2 × 11 = 22",
        "da/dw = 3",
        "dJ/dw = da/dw × dJ/da = 3 × 22 = 66. That is the whole graph. Enter turns the page",
      ])
    #expect(session.isDone)
    #expect(session.score == (0, 5))
    session.press(.enter)
    #expect(session.pageNumber == 4)
  }

  @Test func aDemonstrationTakesAnswersAsWell() throws {
    var session = try session(page: 3)
    session.enter("11", "120")
    #expect(session.remark.tone == .wrong)
    session.press(.enter)
    #expect(session.score == (1, 5))
    #expect(session.state("J") == "revealed")
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

  @Test func aSeedDrawsTheFreshGraphAlone() throws {
    let plain = try session(page: 5)
    let drawn = try session(page: 5, seed: 4)
    #expect(plain.seed == 1)
    #expect(drawn.seed == 4)
    #expect(plain.worksheet?.key.forward.values != drawn.worksheet?.key.forward.values)
    let first = try session(page: 1, seed: 4)
    #expect(first.seed == nil)
    #expect(first.worksheet?.key.forward.values == [3, 11, 121])
  }

  @Test func freshNumbersEmptyThePageAndUndoBringsItBack() throws {
    var session = try session(page: 5)
    session.press(.function(9))
    let before = session.worksheet?.key.forward.values
    session.act(.freshNumbers(seed: nil))
    #expect(session.seed == 4)
    #expect(session.worksheet?.key.forward.values != before)
    session.act(.freshNumbers(seed: 8))
    #expect(session.seed == 8)
    #expect(session.state("J") == "empty")
    session.press(.function(5), .function(5))
    #expect(session.state("J") == "revealed")
    #expect(session.seed == 1)
  }

  @Test func itIsSaidWhereTheFreshNumbersAre() throws {
    var here = try session(page: 5)
    here.act(.freshNumbers(seed: nil))
    #expect(here.remark.text == "fresh numbers, seed 4; undo brings the others back")
    here.act(.freshNumbers(seed: 4))
    #expect(here.remark.text == "seed 4 draws the numbers that were there already")
    var elsewhere = try session(page: 4)
    elsewhere.act(.freshNumbers(seed: 4))
    #expect(
      elsewhere.remark.text
        == "the numbers here stay as they are; seed 4 gives fresh ones on page 5, and undo brings the "
        + "others back")
  }

  /// The exercise asks what a look would tell; a page of text may be looked at when it is done, but does not tell what
  /// the next page asks of the same graph.
  @Test func aPageThatAsksSomethingElseIsNotLookedAt() throws {
    var session = try session(page: 4)
    session.press(.function(4))
    #expect(!session.isLooking)
    #expect(
      session.remark.text
        == "closer looks would give away what is asked here; they open when this page is done")
    session.press(.function(3))
    #expect(!session.isLooking)
    #expect(session.remark.text == "a nudge is a small number, such as 0.001 or 1e-9")
    #expect(!session.canUndo)
    while !session.isDone { session.enter("w 0.001", "w 0.01", "w 0.1") }
    session.press(.character("?"), .character("w"))
    #expect(session.isLooking)
  }

  @Test func aQuestionOutOfViewSaysWhichKeyLeadsToIt() throws {
    let prose = (1...30).map { "Line \($0).\n\n" }.joined()
    let text = "# Long\n\n\(prose)```question q\nask: How many?\nnumber: 30\n```\n\n\(prose)"
    var session = try shown(text)
    var prompt: String { session.canvas().text[19] }
    #expect(prompt == "  Your answer, a number: It is out of view: PgDn")
    while !session.canvas().text.contains("  ? How many?") { session.press(.down) }
    #expect(prompt == "  Your answer, a number:")
    for _ in 1...4 { session.press(.pageDown) }
    #expect(prompt == "  Your answer, a number: It is out of view: PgUp")
  }

  /// On the last page no page is turned.
  @Test func enterWithNothingTypedSaysWhatItDoesNext() throws {
    let text = "# One\n\n```question q\nask: How many?\nnumber: 30\n```\n"
    var session = try shown(text)
    session.press(.enter)
    #expect(session.remark.text == "nothing typed; answer the question above")
    session.enter("29")
    session.press(.escape, .enter)
    #expect(session.remark.text == "nothing typed; answer the question above. Enter sums up")
    session.press(.enter)
    #expect(session.showsSummary)
    var first = try self.session(page: 1)
    first.press(.enter)
    #expect(
      first.remark.text == "nothing typed; answer the question above. Enter again turns the page")
  }

  @Test func whatIsWiderThanTheScreenGoesOnBelow() throws {
    let inputs = (1...9).map { "x\($0)0 = \($0)" }
    let sum = (1...9).map { "x\($0)0" }.joined(separator: " + ")
    let text = """
      # Wide

      ```break-up
      \(inputs.joined(separator: "\n"))
      J = \(sum)
      ```

      ```explore
      ```
      """
    let session = try shown(text, at: Size(60, 24))
    #expect(
      session.canvas().text[2..<9] == [
        "  Break it into steps:  J = x10 + x20 + x30 + x40 + x50 +",
        "      x60 + x70 + x80 + x90",
        "  where x10 = 1, x20 = 2, x30 = 3, x40 = 4, x50 = 5, x60 =",
        "      6, x70 = 7, x80 = 8, x90 = 9",
        "",
        "  A formula of your own, such as J = (w x - y)^2; w=3;",
        "      x=2; y=1",
      ])
  }

  @Test func aDemonstrationSaysThatEnterShows() throws {
    var session = try session(page: 3)
    #expect(session.question == "a: what is its value? Enter shows it")
    session.press(.enter)
    #expect(session.question == "J: what is its value? Enter shows it")
    for _ in 1...4 { session.press(.enter) }
    #expect(session.question == "dJ/dw: how many times as far does J move as w?")
  }

  @Test func theFormulaGrowsIntoAGraph() throws {
    var session = try session(page: 2)
    session.enter("a = 2 + 3w")
    #expect(session.canvas().text.contains { $0.contains("│ a = 2 + 3w │") })
    session.enter("J = a^2")
    #expect(session.isDone)
    #expect(session.canvas().text.contains { $0.contains("├──▶│ J = a² │") })
    session.press(.function(5))
    #expect(!session.isDone)
    #expect(!session.canvas().text.contains { $0.contains("J = a² │") })
  }

  @Test func exercisesAndSeedsAreFoundAgain() throws {
    var before = try session()
    let messages: [Message] = [
      .answer(exercise: 0, "5"), .answer(exercise: 0, "3"), .answer(exercise: 1, "2a"), .undo,
      .page(2), .answer(exercise: 2, "a = 2 + 3w"), .answer(exercise: 2, "x"), .page(3), .reveal,
      .page(4), .answer(exercise: 3, "w 0.001"), .page(5), .freshNumbers(seed: 6), .reveal,
    ]
    let written = try ([before.opening] + messages.flatMap { before.act($0) }).records()
    var after = try session()
    after.resume(written)
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

  @Test func aPictureWaitsForTheQuestionAboveIt() throws {
    let text =
      "# T\n\n```graph\nw = 3\na = 2 + 3w\nJ = a^2\n```\n\n"
      + "```question q\nask: How far?\nnumber: 66\n```\n\n```cascade w\n```\n"
    var session = try shown(text)
    #expect(!session.canvas().text.contains { $0.contains("up 66ε") })
    session.enter("66")
    #expect(
      session.canvas().text.contains { $0.contains("w up ε ──× 3──▶ a up 3ε ──× 22──▶ J up 66ε") })
  }

  @Test func startingOverEmptiesExercisesAndCanBeUndone() throws {
    var session = try session()
    session.enter("3", "2a")
    session.act(.restart)
    #expect(session.score == (0, 2))
    session.press(.function(5))
    #expect(session.score == (2, 2))
  }

  @Test(arguments: [(40, 14), (80, 24), (120, 40), (20, 5), (1, 1)])
  func everyPageIsPaintedAtEverySize(width: Int, height: Int) throws {
    for page in 1...5 {
      var session = try shown(SampleLesson.exercises, page: page, at: Size(width, height))
      for key in [Key.enter, .pageDown, .down, .left, .right, .tab, .up] { session.press(key) }
      #expect(session.canvas().size == Size(width: width, height: height))
    }
  }

  @Test func aScriptAnswersExercises() throws {
    let lines = [
      "answer slope = 5", "expect slope wrong", "expect message /the 2 stays/", "hint slope",
      "expect hint /look/", "answer slope = 3", "expect slope right", "expect score 1/2",
      "reveal rule", "expect rule revealed", "expect done", "page 5", "seed 3", "expect score 0/4",
    ]
    var run = ScriptRun(in: try session()) { _ in .failure(ScriptRun.OpeningFailure("none")) }
    #expect(run.run(try Script(lines: lines)) == [])
    #expect(
      run.run(try Script(lines: ["page 1", "answer slop = 3"])).map(\.found) == [
        "page 1 asks nothing called 'slop'; did you mean 'slope'?"
      ])
  }
}
