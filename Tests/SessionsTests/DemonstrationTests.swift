import FullScreen
import Phrases
import Sessions
import TestSupport
import Testing
import TextScreen

/// A page that shows its numbers, one at a time.
@Suite struct DemonstrationTests {
  private func session() throws -> Screen {
    try shown(SampleLesson.exercises, page: 3)
  }

  @Test func aDemonstrationShowsOneNumberAtATimeWithItsReason() throws {
    var session = try session()
    var reasons: [String] = []
    for _ in 1...5 {
      session.press(.enter)
      reasons.append(session.saying.text)
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
    var session = try session()
    session.enter("11", "120")
    #expect(session.saying.tone == .wrong)
    session.press(.enter)
    #expect(session.score == (1, 5))
    #expect(session.state("J") == "revealed")
  }

  @Test func aDemonstrationSaysThatEnterShows() throws {
    var session = try session()
    #expect(session.question == "a: what is its value? Enter shows it")
    session.press(.enter)
    #expect(session.question == "J: what is its value? Enter shows it")
    for _ in 1...4 { session.press(.enter) }
    #expect(session.question == "dJ/dw: if w moves a little, how many times as far does J move?")
  }
}
