import Autodiff
import FullScreen
import Journals
import Lessons
import Phrases
import Sessions
import Teaching
import TestSupport
import Testing
import TextScreen

@Suite struct AroundTheAnswerTests {
  @Test(
    arguments: [
      (
        ["L = -ln(p)", "p = sigmoid(z)", "z = 1"],
        "p is the output, since it stands last; L uses p, so perhaps you want L: put it last"
      ),
      (
        ["L = 2m", "m = p^2", "p = 3z", "z = 1"],
        "p is the output, since it stands last; L is computed from p, so perhaps you want L: put it last"
      ),
      (["p = sigmoid(z)", "L = -ln(p)", "z = 1"], nil),
      (["q = 2z", "J = z^2", "z = 1"], nil),
    ] as [([String], String?)])
  func anOutputThatSomethingIsComputedFromIsNoted(formulas: [String], note: String?) throws {
    let reading = try ComputationGraph.read(formulas.map { Statement($0) })
    #expect(reading.graph.outputNote == note)
    #expect(reading.notes == [note].compactMap { $0 })
    let session = try opened(exploring: formulas)
    #expect(session.saying.text == note ?? "")
  }

  @Test func hintsGoOnAfterAWrongAnswerAndAfterUndo() throws {
    var screen = try twoNodes()
    var hints: [String] = []
    for messages: [Message] in [
      [], [.fill(entry: 0, "12")], [.fill(entry: 0, "13"), .undo], [.nextEntry, .previousEntry],
    ] {
      for message in messages + [.hint] { screen.act(message) }
      hints.append(screen.saying.text)
    }
    #expect(
      hints == [
        "hint: look at what enters the box of a: w = 3", "hint: put it into a = 2 + 3w",
        "hint: 2 + 3w = 2 + 3 × 3; what is that?", "hint: 2 + 3w = 2 + 3 × 3; what is that?",
      ])
  }

  @Test func aCloserLookIsNoHintAndEveryEntryHasItsOwn() throws {
    var screen = try twoNodes()
    screen.act(.look(.nudge))
    screen.press(.escape)
    screen.act(.hint)
    #expect(screen.saying.text == "hint: look at what enters the box of a: w = 3")
    for message: Message in [.nextEntry, .hint] { screen.act(message) }
    #expect(
      screen.saying.text
        == "hint: look at what enters the box of J: a, which you still have to find")
  }
}
