import Drawings
import FullScreen
import GraphLayout
import RandomNumbers
import Teaching
import TestSupport
import Testing
import TextScreen

@Suite struct PictureRefinementTests {
  /// Layers of forty boxes, each made of two of the layer before: more than are drawn well at once.
  private func large() throws -> Screen {
    var numbers = SplitMix64(seed: 5)
    var texts = (0..<40).map { "n0_\($0) = 1" }
    for layer in 1...6 {
      for place in 0..<40 {
        let operands = [0, 0].map { _ in "n\(layer - 1)_\(numbers.next(below: 40))" }
        texts.append("n\(layer)_\(place) = tanh(\(operands[0]) + \(operands[1]))")
      }
    }
    return try exploring(texts)
  }

  @Test func aLargeGraphIsRefinedBetweenKeysAndEndsAsIfDrawnAtOnce() throws {
    var session = try large()
    let draft = try #require(session.picture?.layout)
    let whole = GraphLayout(draft.graph)
    #expect(draft != whole)
    var slices = 0
    while session.isComputing {
      session.workOnce(seconds: 0.001)
      slices += 1
      if slices == 3 { session.press(.character("1"), .backspace) }
      try #require(slices < 10_000)
    }
    #expect(slices > 1)
    #expect(session.picture?.layout == whole)
  }

  @Test func aFoldIsDrawnNearWhatWasThere() throws {
    var session = try exploring(
      "p = a b", "q = a + b", "r = p q", "s = p - q", "t = r s", "u = r + s", "J = t u", "a = 2",
      "b = 3")
    let before = try #require(session.picture)
    session.press(.function(12))
    session.type("r")
    session.press(.character("-"))
    let after = try #require(session.picture)
    #expect(!after.folding.isEmpty)
    #expect(
      after.layout
        == GraphLayout(
          after.layout.graph, near: before.layout,
          matching: after.folding.matching(before.folding)))
    #expect(after.layout != GraphLayout(after.layout.graph))
  }

  @Test func undoingAnAnswerDrawsNothingAnew() throws {
    var session = try large()
    session.finishWork()
    let refined = try #require(session.picture)
    session.enter("5")
    session.press(.function(5))
    #expect(session.worksheet?.states.filled.isEmpty == true)
    #expect(!session.isComputing)
    #expect(session.picture == refined)
  }
}
