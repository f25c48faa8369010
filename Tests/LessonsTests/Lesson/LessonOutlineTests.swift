import Lessons
import Testing

@Suite struct LessonOutlineTests {
  @Test(arguments: [
    "# Paths\n\nAll of them count. Then more.\n\n## Next\n\nSomething else.\n",
    "Two *nodes*\n===========\n\n- a list\n\nOne `sentence` only",
  ])
  func itSaysWhatTheWholeLessonSays(file: String) throws {
    let lesson = try Lesson(utf8: Array(file.utf8), name: "it")
    let outline = try #require(LessonOutline(utf8: Array(file.utf8)))
    #expect(outline.title == lesson.title)
    #expect(outline.summary == lesson.summary)
  }

  @Test(arguments: [
    "", "# Title\n\n```text\n## no page\n```\n\nThe first sentence.\n",
    "# Title\n\n## Page\n\ntext\n", "text\n\n# Title\n", "## Title\n",
    "\u{0}",
  ])
  func withoutTitleAndSentenceOnTheFirstPageThereIsNone(file: String) {
    #expect(LessonOutline(utf8: Array(file.utf8)) == nil)
  }

  @Test func bytesThatAreNoTextHaveNone() {
    #expect(LessonOutline(utf8: [0x23, 0x20, 0xFF, 0x0A, 0x0A, 0x61]) == nil)
  }
}
