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
    var screen = try twoNodes()
    screen.enter("11", "121", "22", "3", "66")
    #expect(screen.score == (5, 5))
    #expect(screen.isDone)
    #expect(
      screen.saying
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
    var screen = try twoNodes()
    #expect(screen.focusedName == "a")
    screen.enter("12")
    #expect(screen.focusedName == "a")
    #expect(screen.saying.tone == .wrong)
    #expect(screen.saying.text == "not yet: 12 is nearly right; compute 2 + 3 × 3 again")
    screen.enter("11")
    #expect(screen.focusedName == "J")
    #expect(screen.saying == Saying("a = 11 is right: 2 + 3w = 2 + 3 × 3", .success))
  }

  @Test func nonsenseIsAMessageWithItsPlace() throws {
    var screen = try twoNodes()
    screen.enter("11abc")
    #expect(screen.state("a") == "empty")
    #expect(
      screen.saying
        == Saying(
          "cannot read '11abc' at character 3: 'abc' is not a number; give a number such as -4 or "
            + ".5, or arithmetic such as 22/2", .notice))
  }

  @Test func anEmptyEnterSaysWhatToGive() throws {
    var screen = try twoNodes()
    screen.press(.enter)
    screen.press(.character(" "), .enter)
    #expect(
      screen.saying
        == Saying(
          "nothing typed; give a number such as -4 or .5, or arithmetic such as 22/2", .notice))
    #expect(screen.state("a") == "empty")
  }

  @Test func anEntryBeforeItsTurnSaysWhatItNeeds() throws {
    var screen = try twoNodes()
    screen.press(.backTab)
    #expect(screen.saying == Saying("dJ/dw is easier after da/dw and dJ/da", .notice))
    screen.enter("66")
    #expect(screen.state("dJ/dw") == "right")
    #expect(screen.focusedName == "a")
  }

  @Test func undoTakesBackAnAnswerAndRedoBringsItAgain() throws {
    var screen = try twoNodes()
    screen.enter("11", "120")
    screen.press(.function(5))
    #expect(screen.state("J") == "empty")
    #expect(screen.focusedName == "J")
    screen.press(.function(5), .function(5))
    #expect(screen.state("a") == "empty")
    #expect(screen.saying.text == "there is nothing to undo")
    screen.press(.function(6), .function(6))
    #expect(screen.state("a") == "right")
    #expect(screen.state("J") == "wrong")
  }

  @Test func startingOverCanBeUndone() throws {
    var screen = try twoNodes()
    screen.enter("11", "121")
    screen.press(.character("?"), .character("s"))
    #expect(screen.score == (0, 5))
    screen.press(.function(5))
    #expect(screen.score == (2, 5))
  }

  @Test func everyAnswerIsRecordedBeforeAnythingIsShown() throws {
    var screen = try twoNodes()
    screen.type("11abc")
    let effects = screen.press(.enter)
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
    var screen = try twoNodes()
    screen.type("12")
    #expect(screen.press(.enter).count == 1)
    let refused = screen
    #expect(screen.press(.enter) == [])
    #expect(screen == refused)
  }

  @Test func theConventionAtAKinkIsSaid() throws {
    var screen = try exploring("a = relu(w)", "J = 2a", "w = 0")
    screen.enter("0", "0", "2", "1")
    #expect(screen.state("da/dw") == "wrong")
    #expect(
      screen.saying.text == """
        not yet: 1 lets the change through a = relu(w); with w = 0 what goes into relu is not positive, so \
        nothing flows; at 0 the slope of relu is 0 by convention, as in PyTorch, JAX, TensorFlow and others; \
        Enzyme on JAX 0.0.16 answers 1; SymPy 1.14.0 and uncertainties 3.2.3 answer 0.5
        """)
    screen.enter("0")
    #expect(
      screen.saying.text
        == "da/dw = 0 is right: step(w) = step(0), where step is 1 above 0, 0 otherwise; at 0 the slope of relu is 0 by convention, "
        + "as in PyTorch, JAX, TensorFlow and others; Enzyme on JAX 0.0.16 answers 1; SymPy 1.14.0 and uncertainties 3.2.3 answer 0.5"
    )
  }
}
