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
    var screen = try session()
    var reasons: [String] = []
    for _ in 1...5 {
      screen.press(.enter)
      reasons.append(screen.saying.text)
    }
    #expect(
      reasons == [
        "a = 2 + 3w = 2 + 3 × 3 = 11", "J = a² = 11² = 121", "dJ/da = 2a = 2 × 11 = 22",
        "da/dw = 3",
        "dJ/dw = da/dw × dJ/da = 3 × 22 = 66. That is the whole graph. Enter turns the page",
      ])
    #expect(screen.isDone)
    #expect(screen.score == (0, 5))
    screen.press(.enter)
    #expect(screen.pageNumber == 4)
  }

  @Test func aDemonstrationTakesAnswersAsWell() throws {
    var screen = try session()
    screen.enter("11", "120")
    #expect(screen.saying.tone == .wrong)
    screen.press(.enter)
    #expect(screen.score == (1, 5))
    #expect(screen.state("J") == "revealed")
  }

  @Test func aDemonstrationSaysThatEnterShows() throws {
    var screen = try session()
    #expect(screen.question == "a: what is its value? Enter shows it")
    screen.press(.enter)
    #expect(screen.question == "J: what is its value? Enter shows it")
    for _ in 1...4 { screen.press(.enter) }
    #expect(screen.question == "dJ/dw: if w moves a little, how many times as far does J move?")
  }
}
