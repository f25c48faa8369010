import Expressions
import Foundation
import Lessons
import Testing

@Suite struct LessonBlocksTests {
  static let graph = "```graph\nparameter w = 3 in 2..9\nJ = w^2\n```\n\n"

  func read(_ blocks: String) throws -> Lesson {
    try Lesson(utf8: Array("# T\n\n\(LessonBlocksTests.graph)\(blocks)".utf8), name: "sample")
  }

  func fence(_ name: String, _ lines: String...) -> String {
    "```\(name)\n\(lines.map { $0 + "\n" }.joined())```\n\n"
  }

  func question(_ lines: String...) throws -> Question {
    let lesson = try read("```question q\n\(lines.joined(separator: "\n"))\n```\n")
    guard case .question(let question) = lesson.exercises.first?.kind else {
      throw LessonFailure([])
    }
    return question
  }

  @Test func thePageTellsOfEveryBlock() throws {
    let page = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Sources/backprop/Documentation/blocks.md"), encoding: .utf8)
    func isTold(_ block: String) -> Bool {
      page.contains("\n`\(block)`") || page.contains("\n`\(block) ")
    }
    #expect(Lesson.blocks.filter { !isTold($0) } == [])
  }

  @Test func aQuestionHasItsWords() throws {
    let question = try question(
      "ask: How far", "  does *J* move?", "number: 2w", "within: 0.01", "hint: first", "hint: then",
      "right: *because* `J = 9`", "wrong 9: that **is** J")
    #expect(
      question.text == [
        .paragraph([.text("How far does "), .emphasis([.text("J")]), .text(" move?")])
      ])
    #expect(question.answer == .number(try Formula("2w", known: ["w", "J"]), within: 0.01))
    #expect(question.hints == ["first", "then"])
    // What is said in a message has no markup.
    #expect(question.reason == "because J = 9")
    #expect(question.feedback.map(\.text) == ["that is J"])
    #expect(question.feedback.map(\.answer.text) == ["9"])
  }

  @Test func aFormulaMayBeAboutNamesOfItsOwn() throws {
    let question = try question("ask: ?", "formula: 3v^2")
    #expect(question.answer == .formula(try Formula("3v^2")))
  }

  @Test func choicesAreAMarkdownTaskList() throws {
    let question = try question("ask: ?", "- [ ] one `J = 9`", "- [x] two")
    guard case .choice(let choices) = question.answer else { throw LessonFailure([]) }
    #expect(choices.map(\.isRight) == [false, true])
    #expect(choices[0].text == [.paragraph([.text("one "), .code("J = 9")])])
  }

  @Test func exercisesAreCalledByTheirNameOrByTheirBlock() throws {
    let lesson = try read(
      fence("question", "ask: ?", "number: 1") + fence("question mine", "ask: ?", "number: 1")
        + fence("nudge w") + fence("nudge w", "times: 3") + fence("race") + fence("explore")
        + fence("break-up", "w = 3", "J = (2 + 3w)^2"))
    #expect(
      lesson.exercises.map(\.id) == [
        "question", "mine", "nudge", "nudge-2", "race", "explore", "break-up",
      ])
    #expect(lesson.pages[0].exercises == [0, 1, 2, 3, 4, 5, 6])
  }

  @Test func aNudgeNamesWhatMayBeNudgedAndHowOften() throws {
    let lesson = try read(fence("nudge w, J", "times: 3"))
    guard case .nudging(let nudging) = lesson.exercises.first?.kind else {
      throw LessonFailure([])
    }
    #expect(nudging.names.map(\.text) == ["w", "J"])
    #expect(nudging.names.map(\.position.column) == [10, 13])
    #expect(nudging.count == 3)
  }

  @Test func whatIsGivenIsNotAsked() throws {
    let lesson = try read(fence("fill", "given J", "  given forward"))
    #expect(
      lesson.pages[0].requests.map(\.subject) == [
        .forward, .local, .backward, .entry("J"), .forward,
      ])
    #expect(lesson.pages[0].requests.map(\.isGiven) == [false, false, false, true, true])
  }

  @Test func anAuthorsWordsBelongToEntries() throws {
    let lesson = try read(
      fence("fill", "dJ/dw", "hint dJ/dw: the power rule", "wrong dJ/dw = w: twice that"))
    let advice = lesson.pages[0].advice
    #expect(advice.map(\.entry.text) == ["dJ/dw", "dJ/dw"])
    #expect(advice[0].kind == .hint("the power rule"))
    #expect(
      advice[1].kind
        == .feedback(Question.Feedback(PlacedText("w", line: 11, column: 15), "twice that")))
  }

  @Test func aDemonstrationIsNoFillPage() throws {
    #expect(try read(fence("demonstrate")).pages[0].isDemonstration)
    #expect(try !read(fence("fill")).pages[0].isDemonstration)
  }

  @Test func plotsSayWhatTheyPlot() throws {
    let lesson = try read(
      fence("plot", "curve: w in -4..4") + fence("plot", "error: w")
        + fence("plot", "descent: 0.1, 1", "steps: 5")
        + fence("plot", "descent w: 0.1"))
    let plots = lesson.pages[0].blocks.compactMap { block -> PlotRequest? in
      if case .plot(let request) = block { request } else { nil }
    }
    #expect(
      plots == [
        .curve(of: PlacedText("w", line: 9, column: 8), in: -4...4),
        .error(of: PlacedText("w", line: 13, column: 8), isSingle: false),
        .descent(of: nil, rates: [0.1, 1], steps: 5),
        .descent(of: PlacedText("w", line: 22, column: 9), rates: [0.1], steps: 20),
      ])
  }

  @Test func aGraphAgainIsTheSameWithNothingFilledIn() throws {
    let lesson = try read(
      "## Two\n\n" + fence("graph again") + "## Three\n\n" + fence("graph fresh"))
    #expect(lesson.graphs.count == 3)
    #expect(lesson.graphs[1].graph == lesson.graphs[0].graph)
    #expect(lesson.graphs.map(\.isFresh) == [false, false, true])
    #expect(lesson.pages.map(\.graph) == [0, 1, 2])
  }
}

@Suite struct GradedBlockTests {
  private func read(_ text: String) throws -> Lesson {
    try Lesson(utf8: Array(text.utf8), name: "sample")
  }

  private static let page = "```graph\nw = 3\nJ = w^2\n```\n\n```fill\n```\n"

  @Test(arguments: [
    ("", GradedTerms.Hints.author), ("hints: none\n", .none), ("hints: author\n", .author),
    ("hints: all\n", .all),
  ])
  func aLessonSaysThatItIsHandedInAndWhichHintsItGives(
    lines: String, hints: GradedTerms.Hints
  ) throws {
    let lesson = try read("# T\n\n```graded\n\(lines)```\n\n\(GradedBlockTests.page)")
    #expect(lesson.graded == GradedTerms(hints: hints))
    #expect(lesson.pages.map(\.blocks.count) == [2])
    #expect(try read("# T\n\n\(GradedBlockTests.page)").graded == nil)
  }

  @Test(arguments: [
    (
      "# T\n\n```graded\nhints: some\n```\n\n",
      "x.md:4:8: hints are not 'some'; write one of none, author, all"
    ),
    (
      "# T\n\n```graded\nhint: all\n```\n\n",
      "x.md:4:1: unknown word 'hint' in this block; did you mean 'hints'?"
    ),
    (
      "# T\n\n```graded all\n```\n\n",
      "x.md:3:11: 'all' stands beside 'graded'; write hints: all below it"
    ),
    (
      "# T\n\n```graded\n```\n\n```graded\n```\n\n",
      "x.md:6:4: 'graded' is about the whole lesson; write it once, before the first '## '"
    ),
    (
      "# T\n\nText.\n\n## P\n\n```graded\n```\n\n",
      "x.md:7:4: 'graded' is about the whole lesson; write it once, before the first '## '"
    ),
  ])
  func whatCannotStandIsNamedWithItsPlace(text: String, report: String) throws {
    do {
      _ = try read(text + GradedBlockTests.page)
      Issue.record("it was read")
    } catch let failure as LessonFailure {
      #expect(failure.report(file: "x.md") == report)
    }
  }
}
