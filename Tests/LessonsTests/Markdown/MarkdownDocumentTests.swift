import Lessons
import Testing

@Suite struct MarkdownDocumentTests {
  @Test func blocksBecomeValuesWithTheirLines() {
    let document = MarkdownDocument(
      """
      # Two *nodes*

      A graph of
      **two** nodes, [here](https://example.org).\\
      Next.

      ---

      > quoted

          indented
            code
      """)
    #expect(
      document.blocks == [
        prose(.heading(level: 1, [.text("Two "), .emphasis([.text("nodes")])]), line: 1),
        prose(
          .paragraph([
            .text("A graph of "), .strong([.text("two")]), .text(" nodes, "),
            .link([.text("here")], destination: "https://example.org"), .text("."), .lineBreak,
            .text("Next."),
          ]), line: 3),
        prose(.rule, line: 7),
        prose(.quote([.paragraph([.text("quoted")])]), line: 9),
        prose(.code("indented\n  code"), line: 11),
      ])
  }

  @Test(arguments: ["graph", "fill", "test"])
  func aFenceIsNamedByItsFirstWord(name: String) {
    let document = MarkdownDocument("Text\n\n```\(name) of  two\nw = 3\n\n  a = 2\n```\n")
    let fence = MarkdownFence(
      name: PlacedText(name, line: 3, column: 4),
      arguments: PlacedText("of  two", line: 3, column: 5 + name.count),
      lines: [
        PlacedText("w = 3", line: 4, column: 1), PlacedText("", line: 5, column: 1),
        PlacedText("  a = 2", line: 6, column: 1),
      ])
    #expect(
      document.blocks == [
        prose(.paragraph([.text("Text")]), line: 1), MarkdownBlock(.fence(fence), line: 3),
      ])
  }

  @Test func theIndentOfAFenceIsNotInItsLines() {
    let fence = MarkdownFence(
      name: PlacedText("fill", line: 1, column: 7),
      arguments: PlacedText("", line: 1, column: 11),
      lines: [
        PlacedText(" a", line: 2, column: 3), PlacedText("b", line: 3, column: 2),
        PlacedText("~~~x", line: 4, column: 1),
      ])
    let document = MarkdownDocument("  ~~~ fill\n   a\n b\n~~~x\n  ~~~")
    #expect(document.blocks == [MarkdownBlock(.fence(fence), line: 1)])
  }

  @Test func aFenceWithoutEndGoesToTheEndOfTheFile() {
    let fence = MarkdownFence(
      name: PlacedText("", line: 1, column: 4), arguments: PlacedText("", line: 1, column: 4),
      lines: [PlacedText("a", line: 2, column: 1)], isClosed: false)
    #expect(MarkdownDocument("```\na").blocks == [MarkdownBlock(.fence(fence), line: 1)])
  }

  @Test func aFenceInAListIsCodeToBeShown() {
    let list = ProseList(
      marker: .bullet, isTight: true, items: [[.paragraph([.text("a")]), .code("b\n c")]])
    #expect(
      MarkdownDocument("- a\n  ```graph\n  b\n   c\n  ```").blocks == [prose(.list(list), line: 1)])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func allLineEndsAreEqual(end: String) {
    let lines = ["# A", "", "b", "`c`", "", "```graph", "w = 3", "", "a = w", "```", "<p>", "d"]
    let document = MarkdownDocument(lines.joined(separator: end))
    let fence = MarkdownFence(
      name: PlacedText("graph", line: 6, column: 4),
      arguments: PlacedText("", line: 6, column: 9),
      lines: [
        PlacedText("w = 3", line: 7, column: 1), PlacedText("", line: 8, column: 1),
        PlacedText("a = w", line: 9, column: 1),
      ])
    #expect(
      document.blocks == [
        prose(.heading(level: 1, [.text("A")]), line: 1),
        prose(
          .paragraph([.text("b "), .code("c")]), line: 3, [PlacedText("c", line: 4, column: 2)]),
        MarkdownBlock(.fence(fence), line: 6),
        prose(.paragraph([.text("<p>"), .lineBreak, .text("d")]), line: 11),
      ])
  }

  @Test func aTableHasAlignmentsAHeaderAndRows() {
    let table = ProseTable(
      alignments: [.leading, .center, .trailing],
      header: [[.text("a")], [.text("b")], [.text("c")]],
      rows: [[[.code("x|y")], [.strong([.text("2")])], []]])
    #expect(
      MarkdownDocument("| a | b | c |\n|---|:-:|--:|\n| `x\\|y` | **2** |\n").blocks == [
        prose(.table(table), line: 1, [PlacedText("x|y", line: 3, column: 4)])
      ])
  }

  @Test func aTableRightAfterAParagraphBeginsAtItsHeader() {
    let table = ProseTable(
      alignments: [.leading, .leading], header: [[.code("a")], [.text("b")]],
      rows: [[[.code("a")], [.code("c")]]])
    #expect(
      MarkdownDocument("x `a`\ny `a`\n| `a` | b |\n|-|-|\n| `a` | `c` |\n\n`a`").blocks == [
        prose(
          .paragraph([.text("x "), .code("a"), .text(" y "), .code("a")]), line: 1,
          [PlacedText("a", line: 1, column: 4), PlacedText("a", line: 2, column: 4)]),
        prose(
          .table(table), line: 3,
          [
            PlacedText("a", line: 3, column: 4), PlacedText("a", line: 5, column: 4),
            PlacedText("c", line: 5, column: 10),
          ]),
        prose(.paragraph([.code("a")]), line: 7, [PlacedText("a", line: 7, column: 2)]),
      ])
  }

  @Test func listsAreNestedAndNumbered() {
    let inner = ProseList(
      marker: .bullet, isTight: true, items: [[.paragraph([.text("b")])], [.rule]])
    let outer = ProseList(
      marker: .numbers(from: 3), isTight: false,
      items: [[.paragraph([.text("a")]), .list(inner)], [.paragraph([.text("c")])], []])
    #expect(
      MarkdownDocument("3. a\n\n   - b\n   - ***\n4. c\n5.\n").blocks == [
        prose(.list(outer), line: 1)
      ])
  }

  @Test func htmlIsText() {
    #expect(
      MarkdownDocument("<b onclick='x'>\n\na <i>b</i> <!-- c -->").blocks == [
        prose(.paragraph([.text("<b onclick='x'>")]), line: 1),
        prose(.paragraph([.text("a <i>b</i> <!-- c -->")]), line: 3),
      ])
  }

  @Test func escapesAndEntitiesAreTheirCharacters() {
    #expect(
      MarkdownDocument(#"\*a\* &amp; &#960; "b" -- c..."#).blocks == [
        prose(.paragraph([.text(#"*a* & π "b" -- c..."#)]), line: 1)
      ])
  }

  @Test func ofAnImageTheDescriptionRemains() {
    #expect(
      MarkdownDocument("see ![a *graph*](g.png)!").blocks == [
        prose(.paragraph([.text("see a "), .emphasis([.text("graph")]), .text("!")]), line: 1)
      ])
  }

  @Test func bareAddressesAreLinks() {
    #expect(
      MarkdownDocument("www.example.org").blocks == [
        prose(
          .paragraph([.link([.text("www.example.org")], destination: "http://www.example.org")]),
          line: 1)
      ])
  }

  @Test func controlCharactersAreReplaced() {
    let fence = MarkdownFence(
      name: PlacedText("a�b", line: 3, column: 4),
      arguments: PlacedText("", line: 3, column: 7),
      lines: [PlacedText("� c", line: 4, column: 1)], isClosed: false)
    #expect(
      MarkdownDocument("\u{0}\u{1B}[2J&#27;\u{202E}\u{85}`\u{0}`\n\n```a\u{7}b\n\u{9B}\tc").blocks
        == [
          prose(
            .paragraph([.text("��[2J���"), .code("�")]), line: 1,
            [PlacedText("�", line: 1, column: 14)]),
          MarkdownBlock(.fence(fence), line: 3),
        ])
  }

  @Test(arguments: ["", "\n", " \n\t\n", "\u{FEFF}", "[a]: b"])
  func aFileWithoutTextHasNoBlocks(text: String) {
    #expect(MarkdownDocument(text).blocks == [])
  }

  @Test func bytesThatAreNoTextAreAnErrorWithItsPlace() {
    #expect(throws: InvalidUTF8(position: TextPosition(line: 2, column: 3))) {
      try MarkdownDocument(utf8: Array("é\r\nπb".utf8) + [0xC3, 0x28])
    }
  }

  @Test func bytesThatAreTextAreRead() throws {
    #expect(try MarkdownDocument(utf8: Array("é".utf8)) == MarkdownDocument("é"))
  }
}

func prose(_ prose: Prose, line: Int, _ codeSpans: [PlacedText] = []) -> MarkdownBlock {
  MarkdownBlock(.prose(prose), line: line, codeSpans: codeSpans)
}
