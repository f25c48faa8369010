import Lessons
import Testing

/// How a lesson says how much of the chain rule a page shows.
@Suite struct PanelBlockTests {
  private static func lesson(_ fill: String, graded: String? = nil) throws -> Lesson {
    let terms = graded.map { "\n```graded\n\($0)\n```\n" } ?? ""
    return try Lesson(
      utf8: Array(
        """
        # T
        \(terms)
        ```graph
        parameter w = 3
        J = w^2
        ```

        ## P

        ```fill
        \(fill)
        ```
        """.utf8), name: "t")
  }

  @Test(arguments: Panel.allCases)
  func aPageNamesItsPanel(panel: Panel) throws {
    let lesson = try Self.lesson("forward\npanel: \(panel.rawValue)")
    #expect(lesson.panel(on: lesson.pages[1]) == panel)
    #expect(lesson.pages[1].requests.map(\.subject) == [.forward])
  }

  @Test func whereNothingIsSaidThePanelIsFull() throws {
    let lesson = try Self.lesson("")
    #expect(lesson.panel(on: lesson.pages[1]) == .full)
  }

  @Test func aGradedLessonNamesOneForAllPagesAndAPageItsOwn() throws {
    let lesson = try Self.lesson("", graded: "hints: all\npanel: none")
    #expect(lesson.graded == GradedTerms(hints: .all, panel: .none))
    #expect(lesson.panel(on: lesson.pages[1]) == .none)
    let other = try Self.lesson("panel: blanks", graded: "panel: none")
    #expect(other.panel(on: other.pages[1]) == .blanks)
  }

  @Test(arguments: [
    ("panel: blank", "11:8: no panel is called 'blank'; did you mean 'blanks'?"),
    (
      "panel: all of it",
      "11:8: no panel is called 'all of it'; write one of full, blanks, question, none"
    ),
    ("panel: full\npanel: none", "12:1: the panel is named twice; name it once"),
  ])
  func aPanelThatIsNoneIsAnErrorAtItsPlace(fill: String, error: String) throws {
    let failure = try #require(throws: LessonFailure.self) { try Self.lesson(fill) }
    #expect(
      failure.errors.map { "\($0.position.line):\($0.position.column): \($0.message)" } == [error])
  }

  @Test func aFainterPanelIsTheLargerOne() {
    #expect(Panel.allCases.sorted() == [.full, .blanks, .question, .none])
    #expect(Panel.none.fuller(by: 2) == .blanks)
    #expect(Panel.blanks.fuller(by: 5) == .full)
    #expect(Panel.none.steps(to: .question) == 1)
    #expect(Panel.full.steps(to: .question) == 0)
  }
}
