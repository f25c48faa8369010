import FullScreen
import Journals
import Lessons
import PlainMode
import Scripts
import Sessions
import TextScreen

extension Laws {
  /// A lesson is read or refused with clean messages at places of the file; one that is read can be worked on.
  mutating func checkLesson(_ bytes: [UInt8]) {
    let source = Source.lesson(name: "lesson", hash: Source.hash(of: bytes))
    let lineCount = bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
    let reading = LessonReading(utf8: bytes, name: "lesson")
    let found = LessonCheck(reading, source: source) { _ in
      .failure(LookupFailure("no such lesson"))
    }
    for error in found.errors + found.notes { self.check(error, lineCount: lineCount) }
    do {
      let lesson = try Lesson(utf8: bytes, name: "lesson")
      checkText(lesson.summary + lesson.title, "a menu holds no controls")
      try workOn(Session(lesson, source: source))
    } catch {
      require(!error.errors.isEmpty, "a lesson is refused for a reason")
      for error in error.errors { check(error, lineCount: lineCount) }
    }
  }

  private mutating func workOn(_ opened: Session) {
    var screen = Screen(opened, size: Size(width: 80, height: 24))
    for page in 1...min(4, opened.lesson.pages.count) {
      _ = screen.act(.page(page))
      talk(in: screen.session)
      checkText(screen.question, "a question holds no controls")
      checkScreens(of: screen.session)
      press(
        [
          .character("1"), .enter, .tab, .paste("2\n3\n"), .function(5), .function(6), .pageDown,
          .right, .up, .character("?"), .character("s"),
        ], on: &screen)
    }
    let score = screen.session.wholeScore
    require(score.accepted <= score.asked, "no more is right than is asked")
  }

  /// Goes over a page in plain mode.
  private mutating func talk(in session: Session) {
    var tutor = PlainTutor(session, width: 76)
    var lines = tutor.speech()
    for typed in ["1", "?graph", "?draw", "?list", "?hint", "?derive", "?paths", "?undo", ""] {
      _ = tutor.take(typed)
      lines += tutor.speech()
    }
    for line in lines { checkText(line, "a line of text holds no controls") }
  }

  private mutating func check(_ error: LessonError, lineCount: Int) {
    checkText(error.message, "a message holds no controls")
    require(
      1...lineCount ~= error.position.line && error.position.column >= 1,
      "an error stands in the file", error.report(file: "lesson"))
  }
}
