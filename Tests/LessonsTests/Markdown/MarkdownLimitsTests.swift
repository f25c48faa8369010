import Lessons
import Testing

/// Files that are made to be slow or to break the reader.
@Suite(.timeLimit(.minutes(10))) struct MarkdownLimitsTests {
  @Test(arguments: [
    "> ", "- ", "1. ", "[", "![", "*a ", "**a", "_a ", "`", "a`", "<", "<!--", "&", "|", "~",
    "www.", "a@", "a@b.c ", "](", "\\", "\0", "\u{1B}", "\t", "> a\n", "- a\n", "\n", "`\u{1}`",
    "|-|\n", "> `a\n     > b`\n>\n",
  ])
  func aHundredThousandBytesOfThemAreRead(unit: String) {
    read(unit, bytes: 100_000)
  }

  @Test(arguments: ["a", "`a`", ">"])
  func aMegabyteOnOneLineIsRead(unit: String) {
    read(unit, bytes: 1_000_000)
  }

  @Test func deepNestingIsLeftOutAndTheTextKept() {
    let document = MarkdownDocument(String(repeating: "> ", count: 100_000) + "a *b*")
    #expect(document.blocks.map(\.nesting) == [99])
    #expect(document.blocks.map(\.innermost) == [[.paragraph([.text("a b")])]])
  }

  @Test func deepListsAreLeftOutAndTheTextKept() {
    let document = MarkdownDocument(String(repeating: "- ", count: 100_000) + "a")
    #expect(document.blocks.map(\.innermost) == [[.paragraph([.text("a")])]])
  }

  @Test func aTableWithTooManyCellsIsText() {
    let row = String(repeating: "|a", count: 10_000) + "\n"
    let dashes = String(repeating: "|-", count: 10_000) + "\n"
    let document = MarkdownDocument(row + dashes + String(repeating: "|a\n", count: 300_000))
    #expect(document.blocks.map(\.isTable) == [false])
  }

  @Test func aTableAtTheEndOfALongParagraphIsText() {
    let paragraph = String(repeating: "a\n", count: 250_000)
    let document = MarkdownDocument(paragraph + "|a|\n|-|\n\n|a|\n|-|\n")
    #expect(document.blocks.map(\.isTable) == [false, true])
  }
}

private func read(_ unit: String, bytes: Int) {
  let document = MarkdownDocument(String(repeating: unit, count: bytes / unit.utf8.count))
  #expect(document.blocks.allSatisfy { $0.line >= 1 })
}

extension MarkdownBlock {
  fileprivate var isTable: Bool {
    if case .prose(.table) = content { true } else { false }
  }

  /// How many blocks of the outermost block are inside one another, and what is in the last.
  private var nest: (depth: Int, innermost: [Prose]) {
    guard case .prose(let prose) = content else { return (0, []) }
    var blocks = [prose]
    var depth = 0
    while true {
      switch blocks.first {
      case .quote(let inner)?: blocks = inner
      case .list(let list)?: blocks = list.items.flatMap { $0 }
      default: return (depth, blocks)
      }
      depth += 1
    }
  }

  fileprivate var nesting: Int { nest.depth }
  fileprivate var innermost: [Prose] { nest.innermost }
}
