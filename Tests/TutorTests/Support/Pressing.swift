import Lessons
import Teaching
import TextScreen

@testable import Tutor

extension Screen {
  /// Presses keys one after another.
  mutating func press(_ keys: Key...) {
    for key in keys { press(key) }
  }

  /// Types a text key by key.
  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  /// Types some answers, each with Enter.
  mutating func enter(_ answers: String...) {
    for answer in answers {
      type(answer)
      press(.enter)
    }
  }

  /// Does a slice of a long computation, which is said to take so long.
  mutating func workOnce(seconds: Double = 0.03) {
    computeSlice()
    note(seconds: seconds)
  }

  /// Does all that is left of a long computation.
  mutating func finishWork() {
    while isComputing { workOnce() }
  }

}

/// What tests look at in the session on a screen.
extension Screen {
  var focusedName: String? { session.focusedName }
  var score: (accepted: Int, asked: Int) { session.score }
  var wholeScore: (accepted: Int, asked: Int) { session.wholeScore }
  var isDone: Bool { session.isDone }
  var lesson: Lesson { session.lesson }
  var worksheet: Worksheet? { session.worksheet }
  var assignment: Assignment? { session.assignment }
  var assignments: [Assignment] { session.assignments }
  var focus: Int? { session.focus }
  var focusedEntry: Entry? { session.focusedEntry }
  var pageNumber: Int { session.pageNumber }
  var page: Lesson.Page { session.page }
  /// The seed of the numbers on the page, if they were drawn.
  var seed: Int? { session.progress.shownSeed }
  var canUndo: Bool { session.canUndo }
  var attempts: Attempts { session.attempts }
  var isLooking: Bool { session.isLooking }
  var asked: [Int] { session.asked }

  var picture: GraphPicture? { view.picture }

  func state(_ name: String) -> String? { session.state(name) }

  /// What the learner made of the lesson, as lines.
  func summaryText(width: Int) -> [String] {
    LessonSummary(of: session).lines(width: width).map(\.text)
  }
}

extension Session {
  /// What the tutor says on a full screen.
  var saying: Saying { Wording(self, for: .fullScreen(isASCII: false)).saying }

  /// Does what a learner may do, whatever key or word it is given by.
  @discardableResult
  mutating func act(_ message: Message) -> [Effect] {
    update(message)
  }

  /// The name of the entry in hand.
  var focusedName: String? { focusedEntry?.name }

  /// The word for how an entry of the page's graph stands.
  func state(_ name: String) -> String? {
    worksheet.flatMap { sheet in sheet.key.list.index(of: name).map { sheet.states[$0].word } }
  }
}
