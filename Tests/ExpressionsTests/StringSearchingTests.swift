import Testing

@testable import Expressions

@Suite struct StringSearchingTests {
  @Test(arguments: [
    ("h_t = 2 for t = 1..3", true), (" for ", true), ("for t", false), ("", false), (" fo", false),
    ("ä for ü", true), ("a  for", false), ("xx for for ", true),
  ])
  func aPieceIsFoundWhereverItStands(text: String, isFound: Bool) {
    #expect(text.mentions(" for ") == isFound)
    #expect((text + "").mentions(" for ") == text.contains(" for "))
  }
}
