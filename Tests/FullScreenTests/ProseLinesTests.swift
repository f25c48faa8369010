import FullScreen
import Lessons
import TestSupport
import Testing
import TextScreen

@Suite struct ProseLinesTests {
  @Test(arguments: [0, -1])
  func withoutColumnsThereAreNoLines(width: Int) {
    #expect(lines(sample, width: width) == [])
  }

  @Test func atOneColumnAllTextIsThere() {
    let markdown = "# ab\n\n- c\n  - d\n\n> e\n\n```\nf g\n```\n\n|h|i|\n|-|-|\n|j| |\n\n---"
    #expect(
      lines(markdown, width: 1).joined(separator: "\n")
        == "a\nb\n\nc\nd\n\ne\n\nf\n\ng\n\nh\n│\ni\nj\n│\n\n─")
  }

  @Test func atSevenColumns() {
    #expect(
      lines(sample, width: 7).joined(separator: "\n") == """
        Two
        nodes

        A
        computa
        tion
        graph
        breaks
        a
        formula
        into
        steps;
        here a
        = 11
        and J =
        121.
        See the
        notes
        (https:
        //examp
        le.org/
        notes),
        https:/
        /exampl
        e.org
        and
        below.

        forward
        : from
        left to
        right,
        each
        value
        from
        those
        before
        it
        • a,
          then
        • J
        backwar
        d

        │ Every
        │ edge
        │ multi
        │ plies
        │ ,
        │ every
        │ node
        │ adds.

        • one

        • two

        a = 2 +
         3w   #
         the fi
        rst nod
        e
          J = a
        ^2

        name │
        value │
        what it
        says
        about
        the
        node
        a │ 11
        │
        forward
        dJ/da │
        22 │
        how
        much J
        moves
        when a
        moves a
        little,
        all
        else
        being
        equal

        ───────
        """)
  }

  @Test func atFortyColumns() {
    #expect(
      lines(sample, width: 40).joined(separator: "\n") == """
        Two nodes

        A computation graph breaks a formula
        into steps; here a = 11 and J = 121. See
        the notes (https://example.org/notes),
        https://example.org and below.

         9. forward: from left to right, each
            value from those before it
            • a, then
            • J
        10. backward

        │ Every edge multiplies, every node
        │ adds.

        • one

        • two

        a = 2 + 3w   # the first node
          J = a^2

        name  │ value │  what it says about the
              │       │           node
        ──────┼───────┼─────────────────────────
        a     │    11 │         forward
        dJ/da │    22 │ how much J moves when a
              │       │ moves a little, all else
              │       │       being equal

        ────────────────────────────────────────
        """)
  }

  @Test func atSeventySixColumns() {
    #expect(
      lines(sample, width: 76).joined(separator: "\n") == """
        Two nodes

        A computation graph breaks a formula into steps; here a = 11 and J = 121.
        See the notes (https://example.org/notes), https://example.org and below.

         9. forward: from left to right, each value from those before it
            • a, then
            • J
        10. backward

        │ Every edge multiplies, every node adds.

        • one

        • two

        a = 2 + 3w   # the first node
          J = a^2

        name  │ value │                 what it says about the node
        ──────┼───────┼─────────────────────────────────────────────────────────────
        a     │    11 │                           forward
        dJ/da │    22 │ how much J moves when a moves a little, all else being equal

        ────────────────────────────────────────────────────────────────────────────
        """)
  }

  @Test func partsHaveTheStylesOfTheirMeanings() {
    let markdown = """
      # A `b`

      c *d* **e** `f` [g](https://h) [i](j) [http://k](http://k) [q](http://l)

      > m

      |n|
      |-|
      |o|

          p
      """
    let code = Style(.code)
    let faint = Style(.faint)
    let strong = Style(.strong)
    #expect(
      ProseLines(prose(markdown), width: 40).lines == [
        StyledText([.init("A ", strong), .init("b", code)]),
        StyledText(),
        StyledText([
          .init("c "), .init("d", strong), .init(" "), .init("e", strong), .init(" "),
          .init("f", code), .init(" g"), .init(" (https://h)", faint), .init(" i http://k q"),
        ]),
        StyledText("(http://l)", faint),
        StyledText(),
        StyledText([.init("│ ", faint), .init("m")]),
        StyledText(),
        StyledText("n", strong),
        StyledText("─", faint),
        StyledText("o"),
        StyledText(),
        StyledText("p", code),
      ])
  }

  @Test func aHardBreakBreaksTheLine() {
    #expect(lines("a\\\nb", width: 9) == ["a", "b"])
  }

  @Test func anEmptyItemKeepsItsBullet() {
    #expect(lines("- a\n-\n- b", width: 9) == ["• a", "•", "• b"])
  }

  @Test func marksOfNestedListsStandOnOneLine() {
    #expect(lines("- 1. > a\n     > b\\\n     > c", width: 20) == ["• 1. │ a b", "     │ c"])
  }

  @Test func anIndentLeavesRoomForTheText() {
    let quotes = String(repeating: "> ", count: 90)
    #expect(
      lines(quotes + "one two three", width: 24) == ["│ │ │ │ │ │ one two", "│ │ │ │ │ │ three"])
  }

  @Test(arguments: 0...90)
  func noLineIsWiderThanTheWidth(width: Int) {
    let widest = ProseLines(prose(sample), width: width).lines.map(\.columns).max() ?? 0
    #expect(widest <= width)
  }

  @Test(.timeLimit(.minutes(10))) func longProseIsSetInLinearTime() {
    let words = String(repeating: "`a` b *c* ", count: 20_000)
    let quotes = String(repeating: "> ", count: 90)
    let set = ProseLines(prose(quotes + words), width: 76).lines.map(\.text)
    let text = set.joined(separator: " ").replacing("│", with: "")
    #expect(
      text.split(separator: " ").joined(separator: " ")
        == String(repeating: "a b c ", count: 20_000).dropLast())
  }
}

private let sample = """
  # Two nodes

  A computation graph breaks a formula into *steps*; here `a = 11` and `J = 121`. See
  [the notes](https://example.org/notes), <https://example.org> and [below](#below).

  9. forward: from left to right, each value from those before it
     - `a`, then
     - `J`
  10. backward

  > Every edge multiplies,
  > every node adds.

  - one

  - two

  ```
  a = 2 + 3w   # the first node
    J = a^2
  ```

  | name | value | what it says about the node |
  |------|------:|:---------------------------:|
  | `a`  | 11    | forward |
  | `dJ/da` | 22 | how much J moves when a moves a little, all else being equal |

  ---
  """

private func lines(_ markdown: String, width: Int) -> [String] {
  ProseLines(prose(markdown), width: width).lines.map(\.text)
}

private func prose(_ markdown: String) -> [Prose] {
  MarkdownDocument(markdown).blocks.map { block in
    switch block.content {
    case .prose(let prose): prose
    case .fence(let fence): fence.prose
    }
  }
}
