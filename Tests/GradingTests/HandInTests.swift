import Grading
import Testing

@Suite struct HandInTests {
  @Test func theSummaryReadsAsMarkdownAndTheLinesAreTheJournals() throws {
    let made = try GeneratedClass(learners: 1, seed: 3)
    let marked = try MarkedClass(made.journals.map(\.lines))
    var marks = marked.learners[0]
    marks.learner = "a|b\n# *x*"
    let lines = made.journals[0].lines
    let handIn = HandIn(marks, facts: marked.keys.facts)
    let text = String(decoding: handIn.text(around: lines.map { Array($0.utf8) }), as: UTF8.self)
    #expect(text.hasPrefix("# Work of a\\|b \\# \\*x\\*\n\n| lesson | version |"))
    #expect(text.hasSuffix("\n```jsonl\n\(lines.joined(separator: "\n"))\n```\n"))
    #expect(text.contains("## What went wrong in made\n\n- page "))
  }
}
