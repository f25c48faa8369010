import Autodiff
import FullScreen
import Phrases
import Sessions
import Teaching
import TestSupport
import Testing
import TextScreen

/// Numbers that are drawn for a page, as a session draws them.
@Suite struct FreshNumbersSessionTests {
  private func session(page: Int = 1, seed: Int = 0) throws -> Screen {
    try shown(SampleLesson.exercises, page: page, seed: seed)
  }

  @Test func freshNumbersFollowTheLastSeedToo() throws {
    var session = try session(page: 5, seed: Session.seeds.upperBound)
    session.act(.freshNumbers(seed: nil))
    #expect(session.seed == 1)
  }

  @Test func aSeedDrawsTheFreshGraphAlone() throws {
    let plain = try session(page: 5)
    let drawn = try session(page: 5, seed: 4)
    #expect(plain.seed == 1)
    #expect(drawn.seed == 4)
    #expect(
      plain.worksheet?.key.numbers?.forward.values != drawn.worksheet?.key.numbers?.forward.values)
    let first = try session(page: 1, seed: 4)
    #expect(first.seed == nil)
    #expect(first.worksheet?.key.numbers?.forward.values == [3, 11, 121])
  }

  @Test func freshNumbersEmptyThePageAndUndoBringsItBack() throws {
    var screen = try session(page: 5)
    screen.press(.function(9))
    let before = screen.worksheet?.key.numbers?.forward.values
    screen.act(.freshNumbers(seed: nil))
    #expect(screen.seed == 2)
    #expect(screen.worksheet?.key.numbers?.forward.values != before)
    screen.act(.freshNumbers(seed: 8))
    #expect(screen.seed == 8)
    #expect(screen.state("J") == "empty")
    screen.press(.function(5), .function(5))
    #expect(screen.state("J") == "revealed")
    #expect(screen.seed == 1)
  }

  @Test func itIsSaidWhereTheFreshNumbersAre() throws {
    var here = try session(page: 5)
    here.act(.freshNumbers(seed: nil))
    #expect(here.saying.text == "fresh numbers, seed 2; undo restores the others")
    here.act(.freshNumbers(seed: 2))
    #expect(here.saying.text == "seed 2 draws the numbers that were there already")
    var elsewhere = try session(page: 4)
    elsewhere.act(.freshNumbers(seed: 4))
    #expect(
      elsewhere.saying.text
        == "the numbers here stay as they are; seed 4 gives fresh ones on page 5, and undo restores "
        + "the others")
  }
}
