import Expressions
import Testing

@Suite struct SpellingTests {
  @Test(arguments: [
    ("sn", "sin"), ("cso", "cos"), ("sigmiod", "sigmoid"), ("relo", "relu"), ("Sin", "sin"),
    ("softplsu", "softplus"),
  ])
  func aSlipFindsTheWord(word: String, expected: String) {
    #expect(Spelling.nearest(to: word, among: Operation.functions.keys) == expected)
  }

  @Test(arguments: ["w", "banana", "xyz", ""])
  func aDistantWordFindsNothing(word: String) {
    #expect(Spelling.nearest(to: word, among: Operation.functions.keys) == nil)
  }
}
