import Autodiff
import FullScreen
import Journals
import Lessons
import Phrases
import Sessions
import Teaching
import TestSupport
import Testing
import TextScreen

@Suite struct SessionTests {
  @Test func fiveAnswersSolveTheFirstGraph() throws {
    var session = try twoNodes()
    session.enter("11", "121", "22", "3", "66")
    #expect(session.score == (5, 5))
    #expect(session.isDone)
    #expect(
      session.saying
        == Saying(
          "dJ/dw = 66 is right: da/dw × dJ/da = 3 × 22. The graph is done: 5 of 5 entries are "
            + "right. Enter sums up; F10 leaves", .success))
  }

  @Test func formulasOfOnesOwnAreTheTitleAsTyped() throws {
    func title(_ texts: String...) throws -> String { try exploring(texts).lesson.title }
    #expect(try title("x^2 * sin(x)", "x = 2") == "J = x^2 * sin(x)")
    #expect(try title("w=3", "b =  2\t+ 3*w ", "J=b^2") == "b = 2 + 3*w, J = b^2")
    #expect(try title("a = 2", "b = 2a", "c = 3b", "d = c", "e = d") == "b = 2a, c = 3b, d = c, …")
    #expect(try title("network 1-1 linear", "w1_1_1 = 2") == "network 1-1 linear")
    let sum = Array(repeating: "w", count: 101).joined(separator: "+")
    #expect(try title(sum, "w = 1") == "J = \(sum.dropLast())…")
  }

  @Test func theFocusedEntryMovesOnlyWhenItIsAccepted() throws {
    var session = try twoNodes()
    #expect(session.focusedName == "a")
    session.enter("12")
    #expect(session.focusedName == "a")
    #expect(session.saying.tone == .wrong)
    #expect(session.saying.text == "not yet: 12 is nearly right; compute 2 + 3 × 3 again")
    session.enter("11")
    #expect(session.focusedName == "J")
    #expect(session.saying == Saying("a = 11 is right: 2 + 3w = 2 + 3 × 3", .success))
  }

  @Test func nonsenseIsAMessageWithItsPlace() throws {
    var session = try twoNodes()
    session.enter("11abc")
    #expect(session.state("a") == "empty")
    #expect(
      session.saying
        == Saying(
          "cannot read '11abc' at character 3: 'abc' is not a number; give a number such as -4 or "
            + ".5, or arithmetic such as 22/2", .notice))
  }

  @Test func anEmptyEnterSaysWhatToGive() throws {
    var session = try twoNodes()
    session.press(.enter)
    session.press(.character(" "), .enter)
    #expect(
      session.saying
        == Saying(
          "nothing typed; give a number such as -4 or .5, or arithmetic such as 22/2", .notice))
    #expect(session.state("a") == "empty")
  }

  @Test func anEntryBeforeItsTurnSaysWhatItNeeds() throws {
    var session = try twoNodes()
    session.press(.backTab)
    #expect(session.saying == Saying("dJ/dw is easier after da/dw and dJ/da", .notice))
    session.enter("66")
    #expect(session.state("dJ/dw") == "right")
    #expect(session.focusedName == "a")
  }

  @Test func undoTakesBackAnAnswerAndRedoBringsItAgain() throws {
    var session = try twoNodes()
    session.enter("11", "120")
    session.press(.function(5))
    #expect(session.state("J") == "empty")
    #expect(session.focusedName == "J")
    session.press(.function(5), .function(5))
    #expect(session.state("a") == "empty")
    #expect(session.saying.text == "there is nothing to undo")
    session.press(.function(6), .function(6))
    #expect(session.state("a") == "right")
    #expect(session.state("J") == "wrong")
  }

  @Test func startingOverCanBeUndone() throws {
    var session = try twoNodes()
    session.enter("11", "121")
    session.press(.character("?"), .character("s"))
    #expect(session.score == (0, 5))
    session.press(.function(5))
    #expect(session.score == (2, 5))
  }

  @Test func everyAnswerIsRecordedBeforeAnythingIsShown() throws {
    var session = try twoNodes()
    session.type("11abc")
    let effects = session.press(.enter)
    guard case .record(let event)? = effects.first,
      case .fill("a", "11abc", .unreadable) = event.kind
    else {
      Issue.record("the answer was not recorded: \(effects)")
      return
    }
    let context = JournalEvent.Context(time: "T", session: "S", learner: "L")
    #expect(
      event.line(in: context)
        == #"{"time": "T", "session": "S", "learner": "L", "#
        + #""explore": {"formulas": ["a = 2 + 3w", "J = a^2", "w = 3"], "inputs": {"w": 3}}, "#
        + #""seed": 0, "page": 1, "event": "fill", "entry": "a", "typed": "11abc", "#
        + #""verdict": "unreadable", "reasons": ["unreadable"]}"#)
  }

  @Test func enterOnceMoreOnWhatWasRefusedIsNoOtherAttempt() throws {
    var session = try twoNodes()
    session.type("12")
    #expect(session.press(.enter).count == 1)
    let refused = session
    #expect(session.press(.enter) == [])
    #expect(session == refused)
  }

  @Test func theConventionAtAKinkIsSaid() throws {
    var session = try exploring("a = relu(w)", "J = 2a", "w = 0")
    session.enter("0", "0", "2", "1")
    #expect(session.state("da/dw") == "wrong")
    #expect(
      session.saying.text == """
        not yet: 1 lets the change through a = relu(w); with w = 0 what goes into relu is not positive, so \
        nothing flows; at 0 the slope of relu is 0 by convention
        """)
    session.enter("0")
    #expect(
      session.saying.text
        == "da/dw = 0 is right: step(w) = step(0), where step is 1 above 0, 0 otherwise; at 0 the slope of relu is 0 by convention"
    )
  }
}
