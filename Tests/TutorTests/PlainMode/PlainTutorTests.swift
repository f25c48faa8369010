import Autodiff
import Lessons
import RandomNumbers
import Teaching
import Testing
import TextScreen
import Tutor

@Suite struct PlainTutorTests {
  private func fanOut() throws -> Session {
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
    ("12", "Wrong, not yet: 12 is near; work out 2 + 3 × 3 once more."),
    (
      "11x",
      "Cannot read '11x' at character 3: 'x' is no number; give a number such as -4 or"
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
        "Close. 22.001 is what a nudge by 0.001 gives; the smaller the nudge, the nearer",
        "to 22, which is carried on.",
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

  /// What needs a screen: Enter checks, and what scrolls or is walked over is told whole.
  private static let onScreenAlone = ["check", "map", "more text", "less text"]

  /// The words of the other commands, in their order.
  private static let words = [
    "skip", "previous", "hint", "nudge", "derive", "paths", "undo", "redo", "next", "back", "show",
    "fresh", "restart", "quit", "help",
  ]

  private static let commands = zip(
    Keymap.commands.filter { !onScreenAlone.contains($0.label) }, words
  ).map { ($0, $1) }

  @Test func everyCommandOfTheFullScreenHasAWord() {
    let needless = Keymap.commands.filter { Self.onScreenAlone.contains($0.label) }
    #expect(needless.map(\.label) == Self.onScreenAlone)
    #expect(Keymap.commands.count == Self.words.count + needless.count)
  }

  /// On a page in the middle of a lesson, with something to undo and to redo and with numbers that can be drawn.
  @Test(arguments: commands)
  func aCommandOfTheFullScreenDoesTheSameByItsLetterAndItsWord(
    command: Command, word: String
  ) throws {
    let letter = try #require(command.letter)
    var talk = PlainTalk(
      try opened(SampleLesson.exercises + "\n\n## After\n\nRead this.\n", page: 5), width: 200)
    talk.type("7", "8", "?undo")
    var (byLetter, byWord, session) = (talk, talk, talk.tutor.session)
    let said = byLetter.say("?\(letter)")
    #expect(said.first?.hasPrefix("There is no command") == false)
    #expect(byWord.say("?\(word)") == said)
    #expect(byWord.tutor == byLetter.tutor)
    #expect(byWord.events == byLetter.events)
    // And the same as the message that its key gives.
    let events = session.act(command.message).compactMap { effect in
      if case .record(let event) = effect { event } else { nil }
    }
    #expect(byWord.events.dropFirst(talk.events.count) == events[...])
    #expect(byWord.tutor.session.worksheet == session.worksheet)
    #expect(byWord.tutor.session.assignment == session.assignment)
    #expect(byWord.tutor.session.pageNumber == session.pageNumber)
    #expect(byWord.tutor.session.canUndo == session.canUndo)
    // Letter and word stand with what is done in the list of commands.
    let line = "?\(word) or \(letter == "?" ? "? alone" : "?\(letter)"): \(command.explanation)"
    #expect(talk.say("?").contains { $0 == "\(line)." || $0.hasPrefix("\(line), as in ") })
  }

  @Test func noTwoCommandsShareALetterOrAWord() throws {
    var talk = PlainTalk(try twoNodes())
    let words = talk.say("?help").filter { $0.hasPrefix("?") }.map { line in
      line.split(separator: ":")[0].split(separator: " ").filter { $0.hasPrefix("?") }.map(
        String.init)
    }
    #expect(words.count == 22)
    #expect(Set(words.joined()).count == words.joined().count)
  }

  @Test func aCommandIsKnownByItsBeginningAndInCapitals() throws {
    var talk = PlainTalk(try twoNodes())
    #expect(talk.say("?HIN")[0] == "Hint: look at what enters the box of a: w = 3.")
    #expect(talk.say(" ? hint")[0] == "Hint: put it into a = 2 + 3w.")
    // Three begin with re.
    #expect(talk.say("?re")[0] == "There is no command '?re'; ? alone lists them.")
  }

  @Test func theJournalHoldsWhatTheFullScreenWouldWrite() throws {
    var talk = PlainTalk(try twoNodes())
    talk.type("12", "?hint", "?derive", "11", "?go dJ/da", "?derive", "?undo", "?quit")
    let kinds = talk.events.map { event in
      switch event.kind {
      case .fill(let entry, let typed, let verdict): "\(entry) \(typed) \(verdict.word)"
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

  @Test func proseAndTablesAreReadLineByLine() throws {
    let text = """
      # Prose

      A **stressed** word, a [link](https://example.org) and `code`.

      1. first
      2. second

      - a
        - b

      > A quotation.

      | J | at | derivative |
      |---|---|---|
      | w² | 3 | 6 |
      | 2w | | 2 |

          indented code
      """
    let talk = PlainTalk(try opened(text))
    #expect(
      talk.lines == [
        "Prose.", "Type an answer and press Enter; ? alone lists the commands.", "",
        "A stressed word, a link (https://example.org) and code.", "",
        "1. first", "2. second", "",
        "- a", "  - b", "",
        "A quotation.", "",
        "J: w²; at: 3; derivative: 6.", "J: 2w; derivative: 2.", "",
        "  indented code", "",
        "Enter leaves.",
      ])
  }

  @Test func picturesAreToldInNumbers() throws {
    let text = """
      # Pictures

      ```graph
      parameter w = 3
      parameter b = 1
      a = 2w
      J = a^2 + b
      ```

      ```cascade w
      ```

      ```plot
      curve: w in -2..2
      ```

      ```plot
      descent: 0.01, 0.1
      steps: 4
      ```

      ```steps
      ```
      """
    let talk = PlainTalk(try opened(text))
    try expect(talk.text, matches: "plain-pictures")
  }

  @Test func aRaceTellsEachNetworkOnce() throws {
    let text = """
      # Race

      ```race
      ```
      """
    var talk = PlainTalk(try opened(text))
    talk.say("")
    let rows = talk.lines.filter { $0.contains("nodes and") }
    #expect(rows.count == 6)
    #expect(rows.count == Set(rows).count)
    #expect(talk.text.contains("4 nodes and 12 parameters: the sweep took 16 steps"))
    #expect(talk.text.contains("Both methods have run."))
    #expect(talk.tutor.isFinished)
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
        "Welcome back; all is as you left it.", "",
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
        Bool.random(using: &generator) ? word : HostileInputTests.mutated(word, &generator)
      for line in talk.say(typed) {
        let control = line.first { $0.isControl }
        #expect(control == nil, "\(typed): \(line)")
      }
      if talk.tutor.hasLeft { talk = PlainTalk(try opened(SampleLesson.exercises)) }
    }
  }

  @Test func theMenuTakesNumbersAndNames() {
    let menu = PlainMenu(
      [
        Menu.Item(name: "one", title: "One", summary: "", accepted: 0, asked: 3),
        Menu.Item(name: "two", title: "Two", summary: "", accepted: 2, asked: 3),
        Menu.Item(name: "three", title: "Three", summary: "", accepted: 3, asked: 3),
        Menu.Item(broken: "four", because: "backprop check tells what is wrong with four.md"),
      ], width: 80)
    #expect(
      menu.lines == [
        "Back propagation, by doing it. The lessons:", "1. One.", "2. Two. 2 of 3 done.",
        "3. Three. Done.",
        "4. four. Cannot be read; backprop check tells what is wrong with four.md.",
        "Type the number of a lesson, or ?quit.",
      ])
    #expect(menu.take("2") == .open(1))
    #expect(menu.take(" three ") == .open(2))
    #expect(menu.take("4") == .say(["backprop check tells what is wrong with four.md."]))
    #expect(menu.take("") == .say(menu.lines))
    #expect(menu.take("?") == .say(menu.lines))
    #expect(menu.take("?quit") == .leave)
    #expect(menu.take("q") == .leave)
    #expect(menu.take("0") == .say(["There is no lesson '0'; type a number from 1 to 4."]))
    #expect(menu.take("thre") == .say(["There is no lesson 'thre'; did you mean 'three'?"]))
  }
}
