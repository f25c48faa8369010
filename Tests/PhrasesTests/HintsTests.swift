import FullScreen
import Phrases
import Sessions
import Teaching
import TestSupport
import Testing
import TextScreen

/// What the hints say, one after another.
@Suite struct HintsTests {
  @Test func hintsPointThenTeachThenShow() throws {
    var screen = try twoNodes()
    func hints(_ count: Int) -> [String] {
      (1...count).map { _ in
        screen.press(.function(2))
        return screen.saying.text
      }
    }
    #expect(
      hints(4) == [
        "hint: look at what enters the box of a: w = 3", "hint: put it into a = 2 + 3w",
        "hint: 2 + 3w = 2 + 3 × 3; what is that?", "hint: 2 + 3w = 2 + 3 × 3; what is that?",
      ])
    screen.enter("11", "121")
    #expect(
      hints(4) == [
        "hint: J is the output, so only its own box counts",
        "hint: look at the box of J alone: if a goes up by 0.001, how far does J go?",
        "hint: the derivative of a² by a is 2a", "hint: 2a = 2 × 11; what is that?",
      ])
    screen.enter("22", "3")
    #expect(
      hints(3) == [
        "hint: go one box to the right of w, to a: dJ/da is what comes from there",
        "hint: the chain rule: how far a follows w, times how far J follows a: da/dw × dJ/da",
        "hint: da/dw × dJ/da = 3 × 22; what is that?",
      ])
  }

  @Test func aHintOnAFanOutAddsItsPaths() throws {
    var screen = try exploring("d = a b", "e = a + b", "f = d e", "a = -2", "b = 3")
    let entry = try #require(screen.worksheet?.list.index(of: "df/da"))
    screen.act(.fill(entry: entry, "7"))
    let hints = (1...3).map { _ in
      screen.press(.function(2))
      return screen.saying.text
    }
    #expect(
      hints == [
        "hint: a reaches f on 2 paths; look at each of them",
        "hint: add what comes back on the paths: df/da via e + df/da via d",
        "hint: it is df/da via e + df/da via d; find df/da via e and df/da via d first",
      ])
    // What is found may be told.
    screen.act(.go(to: .entry(try #require(screen.worksheet?.list.index(of: "df/da via d")))))
    screen.enter("3")
    screen.act(.go(to: .entry(try #require(screen.worksheet?.list.index(of: "df/da via e")))))
    screen.enter("-6")
    screen.act(.go(to: .entry(entry)))
    screen.press(.function(2))
    #expect(
      screen.saying.text == "hint: df/da via e + df/da via d = (-6) + 3; what is that?")
  }
}
