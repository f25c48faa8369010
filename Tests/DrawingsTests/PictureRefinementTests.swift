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
    var screen = try large()
    let draft = try #require(screen.picture?.layout)
    let whole = GraphLayout(draft.graph)
    #expect(draft != whole)
    var slices = 0
    while screen.isComputing {
      screen.workOnce(seconds: 0.001)
      slices += 1
      if slices == 3 { screen.press(.character("1"), .backspace) }
      try #require(slices < 10_000)
    }
    #expect(slices > 1)
    #expect(screen.picture?.layout == whole)
  }

  @Test func aFoldIsDrawnNearWhatWasThere() throws {
    var screen = try exploring(
      "p = a b", "q = a + b", "r = p q", "s = p - q", "t = r s", "u = r + s", "J = t u", "a = 2",
      "b = 3", at: Size(400, 120))
    let before = try #require(screen.picture)
    screen.press(.function(12))
    screen.type("r")
    screen.press(.character("-"))
    let after = try #require(screen.picture)
    #expect(!after.folding.isEmpty)
    var memory = LayoutMemory()
    #expect(
      after.layout
        == GraphLayout(
          after.layout.graph, near: before.layout,
          matching: after.folding.matching(before.folding), memory: &memory))
    #expect(after.layout != GraphLayout(after.layout.graph))
  }

  @Test func undoingAnAnswerDrawsNothingAnew() throws {
    var screen = try large()
    screen.finishWork()
    let refined = try #require(screen.picture)
    screen.enter("5")
    screen.press(.function(5))
    #expect(screen.worksheet?.states.filled.isEmpty == true)
    #expect(!screen.isComputing)
    #expect(screen.picture == refined)
  }
}
