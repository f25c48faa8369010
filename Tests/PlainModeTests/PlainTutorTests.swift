import Autodiff
import FullScreen
import Journals
import Lessons
import PlainMode
import RandomNumbers
import Sessions
import Teaching
import TestSupport
import Testing
import TextScreen

@Suite struct PlainTutorTests {
  private func fanOut() throws -> Screen {
    try exploring("d = a b", "e = a + b", "f = d e", "a = -2", "b = 3")
  }

  @Test func aConversationWithEveryKindOfAnswerAndCommand() throws {
    var talk = PlainTalk(try twoNodes())
    talk.type(
      "?", "12", "?hint", "?h", "11", "11abc", "121", "?undo", "?redo", "?list", "?where", "?graph",
      "?draw", "?nudge", "?nudge w 0.01", "?nudge 0", "?derive", "?derive dJ/dw", "?derive a",
      "?derive x", "?paths", "?paths a", "?paths x", "?skip", "?previous", "?go", "?go 9", "?go a",
      "11", "?go dJ/dw", "22", "66.009", "", "22", "?show", "5", "?page 2", "?next", "?fresh",
      "?fresh x", "?nonsense", "?lsit", "?restart", "?undo", "")
    #expect(talk.tutor.hasLeft)
    #expect(talk.tutor.isFinished)
    try expect(talk.text, matches: "plain-two-nodes")
  }

  @Test func aConversationOnEveryKindOfExercise() throws {
    var talk = PlainTalk(try opened(SampleLesson.exercises))
    talk.type(
      "5", "?h", "?h", "?h", "3", "?where", "a^2", "2a", "?page", "", "J = (2 + 3w)^2",
      "a = 2 + 3w", "", "J = a^2", "", "", "121", "", "", "", "", "", "0.001", "a 0.001", "?list",
      "w 0.001", "", "?graph", "?show", "?fresh 3", "?next", "?back", "?back", "?q")
    #expect(talk.tutor.hasLeft)
    #expect(!talk.tutor.isFinished)
    try expect(talk.text, matches: "plain-exercises")
  }

  @Test func whatIsUsedTwiceIsAskedPathByPath() throws {
    var talk = PlainTalk(try fanOut())
    talk.type(
      "-6", "1", "-6", "1", "-6", "1", "-6", "1", "-6", "3", "3", "?show", "-3", "?draw", "?graph",
      "?paths a")
    try expect(talk.text, matches: "plain-fan-out")
  }

  @Test func aWholeConversationInASCII() throws {
    var talk = PlainTalk(try opened(SampleLesson.exercises), isASCII: true)
    talk.type("3", "2a", "", "?graph")
    for line in talk.lines { #expect(line.allSatisfy { $0.isASCII }, "\(line)") }
    #expect(talk.text.contains("The derivative of a^2?"))
  }

  /// Every line that says a verdict begins with its word.
  @Test(arguments: [
    ("11", "Right. a = 11: 2 + 3w = 2 + 3 × 3."),
    ("12", "Wrong, not yet: 12 is nearly right; compute 2 + 3 × 3 again."),
    (
      "11x",
      "Cannot read '11x' at character 3: 'x' is not a number; give a number such as -4"
    ),
  ])
  func theVerdictComesFirst(typed: String, reply: String) throws {
    var talk = PlainTalk(try twoNodes())
    #expect(talk.say(typed).first == reply)
  }

  @Test func whatIsCloseIsSaidToBeClose() throws {
    var talk = PlainTalk(try twoNodes())
    talk.type("11", "121")
    #expect(
      talk.say("22.001").prefix { !$0.isEmpty } == [
        "Close. 22.001 is what a nudge by 0.001 gives; a smaller nudge comes nearer to",
        "22, which is used from here on.",
      ])
  }

  @Test func aRightAnswerLeadsToTheNextQuestionWithAllThatItNeeds() throws {
    var talk = PlainTalk(try twoNodes())
    talk.type("11", "121", "22")
    #expect(
      talk.say("3") == [
        "Right. da/dw = 3.", "",
        "Entry 5 of 5. dJ/dw, the derivative of J with respect to w, by the chain rule.",
        "It is da/dw times dJ/da: 3 times 22. What is it?",
      ])
  }

  @Test func aQuestionSaysWhatItStillWaitsFor() throws {
    var talk = PlainTalk(try twoNodes())
    talk.type("?go 3", "22")
    #expect(
      talk.say("?go dJ/dw") == [
        "dJ/dw is easier after da/dw.", "",
        "Entry 5 of 5. dJ/dw, the derivative of J with respect to w, by the chain rule.",
        "It is da/dw, which is still open, times dJ/da, which is 22. What is it?",
      ])
    #expect(
      talk.say("?go 2") == [
        "J is easier after a.", "",
        "Entry 2 of 5. J, the value of a², where a is still open. What is it?",
      ])
  }

  @Test func anEmptyLineRepeatsTheQuestionAndChangesNothing() throws {
    var talk = PlainTalk(try twoNodes())
    let before = talk.tutor.session
    #expect(talk.say("") == ["Entry 1 of 5. a, the value of 2 + 3w, where w = 3. What is it?"])
    #expect(talk.tutor.session == before)
    #expect(talk.say("12").last == "Entry 1 of 5, a?")
    let wrong = talk.tutor.session
    #expect(
      talk.say(" \t") == ["Entry 1 of 5. a, the value of 2 + 3w, where w = 3. What is it?"])
    #expect(talk.tutor.session == wrong)
  }

  @Test func whatIsDoneIsChangedOnlyOnRequest() throws {
    var talk = PlainTalk(try twoNodes())
    talk.type("11", "121", "22", "3", "66")
    #expect(
      talk.say("7") == [
        "This page is done; Enter alone goes on, and ?go leads back to an answer.", "",
        "The graph is done: 5 of 5 entries are right. Enter sums up and leaves.",
      ])
    #expect(talk.tutor.session.state("dJ/dw") == "right")
    talk.type("?go 5", "7")
    #expect(talk.tutor.session.state("dJ/dw") == "wrong")
    #expect(!talk.tutor.isFinished)
  }

  @Test func theJournalHoldsWhatTheFullScreenWouldWrite() throws {
    var talk = PlainTalk(try twoNodes())
    talk.type("12", "?hint", "?derive", "11", "?go dJ/da", "?derive", "?undo", "?quit")
    let kinds = talk.events.map { event in
      switch event.kind {
      case .fill(let entry, let typed, let verdict): "\(entry) \(typed) \(verdict?.word ?? "kept")"
      case .hint(let entry): "hint \(entry)"
      case .look(let kind, let entry): "\(kind.rawValue) \(entry)"
      case .undo: "undo"
      case .leave: "leave"
      default: "other"
      }
    }
    #expect(
      kinds == [
        "a 12 wrong", "hint a", "a 11 right", "derive dJ/da", "undo", "leave",
      ])
  }

  @Test(arguments: [20, 40, 80, 200])
  func nothingIsWiderThanTheLine(width: Int) throws {
    var talk = PlainTalk(try fanOut(), width: width)
    talk.type(
      "-6", "7", "?h", "?list", "?where", "?", "?graph", "?paths", "?nudge", "?draw", "?foo")
    let said = talk.lines.filter { !$0.hasPrefix("> ") }
    #expect(said.filter { $0.columns > width } == [])
    #expect(said.count > 60)
  }

  @Test func whoComesBackHearsWhereTheyAre() throws {
    var first = PlainTalk(try opened(SampleLesson.exercises))
    first.type("3", "2a", "", "a = 2 + 3w")
    let records = try first.events.map { try $0.record(time: "2026-01-01T00:00:00Z") }
    var session = try opened(SampleLesson.exercises)
    session.resume(records)
    let talk = PlainTalk(session)
    #expect(
      talk.lines == [
        "Everything.", "Type an answer and press Enter; ? alone lists the commands.",
        "Welcome back; everything is as you left it.", "",
        "Page 2 of 5. Break.", "",
        "Task. Break J = (2 + 3w)² into steps, where w = 3.", "So far: a = 2 + 3w, which is 11.",
        "The next step, as NAME = FORMULA; the last one is J = …",
      ])
  }

  /// Whatever is typed, nothing ends the program, and no line has what a terminal would act on.
  @Test(arguments: 0..<6 as Range<UInt64>)
  func nothingTypedBreaksAConversation(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let words = [
      "", "11", "121", "22", "3", "66", "a = 2 + 3w", "J = a^2", "0.001", "w 1e-300", "run", "2a",
      "?", "??", "?h", "?g", "?x", "?i", "?l", "?j 2", "?j dJ/dw", "?a", "?a 3", "?a 99", "?m",
      "?m w 0.1", "?m \u{1B}[2J", "?y dJ/da", "?w J", "?u", "?r", "?n", "?b", "?t", "?p", "?v",
      "?f", "?f 5", "?f -1", "?s", "?go -9223372036854775808", "?page 0", "?\u{301}", "\u{9B}31m",
      String(repeating: "9", count: 5000), "?" + String(repeating: "x", count: 5000),
    ]
    var talk = PlainTalk(try opened(SampleLesson.exercises))
    for _ in 0..<400 {
      let word = words.randomElement(using: &generator) ?? ""
      let typed =
        Bool.random(using: &generator) ? word : mutated(word, &generator)
      for line in talk.say(typed) {
        let control = line.first { $0.isControl }
        #expect(control == nil, "\(typed): \(line)")
      }
      if talk.tutor.hasLeft { talk = PlainTalk(try opened(SampleLesson.exercises)) }
    }
  }
}
