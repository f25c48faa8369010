import Expressions
import FullScreen
import Journals
import LessonSolving
import Lessons
import Phrases
import Sessions
import Teaching
import TestSupport
import Testing
import TextScreen

/// Work that has no verdict before it is handed in.
@Suite struct ExamTests {
  /// A lesson with an exam on its second page; a = 11, J = 121, dJ/da = 22, da/dw = 3, dJ/dw = 66.
  private static let lesson = """
    # Sample

    \(SampleBlocks.firstGraph)

    ```fill
    ```

    ## Alone

    ```graph again
    ```

    ```exam
    ```

    ```question slope
    ask: How many times as far does a move?
    number: 3
    ```
    """

  private func exam() throws -> Session { try opened(ExamTests.lesson, page: 2) }

  private func fill(_ name: String, _ typed: String) -> (Session) throws -> Message {
    { .fill(entry: try $0.entry(called: name), typed) }
  }

  @Test(arguments: ["11", "12", "22/2", "0", "-4.5"])
  func anAnswerIsNoted(typed: String) throws {
    var session = try exam()
    let effects = session.act(try fill("a", typed)(session))
    #expect(session.state("a") == "answered")
    #expect(session.saying == Saying("noted: a = \(typed)", .neutral))
    #expect(session.score.accepted == 0)
    #expect(session.focusedName == "J")
    guard case .record(let event)? = effects.first else {
      Issue.record("nothing is recorded")
      return
    }
    #expect(event.kind == .fill(entry: "a", typed: typed, nil))
    let context = JournalEvent.Context(time: "T", session: "S", learner: "L")
    #expect(
      event.line(in: context).hasSuffix(
        "\"event\": \"fill\", \"entry\": \"a\", \"typed\": \"\(typed)\"}"))
  }

  @Test(arguments: ["", "abc", "11abc", "1/0", "2a", "x"])
  func whatCannotBeReadIsNotKept(typed: String) throws {
    var session = try exam()
    session.act(try fill("a", typed)(session))
    #expect(session.state("a") == "empty")
    session.act(try fill("a", "11")(session))
    session.act(try fill("a", typed)(session))
    #expect(session.state("a") == "answered")
  }

  @Test func anAnswerMayBeChangedBeforeItIsHandedIn() throws {
    var session = try exam()
    session.act(try fill("a", "12")(session))
    session.act(.go(to: .entry(try session.entry(called: "a"))))
    #expect(session.saying.text == "you typed 12; type something else to change it")
    session.act(try fill("a", "11")(session))
    session.act(.handIn(isConfirmed: true))
    #expect(session.state("a") == "right")
  }

  @Test(arguments: [Message.hint, .reveal, .look(.nudge), .look(.derivation), .look(.paths)])
  func thereIsNoHelpBeforeItIsHandedIn(help: Message) throws {
    var session = try exam()
    #expect(session.act(help) == [])
    #expect(
      session.saying.text
        == "no hints, no closer looks and no answers before you hand in; ? k hands in")
    session.act(.handIn(isConfirmed: true))
    session.act(help)
    #expect(!session.saying.text.hasPrefix("no hints"))
  }

  @Test func whatIsEmptyIsToldBeforeItIsHandedIn() throws {
    var session = try exam()
    session.act(try fill("a", "11")(session))
    #expect(session.act(.handIn(isConfirmed: false)) == [])
    #expect(
      session.saying.text == "5 answers are still empty; ? k once more hands it in as it is")
    // Something else in between takes the wish back.
    session.act(.nextEntry)
    #expect(session.act(.handIn(isConfirmed: false)) == [])
    #expect(session.act(.handIn(isConfirmed: false)).contains(.sumUp))
    #expect(session.isHandedIn)
  }

  @Test func whereNothingIsEmptyItIsHandedInAtOnce() throws {
    var session = try exam()
    for (name, typed) in [
      ("a", "11"), ("J", "121"), ("dJ/da", "22"), ("da/dw", "3"), ("dJ/dw", "66"),
    ] {
      session.act(try fill(name, typed)(session))
    }
    session.act(.answer(exercise: try session.exercise(called: "slope"), "3"))
    #expect(
      session.saying.text == "noted: slope = 3. all is answered; ? k hands it in, to be marked")
    #expect(session.act(.nextPage) == [])
    #expect(session.saying.text == "all is answered; ? k hands it in, to be marked")
    #expect(session.act(.handIn(isConfirmed: false)).contains(.sumUp))
    #expect(session.score == (6, 6))
  }

  /// Answers, the states that they get, and the reasons.
  @Test(arguments: [
    ("a = 11; J = 121; dJ/dw = 22", "a right; J right; dJ/dw wrong upstream-only"),
    // What follows from a slip is told apart, over several boxes.
    (
      "a = 10; J = 100; dJ/da = 20; da/dw = 3; dJ/dw = 60",
      "a wrong; J wrong follows-from-wrong; dJ/da wrong follows-from-wrong; da/dw right; "
        + "dJ/dw wrong follows-from-wrong"
    ),
    // In whatever order it is typed.
    (
      "dJ/dw = 60; dJ/da = 20; J = 100; a = 10; da/dw = 3",
      "a wrong; J wrong follows-from-wrong; dJ/da wrong follows-from-wrong; da/dw right; "
        + "dJ/dw wrong follows-from-wrong"
    ),
    ("a = 10; dJ/da = 22; da/dw = 2a", "a wrong; dJ/da right; da/dw wrong"),
    ("dJ/da = 2a; a = 11", "dJ/da right; a right; J empty"),
  ])
  func allIsMarkedAtOnce(typed: String, standing: String) throws {
    var session = try exam()
    for answer in typed.split(separator: ";").map(\.description.trimmingBlanks) {
      let parts = answer.split(separator: "=").map(\.description.trimmingBlanks)
      session.act(try fill(parts[0], parts[1])(session))
    }
    session.act(.handIn(isConfirmed: true))
    for expected in standing.split(separator: ";").map(\.description.trimmingBlanks) {
      let words = expected.split(separator: " ").map(String.init)
      #expect(session.state(words[0]) == words[1], "\(expected)")
      let entry = Assignment.entry(try session.entry(called: words[0]))
      if words.count > 2 {
        #expect(session.progress.lastVerdict(of: entry)?.reasonWords.contains(words[2]) == true)
      }
    }
  }

  @Test func whatWasHandedInStays() throws {
    var session = try exam()
    session.act(try fill("a", "10")(session))
    session.act(.handIn(isConfirmed: true))
    #expect(session.act(try fill("a", "11")(session)) == [])
    #expect(session.saying.text.hasSuffix("(what you handed in stays)"))
    #expect(session.state("a") == "wrong")
    session.act(.undo)
    #expect(session.saying.text == "there is nothing to undo")
    session.act(.reveal)
    #expect(session.state("a") == "wrong")
    #expect(session.saying.text.contains("Right is a = 2 + 3w = 2 + 3 × 3 = 11"))
    session.act(.handIn(isConfirmed: true))
    #expect(session.isHandedIn)
    #expect(session.saying.text.hasPrefix("you have handed this in and it stays as it is"))
  }

  @Test func thereIsNothingToHandInOnOtherPages() throws {
    var session = try opened(ExamTests.lesson)
    #expect(session.act(.handIn(isConfirmed: true)) == [])
    #expect(
      session.saying.text == "there is nothing to hand in on this page; every answer is saved")
  }

  @Test func startingOverTakesTheExamBackAndUndoRestoresIt() throws {
    var session = try exam()
    session.act(try fill("a", "10")(session))
    session.act(.handIn(isConfirmed: true))
    session.act(.restart)
    session.act(.page(2))
    #expect(session.isSilent)
    #expect(session.state("a") == "empty")
    session.act(.undo)
    session.act(.page(2))
    #expect(session.isHandedIn)
    #expect(session.state("a") == "wrong")
  }

  /// What is done, message by message, and done again from its journal.
  @Test(arguments: [
    "a = 11; J = 12", "a = 10; J = 100; hand-in", "a = 10; undo; J = 3; redo",
    "a = 10; hand-in; undo",
    "a = 10; hand-in; restart", "a = 10; hand-in; restart; undo",
    "a = 10; hand-in; restart; undo; redo",
    "hand-in", "a = ; a = x; a = 4; a = 11; hand-in",
  ])
  func resumingBringsBackWhatStood(script: String) throws {
    var session = try exam()
    var records: [JournalRecord] = []
    for step in script.split(separator: ";").map(\.description.trimmingBlanks) {
      let message: Message =
        switch step {
        case "hand-in": .handIn(isConfirmed: true)
        case "undo": .undo
        case "redo": .redo
        case "restart": .restart
        default:
          .fill(
            entry: try session.entry(called: String(step.prefix { $0 != "=" }).trimmingBlanks),
            String(step.drop { $0 != "=" }.dropFirst()).trimmingBlanks)
        }
      records += try session.act(message).records()
    }
    var again = try exam()
    again.resume(records)
    #expect(again.progress.worksheets == session.progress.worksheets)
    #expect(again.progress.handedInPages == session.progress.handedInPages)
    #expect(again.canUndo == session.canUndo)
    #expect(again.attempts.efforts == session.attempts.efforts)
  }

  @Test func theTimeIsThatOfAllRunsUntilItIsHandedIn() throws {
    var session = try exam()
    var records = try [session.opening].records(time: "2026-01-01T10:00:00.000Z", run: "1")
    let first = try fill("a", "11")(session)
    records += try session.act(first).records(time: "2026-01-01T10:05:00.000Z", run: "1")
    records += try [session.opening].records(time: "2026-01-02T10:00:00.000Z", run: "2")
    records += try session.act(.handIn(isConfirmed: true))
      .records(time: "2026-01-02T10:09:30.000Z", run: "2")
    records += try [session.opening].records(time: "2026-01-03T10:00:00.000Z", run: "3")
    var again = try exam()
    again.resume(records)
    #expect(again.secondsTaken == 5 * 60 + 9 * 60 + 30)
  }
}
