import Testing
import TextScreen

@Suite struct ASCIIFoldingTests {
  @Test(arguments: [
    ("┌─┬─┐", "+-+-+"), ("│ ├┤", "| ++"), ("└─┴─┘", "+-+-+"), ("╭━┃╮", "+-|+"), ("╱╲", "/\\"),
    ("──▶●", "-->*"), ("→←↑↓", "><^v"), ("22 ✓", "22 v"), ("7 ✗", "7 x"), ("66.009 ≈", "66.009 ~"),
    ("▁▁▁", "___"), ("★ 0", "* 0"),
    ("3 × 22 · 2 − 1 ÷ 4", "3 * 22 . 2 - 1 / 4"), ("∂J/∂a", "dJ/da"),
    ("a²", "a2"), ("σ(θ) + ε", "s(t) + e"), ("…", "~"), ("“naïve”", "\"naive\""), ("語", "?"),
    ("e\u{301}", "e"), ("plain ~!@#", "plain ~!@#"),
  ])
  func oneCellStaysOneCell(text: String, expected: String) {
    #expect(String(text.map(\.foldedToASCII)) == expected)
  }

  @Test func theMarksOfAnEntryStayDistinct() {
    let marks: [Character] = ["▁", "✓", "≈", "✗", "?", "●", "○"]
    #expect(Set(marks.map(\.foldedToASCII)).count == marks.count)
  }

  @Test func everythingFoldsToPrintableASCII() {
    let scalars = (UInt32(0)...0xFFFF).compactMap(Unicode.Scalar.init)
    #expect(scalars.allSatisfy { (" "..."~").contains(Character($0).foldedToASCII) })
  }
}
