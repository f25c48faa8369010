import Lessons
import Testing

@Suite struct ExamBlockTests {
  private static let graph = "```graph\nparameter w = 3\na = 2 + 3w\nJ = a^2\n```\n"

  private func errors(_ text: String) -> [String] {
    do {
      _ = try Lesson(utf8: Array(text.utf8), name: "s")
      return []
    } catch {
      return error.errors.map { "\($0.position.line):\($0.position.column): \($0.message)" }
    }
  }

  @Test func aPageWithAnExamBlockIsAnExam() throws {
    let text = "# S\n\n\(Self.graph)\n## A\n\n```graph again\n```\n\n```exam\na\n```\n"
    let lesson = try Lesson(utf8: Array(text.utf8), name: "s")
    #expect(lesson.pages.map(\.isExam) == [false, true])
    #expect(lesson.pages[1].requests.map(\.subject) == [.entry("a")])
    #expect(lesson.feedback == .reason)
  }

  @Test(arguments: [
    (
      "\(graph)\n```fill\n```\n\n## A\n\n```exam\n```\n",
      [
        "14:4: an exam needs a graph that no page before has filled in; put 'graph again' on its page"
      ]
    ),
    ("```exam\n```\n", ["3:4: there is no graph to fill in; put a 'graph' block before it"]),
    (
      "\(graph)\n```exam\n```\n\n```nudge w\n```\n",
      ["12:4: 'nudge' tells at once what is right; put it on a page without an exam"]
    ),
    (
      "\(graph)\n```exam\n```\n\n```demonstrate\n```\n",
      ["12:4: a page either shows or asks; put 'demonstrate' on a page of its own"]
    ),
    (
      "```graded\nfeedback: none\n```\n\n\(graph)\n```nudge w\n```\n",
      ["13:4: 'nudge' tells at once what is right; take it away, or write feedback: verdict"]
    ),
    (
      "```graded\nfeedback: some\n```\n\nText.\n",
      [
        "4:11: feedback is not 'some'; write one of none, verdict, reason"
      ]
    ),
  ])
  func whatWouldTellTheAnswersIsRefused(body: String, expected: [String]) {
    #expect(errors("# S\n\n\(body)") == expected)
  }

  @Test(arguments: Feedback.allCases)
  func gradedTermsHaveFeedback(feedback: Feedback) throws {
    let text = "# S\n\n```graded\nfeedback: \(feedback.rawValue)\nhints: none\n```\n\nText.\n"
    let lesson = try Lesson(utf8: Array(text.utf8), name: "s")
    #expect(lesson.graded == GradedTerms(hints: .none, feedback: feedback))
    #expect(lesson.feedback == feedback)
  }
}
