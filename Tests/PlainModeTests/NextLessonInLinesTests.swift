import FullScreen
import PlainMode
import Sessions
import TestSupport
import Testing

/// What follows a lesson, by ear.
@Suite struct NextLessonInLinesTests {
  private func done(isTyped: Bool) throws -> PlainTutor {
    var tutor = PlainTutor(try twoNodes().session, width: 200, isTyped: isTyped)
    _ = tutor.session.update(
      .follow(.nextLesson(Session.NextLesson(name: "b", title: "One unit", minutes: 20))))
    for answer in ["11", "121", "22", "3", "66"] { _ = tutor.take(answer) }
    return tutor
  }

  @Test func theFirstEmptyLineSumsUpAndTheSecondGoesOn() throws {
    var tutor = try done(isTyped: true)
    #expect(
      tutor.speech().last
        == "The graph is done: 5 of 5 entries are right. Enter sums up; ?quit leaves.")
    #expect(tutor.take("") == [])
    let said = tutor.speech()
    #expect(said.first == "Right now: 5 of 5.")
    #expect(
      said.last == "The graph is done: 5 of 5 entries are right. "
        + "Enter opens the next lesson: One unit, about 20 minutes; ?quit leaves.")
    #expect(tutor.take("").last == .goOn)
    #expect(tutor.speech() == [])
  }

  @Test func whatWasWrittenBeforeOpensNothingUnasked() throws {
    var tutor = try done(isTyped: false)
    #expect(tutor.speech().last?.hasSuffix("Enter sums up and leaves.") ?? false)
    #expect(tutor.take("").last == .leave)
    #expect(
      tutor.speech().suffix(2) == [
        "Then comes the next lesson: One unit, about 20 minutes.", "Left with 5 of 5 done.",
      ])
  }

  @Test(arguments: [true, false])
  func theWordForTheNextPageGoesOn(isTyped: Bool) throws {
    var tutor = try done(isTyped: isTyped)
    #expect(tutor.take("?next").last == .goOn)
  }
}
