import Lessons
import Testing

@Suite struct MarkdownCodeSpansTests {
  /// Each `▸` in the text stands where the next code begins, and is not part of the document.
  @Test(arguments: [
    "a `▸x` b",
    "`▸x` x `▸x`",
    "a\n   `▸x`, é語 `▸y`",
    "# `▸x` #",
    "`▸x`\n===",
    "> a\n> `▸x`\nlazy `▸y`",
    "1. - a `▸x`\n     b\n\n     `▸x`\n   - `▸y`",
    "> - ```\n>   `x`\n>   ```\n>\n>   `▸x`",
    "`▸a\nb` `▸c`",
    "> ``▸a `\n>   b`` `▸c`",
    "` ▸a ` ``▸b``",
    "``\n▸`a`\n`` `▸b`",
    #"\` `▸x` \\`▸x` \``▸x`"#,
    "```x `▸x`",
    "[f]: /u 'x\ny'\n[a `▸x`](u 'x\ny')\n`▸x`",
    "| a |\n|---|\n| `▸x` |\n| `▸x` `▸y` |",
    "![`▸x`](y)",
    "*a **`▸x`** b* ~~`▸y`~~",
    "\u{FEFF}`▸x`",
  ])
  func eachIsFoundWhereItStands(marked: String) {
    let document = MarkdownDocument(marked.replacing("▸", with: ""))
    let positions = document.blocks.flatMap(\.codeSpans).map(\.position)
    #expect(positions == expectedPositions(marked))
  }

  @Test func aSpanOverTwoLinesIsOneText() {
    #expect(
      MarkdownDocument("> a `b\n> c`").blocks.flatMap(\.codeSpans) == [
        PlacedText("b c", line: 1, column: 6)
      ])
  }
}

private func expectedPositions(_ marked: String) -> [TextPosition] {
  var positions: [TextPosition] = []
  var position = TextPosition(line: 1, column: 1)
  for character in marked.drop(while: { $0 == "\u{FEFF}" }) {
    switch character {
    case "▸": positions.append(position)
    case "\n": position = TextPosition(line: position.line + 1, column: 1)
    default: position.column += 1
    }
  }
  return positions
}
