import TestSupport
import Testing

@Suite struct PlainProseTests {
  @Test func proseAndTablesAreReadLineByLine() throws {
    let text = """
      # Prose

      A **stressed** word, a [link](https://example.org) and `code`.

      1. first
      2. second

      - a
        - b

      > A quotation.

      | J | at | derivative |
      |---|---|---|
      | w² | 3 | 6 |
      | 2w | | 2 |

          indented code
      """
    let talk = PlainTalk(try opened(text))
    #expect(
      talk.lines == [
        "Prose.", "Type an answer and press Enter; ? alone lists the commands.", "",
        "A stressed word, a link (https://example.org) and code.", "",
        "1. first", "2. second", "",
        "- a", "  - b", "",
        "A quotation.", "",
        "J: w²; at: 3; derivative: 6.", "J: 2w; derivative: 2.", "",
        "  indented code", "",
        "Enter leaves.",
      ])
  }
}
