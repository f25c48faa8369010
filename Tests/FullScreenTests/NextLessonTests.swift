import FullScreen
import Journals
import Phrases
import Sessions
import TestSupport
import Testing
import TextScreen

/// What follows a lesson is opened from its summary.
@Suite struct NextLessonTests {
  private static let next = Session.Continuation.nextLesson(
    Session.NextLesson(name: "one-unit", title: "One unit", minutes: 20))

  /// The first graph, all of it done, with something that follows.
  private func done(followedBy next: Session.Continuation? = next) throws -> Screen {
    var screen = try twoNodes()
    if let next { screen.act(.follow(next)) }
    screen.enter("11", "121", "22", "3", "66")
    return screen
  }

  @Test(
    arguments: [
      (
        next, " Enter next lesson: One unit, 20 minutes  Esc back  F10 leave  ? all commands",
        "Enter opens the next lesson: One unit, about 20 minutes. Esc goes back to the page; F10 leaves, and every answer is saved"
      ),
      (
        .practice, " Enter practice  Esc back  F10 leave  ? all commands",
        "Enter opens practice: problems made for you. Esc goes back to the page; F10 leaves, and every answer is saved"
      ),
      (
        nil, " Enter back  F10 leave  ? all commands",
        "Enter goes back to the page; F10 leaves, and every answer is saved"
      ),
    ] as [(Session.Continuation?, String, String)])
  func theSummarySaysWhatEnterOpens(
    next: Session.Continuation?, footer: String, remark: String
  ) throws {
    var screen = try done(followedBy: next)
    #expect(screen.session.saying.text.hasSuffix("Enter sums up; F10 leaves"))
    screen.press(.enter)
    #expect(screen.showsSummary)
    #expect(screen.canvas().text[23] == footer)
    #expect(screen.saying.text == remark)
  }

  @Test func enterThereGoesOn() throws {
    var screen = try done()
    screen.press(.enter)
    let effects = screen.press(.enter)
    #expect(effects.last == .goOn)
    #expect(try effects.records().count == 1)
  }

  @Test(arguments: [Key.escape, .function(7)])
  func escapeGoesBackToThePage(key: Key) throws {
    var screen = try done()
    screen.press(.enter)
    #expect(screen.press(key) == [])
    #expect(!screen.showsSummary)
    #expect(screen.score == (5, 5))
  }

  @Test func aLessonInWhichNothingWasDoneLeadsOnAtOnce() throws {
    var screen = try twoNodes()
    screen.act(.follow(NextLessonTests.next))
    #expect(screen.press(.function(8)).last == .goOn)
  }
}
