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
    var session = try twoNodes()
    session.enter("11", "120", "121", "22", "3", "22", "66")
    return session
  }

  @Test func theEndSaysWhatWentWellAndWhatToPractise() throws {
    var session = try done()
    session.press(.enter)
    try expect(session, matches: "summary")
    session.press(.enter)
    #expect(!session.showsSummary)
  }

  @Test func itTellsFirstAttemptsAlone() throws {
    let session = try done()
    #expect(
      session.summaryText(width: 100) == [
        "right now    5 of 5",
        "at first     3 of 5 first attempts were right; a hint counts as a miss",
        "went well    power rule 1/1, constant factor 1/1, sum rule 1/1",
        "most often   what comes from the right without the local derivative, once",
        "to practise  forward values 1/2: Each box is computed from the values on its left: powers first,",
        "             then products, then sums.",
        "             chain rule 0/1: The local derivative of the box, times what comes from the right.",
        "             backprop practice forward",
      ])
  }

  @Test func aHintCountsAsAMissAndAShownAnswerIsNamed() throws {
    var session = try twoNodes()
    session.press(.function(2))
    session.enter("11", "121", "22", "3")
    session.press(.function(9))
    #expect(
      session.summaryText(width: 100).prefix(2) == [
        "right now    4 of 5",
        "at first     3 of 5 first attempts were right; a hint counts as a miss; 1 was shown",
      ])
  }

  @Test func whoKnowsItHasNothingToPractise() throws {
    var session = try twoNodes()
    session.enter("11", "121", "22", "3", "66")
    #expect(
      session.summaryText(width: 100).last
        == "to practise  nothing; all went well at the first attempt")
  }

  @Test func undoTakesNoFirstAttemptBack() throws {
    var session = try twoNodes()
    session.enter("12")
    session.press(.function(5))
    session.enter("11")
    #expect(session.attempts.observations.map(\.isCorrect) == [false])
  }

  @Test func nothingTypedHasNoSummary() throws {
    var session = try twoNodes()
    session.press(.function(8))
    #expect(!session.showsSummary)
    #expect(session.saying == Saying("this is the last page; F10 leaves", .notice))
  }

  @Test func whatIsTypedWhileItIsShownIsNoAnswer() throws {
    var session = try done()
    session.press(.enter, .character("7"), .tab, .function(9))
    #expect(session.showsSummary)
    #expect(session.prompt.isEmpty)
    #expect(session.score == (5, 5))
  }

  @Test(arguments: [(40, 14), (20, 5), (1, 1), (0, 0)])
  func itFitsEveryScreen(width: Int, height: Int) throws {
    var session = try done()
    session.press(.enter)
    #expect(session.showsSummary)
    session.resize(to: Size(width, height))
    for _ in 0..<40 {
      #expect(session.canvas().size == Size(width, height))
      session.press(.down)
    }
  }

  /// The hints on an entry come to tell the numbers that lead to it.
  @Test func aHintHelpsWithWhatLeadsToTheEntryToo() throws {
    var session = try twoNodes()
    session.press(.tab, .function(2))
    #expect(
      session.saying.text
        == "hint: look at what enters the box of J: a, which you still have to find")
    session.enter("121")
    session.act(.fill(entry: 0, "11"))
    #expect(
      session.summaryText(width: 100)[1]
        == "at first     0 of 2 first attempts were right; a hint counts as a miss")
  }
}
