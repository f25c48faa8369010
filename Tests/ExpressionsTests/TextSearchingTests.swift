import Testing

@testable import Expressions

@Suite struct TextSearchingTests {
  @Test(arguments: [
    ("h_t = 2 for t = 1..3", true), (" for ", true), ("for t", false), ("", false), (" fo", false),
    ("ä for ü", true), ("a  for", false), ("xx for for ", true),
  ])
  func aPieceIsFoundWhereverItStands(text: String, isFound: Bool) {
    #expect(text.mentions(" for ") == isFound)
    #expect((text + "").mentions(" for ") == text.contains(" for "))
  }

  @Test(arguments: [
    ("", 0), ("\n", 0), ("a", 1), ("a\n", 1), ("\n\na\n\nbc\n", 2), ("a\r\nb", 2), ("a\0b\nc", 2),
  ])
  func linesAreCutAtTheirEndsAndEmptyOnesLeftOut(text: String, count: Int) {
    let bytes = Array(text.utf8)
    let lines = bytes.nonEmptyLines
    #expect(lines.count == count)
    #expect(lines == bytes.split(separator: UInt8(ascii: "\n")))
  }

  @Test func bytesThatAreNoTextAreSearchedToo() {
    #expect(([0xFF, 0x0A] + Array("```graded".utf8)).mentions("```graded"))
    #expect(!([0xFF, 0x0A] + Array("```grade".utf8)).mentions("```graded"))
  }
}
