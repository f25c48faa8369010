package import Drawings
import FullScreen
package import Lessons
package import Phrases
package import Sessions
package import Teaching
package import TextScreen

extension Screen {
  /// Presses keys one after another.
  package mutating func press(_ keys: Key...) {
    for key in keys { press(key) }
  }

  /// Types a text key by key.
  package mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  /// Types some answers, each with Enter.
  package mutating func enter(_ answers: String...) {
    for answer in answers {
      type(answer)
      press(.enter)
    }
  }

  /// Does a slice of a long computation, which is said to take so long.
  package mutating func workOnce(seconds: Double = 0.03) {
    computeSlice()
    note(seconds: seconds)
  }

  /// Does all that is left of a long computation.
  package mutating func finishWork() {
    while isComputing { workOnce() }
  }

}

/// What tests look at in the session on a screen.
extension Screen {
  package var focusedName: String? { session.focusedName }
  package var score: (accepted: Int, asked: Int) { session.score }
  package var wholeScore: (accepted: Int, asked: Int) { session.wholeScore }
  package var isDone: Bool { session.isDone }
  package var lesson: Lesson { session.lesson }
  package var worksheet: Worksheet? { session.worksheet }
  package var assignment: Assignment? { session.assignment }
  package var assignments: [Assignment] { session.assignments }
  package var focus: Int? { session.focus }
  package var focusedEntry: Entry? { session.focusedEntry }
  package var pageNumber: Int { session.pageNumber }
  package var page: Lesson.Page { session.page }
  /// The seed of the numbers on the page, if they were drawn.
  package var seed: Int? { session.progress.shownSeed }
  package var canUndo: Bool { session.canUndo }
  package var attempts: Attempts { session.attempts }
  package var isLooking: Bool { session.isLooking }
  package var asked: [Int] { session.asked }

  package var picture: GraphPicture? { view.picture }

  package func state(_ name: String) -> String? { session.state(name) }

  /// What the learner made of the lesson, as lines.
  package func summaryText(width: Int) -> [String] {
    LessonSummary(of: session).lines(width: width).map(\.text)
  }
}

extension Session {
  /// What the tutor says on a full screen.
  package var saying: Saying { Wording(self, for: .fullScreen(isASCII: false)).saying }

  /// Does what a learner may do, whatever key or word it is given by.
  @discardableResult
  package mutating func act(_ message: Message) -> [Effect] {
    update(message)
  }

  /// The name of the focused entry.
  package var focusedName: String? { focusedEntry?.name }

  /// The word for how an entry of the page's graph stands.
  package func state(_ name: String) -> String? {
    worksheet.flatMap { sheet in sheet.key.list.index(of: name).map { sheet.states[$0].word } }
  }
}
