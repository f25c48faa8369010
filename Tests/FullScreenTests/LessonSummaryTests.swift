import FullScreen
import Phrases
import Sessions
import Teaching
import TestSupport
import Testing
import TextScreen

@Suite struct LessonSummaryTests {
  /// The first graph with some answers that were wrong at first, and all of it done.
  private func done() throws -> Screen {
    var screen = try twoNodes()
    screen.enter("11", "120", "121", "22", "3", "22", "66")
    return screen
  }

  @Test func theEndSaysWhatWentWellAndWhatToPractise() throws {
    var screen = try done()
    screen.press(.enter)
    try expect(screen, matches: "summary")
    screen.press(.enter)
    #expect(!screen.showsSummary)
  }

  @Test func itTellsFirstAttemptsAlone() throws {
    let session = try done()
    #expect(
      session.summaryText(width: 100) == [
        "right now    5 of 5",
        "at first     3 of 5 first attempts were right, 2 right later; a hint counts as a miss",
        "went well    power rule 1/1, constant factor 1/1, sum rule 1/1",
        "most often   what comes from the right without the local derivative, once",
        "to practise  forward values 1/2: Each box is computed from the values on its left: powers first,",
        "             then products, then sums.",
        "             chain rule 0/1: The local derivative of the box, times what comes from the right.",
        "             backprop practice forward",
      ])
  }

  @Test func aHintCountsAsAMissAndAShownAnswerIsNamed() throws {
    var screen = try twoNodes()
    screen.press(.function(2))
    screen.enter("11", "121", "22", "3")
    screen.press(.function(9))
    #expect(
      screen.summaryText(width: 100).prefix(2) == [
        "right now    4 of 5, 1 shown",
        "at first     3 of 5 first attempts were right, 1 right later, 1 shown; a hint counts as a miss",
      ])
  }

  @Test func whoKnowsItHasNothingToPractise() throws {
    var screen = try twoNodes()
    screen.enter("11", "121", "22", "3", "66")
    #expect(
      screen.summaryText(width: 100).last
        == "to practise  nothing; all went well at the first attempt")
  }

  @Test func undoTakesNoFirstAttemptBack() throws {
    var screen = try twoNodes()
    screen.enter("12")
    screen.press(.function(5))
    screen.enter("11")
    #expect(screen.attempts.observations.map(\.isCorrect) == [false])
  }

  @Test func nothingTypedHasNoSummary() throws {
    var screen = try twoNodes()
    screen.press(.function(8))
    #expect(!screen.showsSummary)
    #expect(screen.saying == Saying("this is the last page; F10 leaves", .notice))
  }

  @Test func whatIsTypedWhileItIsShownIsNoAnswer() throws {
    var screen = try done()
    screen.press(.enter, .character("7"), .tab, .function(9))
    #expect(screen.showsSummary)
    #expect(screen.prompt.isEmpty)
    #expect(screen.score == (5, 5))
  }

  @Test(arguments: [(40, 14), (20, 5), (1, 1), (0, 0)])
  func itFitsEveryScreen(width: Int, height: Int) throws {
    var screen = try done()
    screen.press(.enter)
    #expect(screen.showsSummary)
    screen.resize(to: Size(width, height))
    for _ in 0..<40 {
      #expect(screen.canvas().size == Size(width, height))
      screen.press(.down)
    }
  }

  /// The hints on an entry come to tell the numbers that lead to it.
  @Test func aHintHelpsWithWhatLeadsToTheEntryToo() throws {
    var screen = try twoNodes()
    screen.press(.tab, .function(2))
    #expect(
      screen.saying.text
        == "hint: look at what enters the box of J: a, which you still have to find")
    screen.enter("121")
    screen.act(.fill(entry: 0, "11"))
    #expect(
      screen.summaryText(width: 100)[1]
        == "at first     0 of 2 first attempts were right, 2 right later; a hint counts as a miss")
  }
}
