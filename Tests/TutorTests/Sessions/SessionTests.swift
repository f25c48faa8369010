import Autodiff
import Lessons
import Teaching
import Testing
import TextScreen
import Tutor

@Suite struct SessionTests {
  @Test func fiveAnswersSolveTheFirstGraph() throws {
    var session = try twoNodes()
    session.enter("11", "121", "22", "3", "66")
    #expect(session.score == (5, 5))
    #expect(session.isDone)
    #expect(
      session.remark
        == Remark(
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

  @Test func theEntryInHandMovesOnlyWhenItIsAccepted() throws {
    var session = try twoNodes()
    #expect(session.focusedName == "a")
    session.enter("12")
    #expect(session.focusedName == "a")
    #expect(session.remark.tone == .wrong)
    #expect(session.remark.text == "not yet: 12 is near; work out 2 + 3 × 3 once more")
    session.enter("11")
    #expect(session.focusedName == "J")
    #expect(session.remark == Remark("a = 11 is right: 2 + 3w = 2 + 3 × 3", .success))
  }

  @Test func typingAfterAnAnswerThatWasNotAcceptedReplacesIt() throws {
    var session = try twoNodes()
    session.enter("11abc")
    #expect(session.prompt.text == "11abc")
    session.press(.character("1"), .character("1"))
    #expect(session.prompt.text == "11")
  }

  @Test func anAnswerThatWasNotAcceptedCanBeMended() throws {
    var session = try twoNodes()
    session.enter("112")
    session.press(.backspace, .enter)
    #expect(session.state("a") == "right")
  }

  @Test func nonsenseIsAMessageWithItsPlace() throws {
    var session = try twoNodes()
    session.enter("11abc")
    #expect(session.state("a") == "empty")
    #expect(
      session.remark
        == Remark(
          "cannot read '11abc' at character 3: 'abc' is no number; give a number such as -4 or "
            + ".5, or arithmetic such as 22/2", .notice))
  }

  @Test func anEmptyEnterSaysWhatToGive() throws {
    var session = try twoNodes()
    session.press(.enter)
    session.press(.character(" "), .enter)
    #expect(
      session.remark
        == Remark(
          "nothing typed; give a number such as -4 or .5, or arithmetic such as 22/2", .notice))
    #expect(session.state("a") == "empty")
  }

  @Test func pastedLinesAreAnswersAsLongAsTheyAreAccepted() throws {
    var session = try twoNodes()
    session.press(.paste("11\n121\n22"))
    #expect(session.score == (2, 5))
    #expect(session.prompt.text == "22")
    session.press(.enter)
    session.press(.paste("4\n66\n"))
    #expect(session.state("da/dw") == "wrong")
    #expect(session.state("dJ/dw") == "empty")
    #expect(
      session.remark.text
        == "not yet: 4 is near; look once more (of what was pasted, 1 more line was not entered)")
  }

  @Test func pastedControlCharactersAreDropped() throws {
    var session = try twoNodes()
    session.press(.paste("1\u{1B}[A1"))
    #expect(session.prompt.text == "1[A1")
  }

  @Test func tabAndShiftTabGoAround() throws {
    var session = try twoNodes()
    session.press(.tab)
    #expect(session.focusedName == "J")
    session.press(.backTab, .backTab)
    #expect(session.focusedName == "dJ/dw")
    session.press(.tab)
    #expect(session.focusedName == "a")
  }

  @Test func anEntryBeforeItsTurnSaysWhatItNeeds() throws {
    var session = try twoNodes()
    session.press(.backTab)
    #expect(session.remark == Remark("dJ/dw is easier after da/dw and dJ/da", .notice))
    session.enter("66")
    #expect(session.state("dJ/dw") == "right")
    #expect(session.focusedName == "a")
  }

  @Test func arrowsGoToTheNeighbourOnTheScreenOrMoveTheCursor() throws {
    var session = try twoNodes()
    session.press(.right)
    #expect(session.focusedName == "J")
    session.press(.left)
    #expect(session.focusedName == "a")
    session.press(.down)
    #expect(session.focusedName == "dJ/da")
    session.press(.character("2"), .left, .character("1"))
    #expect(session.prompt.text == "12")
    #expect(session.focusedName == "dJ/da")
  }

  @Test func whatWasFilledInIsDrawnAgainWhereStartingOverIsUndone() throws {
    var session = try shown(SampleLesson.twoNodes, page: 2)
    func graph() -> [String] { Array(session.canvas().text.prefix(20)) }
    session.enter("11")
    session.act(.previousPage)
    let filled = graph()
    session.act(.restart)
    #expect(graph() != filled)
    session.act(.undo)
    #expect(graph() == filled)
  }

  @Test func undoTakesBackAnAnswerAndRedoBringsItAgain() throws {
    var session = try twoNodes()
    session.enter("11", "120")
    session.press(.function(5))
    #expect(session.state("J") == "empty")
    #expect(session.focusedName == "J")
    session.press(.function(5), .function(5))
    #expect(session.state("a") == "empty")
    #expect(session.remark.text == "there is nothing to undo")
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

  @Test func aQuestionMarkOpensTheListWhoseLettersAreCommands() throws {
    var session = try twoNodes()
    session.press(.character("?"))
    #expect(session.showsCommands)
    session.press(.character("x"))
    #expect(!session.showsCommands)
    #expect(session.prompt.isEmpty)
    session.press(.character("?"))
    #expect(session.press(.character("q")).last == .leave)
    #expect(!session.showsCommands)
  }

  @Test func everyCommandHasALetterOfItsOwn() {
    let letters = Keymap.commands.map(\.letter)
    #expect(Set(letters).count == letters.count)
    let keys = Keymap.commands.compactMap(\.key)
    #expect(Set(keys).count == keys.count)
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

  @Test func resizingKeepsEverything() throws {
    var session = try twoNodes()
    session.enter("11")
    session.press(.character("1"))
    let before = session
    for size in [(1, 1), (0, 0), (200, 60), (39, 13), (80, 24)] {
      session.resize(to: Size(size.0, size.1))
      #expect(session.canvas().size == Size(size.0, size.1))
    }
    #expect(session == before)
  }

  @Test func letterKeysAlwaysType() throws {
    var session = try twoNodes()
    session.type("quitsdjk")
    #expect(session.prompt.text == "quitsdjk")
  }

  @Test func aCombiningMarkJoinsTheCharacterBeforeIt() throws {
    var session = try twoNodes()
    for text: Character in ["e", "\u{301}", "1", "🇩", "🇪", "\u{200D}", "2"] {
      session.press(.character(text), .left, .right)
    }
    for _ in 0..<8 { session.press(.backspace) }
    #expect(session.prompt.isEmpty)
  }

  @Test func enterOnceMoreOnWhatWasRefusedIsNoOtherAttempt() throws {
    var session = try twoNodes()
    session.type("12")
    #expect(session.press(.enter).count == 1)
    let refused = session
    #expect(session.press(.enter) == [])
    #expect(session == refused)
  }

  @Test func onAScreenThatShowsNothingNothingIsDoneButLeaving() throws {
    var session = try twoNodes(at: Size(30, 8))
    session.press(.character("1"), .enter, .paste("11\n"), .tab)
    #expect(session.prompt.isEmpty)
    #expect(session.focusedName == "a")
    #expect(session.press(.function(10)).last == .leave)
  }

  @Test func hintsPointThenTeachThenShow() throws {
    var session = try twoNodes()
    func hints(_ count: Int) -> [String] {
      (1...count).map { _ in
        session.press(.function(2))
        return session.remark.text
      }
    }
    #expect(
      hints(4) == [
        "hint: look at what enters the box of a: w = 3", "hint: put it into a = 2 + 3w",
        "hint: 2 + 3w = 2 + 3 × 3; what is that?", "hint: 2 + 3w = 2 + 3 × 3; what is that?",
      ])
    session.enter("11", "121")
    #expect(
      hints(4) == [
        "hint: J is the output, so only its own box counts",
        "hint: look at the box of J alone: if a goes up by 0.001, how far does J go?",
        "hint: the derivative of a² by a is 2a", "hint: 2a = 2 × 11; what is that?",
      ])
    session.enter("22", "3")
    #expect(
      hints(3) == [
        "hint: go one box to the right of w, to a: dJ/da is what comes from there",
        "hint: the chain rule: how far a follows w, times how far J follows a: da/dw × dJ/da",
        "hint: da/dw × dJ/da = 3 × 22; what is that?",
      ])
  }

  @Test func aHintOnAFanOutAddsItsPaths() throws {
    var session = try exploring("d = a b", "e = a + b", "f = d e", "a = -2", "b = 3")
    let entry = try #require(session.worksheet?.key.list.index(of: "df/da"))
    session.act(.fill(entry: entry, "7"))
    let hints = (1...3).map { _ in
      session.press(.function(2))
      return session.remark.text
    }
    #expect(
      hints == [
        "hint: a reaches f on 2 paths; look at each of them",
        "hint: what comes back on the paths is added: df/da via e + df/da via d",
        "hint: df/da via e + df/da via d = (-6) + 3; what is that?",
      ])
  }

  @Test func theConventionAtAKinkIsSaid() throws {
    var session = try exploring("a = relu(w)", "J = 2a", "w = 0")
    session.enter("0", "0", "2", "1")
    #expect(session.state("da/dw") == "wrong")
    #expect(
      session.remark.text == """
        not yet: 1 lets the change through a = relu(w); with w = 0 what goes into relu is not positive, so \
        nothing flows; at 0 the slope of relu is 0 by convention
        """)
    session.enter("0")
    #expect(
      session.remark.text
        == "da/dw = 0 is right: step(w) = step(0), where step is 1 above 0, else 0; at 0 the slope of relu is 0 by convention"
    )
  }

  @Test func numbersAreShownWholeWhereTheyAreShort() throws {
    let session = try exploring("a = w + 1", "J = a - 1000000", "w = 1000001")
    #expect(session.canvas().text.contains { $0.contains("w = 1000001") })
  }
}
