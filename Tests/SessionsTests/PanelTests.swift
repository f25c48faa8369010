import Journals
import Lessons
import Phrases
import Sessions
import Teaching
import TestSupport
import Testing

/// The panel fades, and hints bring it back step by step.
@Suite struct PanelTests {
  private static func lesson(_ panel: String, graded: String = "") throws -> Session {
    try opened(
      """
      # T
      \(graded)
      ```graph
      parameter w = 3
      a = 2 + 3w
      J = a^2
      ```

      ## P

      ```fill
      panel: \(panel)
      hint dJ/dw: the author's
      ```
      """, page: 2)
  }

  private static func entry(_ name: String, of session: Session) throws -> Int {
    try #require(session.worksheet?.list.index(of: name))
  }

  /// The panel beside an entry at first and after each hint.
  private static func panels(_ panel: String, at name: String, graded: String = "") throws
    -> [Panel]
  {
    var session = try lesson(panel, graded: graded)
    let entry = try entry(name, of: session)
    session.act(.go(to: .entry(entry)))
    var panels = [session.panel(for: entry)]
    for _ in 0..<4 {
      session.act(.hint)
      panels.append(session.panel(for: entry))
    }
    return panels
  }

  @Test(arguments: [
    ("none", "dJ/dw", [Panel.none, .question, .blanks, .full, .full]),
    ("question", "dJ/dw", [.question, .blanks, .full, .full, .full]),
    ("full", "dJ/dw", [.full, .full, .full, .full, .full]),
    // A box's own derivative and a value have no rule that a panel could show.
    ("none", "da/dw", [.none, .question, .question, .question, .question]),
    ("none", "dJ/da", [.none, .question, .question, .question, .question]),
    ("question", "a", [.question, .question, .question, .question, .question]),
  ])
  func aHintBringsBackAStep(panel: String, entry: String, panels: [Panel]) throws {
    #expect(try Self.panels(panel, at: entry) == panels)
  }

  @Test func thenHintsInWordsFollow() throws {
    var session = try Self.lesson("question")
    session.act(.go(to: .entry(try Self.entry("dJ/dw", of: session))))
    let said = (0..<3).map { _ in
      session.act(.hint)
      return session.saying.text
    }
    #expect(
      said == [
        "the panel shows the rule for dJ/dw; its numbers are yours to find",
        "the panel shows the rule for dJ/dw with the numbers found so far",
        "hint: the author's",
      ])
  }

  @Test(arguments: [("none", [Panel.none]), ("author", [.none]), ("all", [.none, .question])])
  func aGradedLessonBringsNothingBackUnlessItGivesAllHints(hints: String, first: [Panel]) throws {
    let panels = try Self.panels(
      "none", at: "dJ/dw", graded: "\n```graded\nhints: \(hints)\n```\n")
    #expect(panels.prefix(2) == (first + first).prefix(2) || panels.prefix(2) == first[...])
    #expect(panels.last == (hints == "all" ? .full : Panel.none))
  }

  @Test func theLearnerMayWantLessAndNeverMoreThanThePage() throws {
    var session = try Self.lesson("blanks")
    let entry = try Self.entry("dJ/dw", of: session)
    var panels: [Panel] = []
    for _ in 0..<4 {
      session.act(.fadePanel)
      panels.append(session.panel(for: entry))
    }
    #expect(panels == [.question, .none, .blanks, .question])
  }

  @Test func theChoiceIsKeptInTheJournalAndUndoLeavesIt() throws {
    var session = try Self.lesson("full")
    let entry = try Self.entry("dJ/dw", of: session)
    let effects = [.fadePanel, .fill(entry: 0, "11"), .fadePanel, .undo].flatMap {
      session.act($0)
    }
    #expect(session.panel(for: entry) == .question)
    var other = try Self.lesson("full")
    other.resume(try effects.records())
    #expect(other.panel(for: entry) == .question)
  }

  /// What is read off the panel shows no skill.
  @Test(arguments: [
    ("full", [Bool]()), ("blanks", []), ("question", [true]), ("none", [true]),
  ])
  func theChainRuleCountsWhereThePanelDoesNotSayIt(panel: String, chain: [Bool]) throws {
    var session = try Self.lesson(panel)
    session.act(.fill(entry: try Self.entry("dJ/dw", of: session), "66"))
    let observed = session.attempts.observations.filter { $0.skill == .chain }
    #expect(observed.map(\.isCorrect) == chain)
  }

  @Test func aPanelThatWasBroughtBackCountsAsHelp() throws {
    var session = try Self.lesson("question")
    let entry = try Self.entry("dJ/dw", of: session)
    session.act(.go(to: .entry(entry)))
    session.act(.hint)
    session.act(.fill(entry: entry, "66"))
    let observed = session.attempts.observations.filter { $0.skill == .chain }
    #expect(observed.map(\.isCorrect) == [false])
    // It told no number of what leads there.
    #expect(session.attempts.observations.count == 1)
  }

  // The rule before the number.

  @Test func aRightRuleLeavesTheEntryEmptyAndShowsTheRule() throws {
    var session = try Self.lesson("none")
    let entry = try Self.entry("dJ/dw", of: session)
    session.act(.fill(entry: entry, "da/dw dJ/da"))
    #expect(session.state("dJ/dw") == "empty")
    #expect(session.assignment == .entry(entry))
    #expect(session.saying.text == "right: da/dw dJ/da is the rule for dJ/dw; now its number")
    #expect(session.panel(for: entry) == .blanks)
    #expect(session.score.accepted == 0)
    #expect(!session.canUndo)
  }

  @Test func aWrongRuleIsNoWrongAnswerAndTellsOfTheSkillOnce() throws {
    var session = try Self.lesson("none")
    let entry = try Self.entry("dJ/dw", of: session)
    session.act(.fill(entry: entry, "dJ/da"))
    session.act(.fill(entry: entry, "da/dw"))
    session.act(.fill(entry: entry, "66"))
    #expect(session.state("dJ/dw") == "right")
    #expect(session.attempts.observations.map(\.skill) == [.chain])
    #expect(session.attempts.observations.map(\.isCorrect) == [false])
  }

  @Test func theJournalKeepsARuleAsAnEventOfItsOwn() throws {
    var session = try Self.lesson("none")
    let entry = try Self.entry("dJ/dw", of: session)
    let effects = session.act(.fill(entry: entry, "dJ/da"))
    guard case .record(let event) = effects.first else {
      Issue.record("nothing was kept")
      return
    }
    let line = event.line(in: JournalEvent.Context(time: "T", session: "S", learner: "L"))
    #expect(
      line.hasSuffix(
        #""event": "rule", "entry": "dJ/dw", "typed": "dJ/da", "verdict": "wrong", "reasons": ["upstream-only"]}"#
      ))
    var other = try Self.lesson("none")
    other.resume(try effects.records())
    #expect(other.worksheet?.rules[entry]?.verdict.reasonWords == ["upstream-only"])
    #expect(other.attempts.observations.map(\.isCorrect) == [false])
  }
}
