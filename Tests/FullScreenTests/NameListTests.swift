import FullScreen
import TestSupport
import Testing

@Suite struct NameListTests {
  private let names = NameList(["w1", "a", "aw", "w12", "", "b1w", "σ2"])

  @Test(arguments: [
    ("w", [0, 3]), ("w1", [0, 3]), ("w12", [3]), ("a", [1, 2]), ("1", [0, 3, 5]), ("σ", [6]),
    ("2", [3, 6]),
    ("1w", [5]), ("x", []), ("wa", []), ("b1w2", []),
  ])
  func namesThatBeginSoComeFirstThenThoseThatContainIt(text: String, numbers: [Int]) {
    #expect(names.numbers(of: text) == numbers)
  }

  @Test func nothingIsFoundAmongNothing() {
    #expect(NameList([]).numbers(of: "a") == [])
    #expect(NameList(["a"]).numbers(of: "abc") == [])
  }
}
