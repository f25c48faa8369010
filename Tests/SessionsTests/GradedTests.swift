import Autodiff
import FullScreen
import Journals
import LessonSolving
import Lessons
import Phrases
import Scripts
import Sessions
import Teaching
import TestSupport
import Testing
import TextScreen

/// Lessons that are handed in for marks.
@Suite struct GradedTests {
  private func session(_ hints: String, seed: Int = 0) throws -> Screen {
    let text = """
      # Sample

      ```graded
      \(hints)
      ```

      \(SampleBlocks.twoNodes)

      ```demonstrate
      ```

      ## Alone

      ```graph again
      ```

      ```fill
      hint a: the author's own
      ```

      \(SampleBlocks.slope)
      """
    return try shown(text, page: 2, seed: seed)
  }

  @Test(arguments: ["", "hints: none", "hints: all"])
  func noAnswerIsShown(hints: String) throws {
    var screen = try session(hints)
    #expect(screen.act(.reveal) == [])
    #expect(screen.worksheet?.states.first == .empty)
    #expect(
      screen.saying
        == Saying(
          "this lesson is graded: answers are not shown; go on with another entry",
          .notice))
    // What a page demonstrates is shown there.
    screen.act(.page(1))
    screen.press(.enter)
    #expect(screen.worksheet?.states.first == .revealed)
  }

  /// The hints that an entry gives, one after another.
  private func hints(_ opened: Screen) -> [String] {
    var screen = opened
    var texts: [String] = []
    for _ in 0..<4 {
      screen.act(.hint)
      if texts.last != screen.saying.text { texts.append(screen.saying.text) }
    }
    return texts
  }

  @Test func theInstructorSaysWhichHintsThereAre() throws {
    #expect(try hints(session("hints: none")) == ["this lesson is graded: it gives no hints"])
    #expect(try hints(session("hints: author")) == ["hint: the author's own"])
    #expect(try hints(session("")) == ["hint: the author's own"])
    #expect(
      try hints(session("hints: all")) == [
        "hint: the author's own", "hint: look at what enters the box of a: w = 3",
        "hint: put it into a = 2 + 3w", "hint: 2 + 3w = 2 + 3 × 3; what is that?",
      ])
    for (terms, effects) in [("hints: author", 0), ("hints: none", 0), ("hints: all", 1)] {
      var session = try session(terms)
      #expect(session.act(.look(.nudge)).count == effects)
      #expect(session.isLooking == (effects == 1))
    }
  }

  @Test func theFooterOffersNoLookThatIsRefused() throws {
    let labels = try ["hints: author", "hints: all"].map {
      Keymap.footer(of: try session($0)).map(\.label).contains("nudge")
    }
    #expect(labels == [false, true])
  }

  @Test func theNumbersAreTheLearnersAndStay() throws {
    let (ada, bob) = (Session.seed(ofLearner: "ada"), Session.seed(ofLearner: "bob"))
    // Fixed for good: what was handed in is marked with them.
    #expect(ada == 198_975_292)
    #expect(ada != bob)
    #expect((1...1_000_000_000).contains(bob))
    var screen = try session("", seed: ada)
    let before = screen.worksheet?.key.numbers?.forward.values
    #expect(screen.act(.freshNumbers(seed: nil)) == [])
    #expect(screen.worksheet?.key.numbers?.forward.values == before)
    #expect(
      screen.saying
        == Saying(
          "this lesson is graded: its numbers come from your name and stay", .notice))
  }

  @Test func anAuthorIsToldWhereEverybodyHasTheSameNumbers() {
    func notes(_ number: String) -> [String] {
      let text =
        "# T\n\n```graded\n```\n\n```graph\nparameter w = \(number)\nJ = w^2\n```\n\n```fill\n```\n"
      let lesson = LessonReading(utf8: Array(text.utf8), name: "t")
      let check = LessonCheck(lesson, source: .lesson(name: "t", hash: "h")) { _ in
        .failure(LookupFailure(""))
      }
      return check.notes.map { $0.report(file: "t.md") }
    }
    #expect(
      notes("3") == [
        "t.md:1:1: everybody has the same numbers; write ranges, as in parameter w = 3 in 2..9, "
          + "for numbers of their own"
      ])
    #expect(
      notes("3 in 2..9") == [
        "t.md:1:1: a class of 100 would get only 6 different sets of numbers, so that many have the "
          + "same; give more inputs ranges, or wider ones, as in parameter w = 3 in -9..9"
      ])
    #expect(
      notes("3 in 2..3\nparameter v = 2 in -99..99\nparameter u = 2 in -99..99").first
        == "t.md:1:1: a class of 100 would get 100 different sets of numbers")
  }

  @Test func comingBackKeepsTheLearnersNumbers() throws {
    let seed = Session.seed(ofLearner: "ada")
    let event = JournalEvent(
      .fill(entry: "a", typed: "5", .right(typed: 5)), source: .lesson(name: "sample", hash: "h"),
      seed: 4, page: 2)
    var screen = try session("", seed: seed)
    let own = screen.worksheet?.key.numbers?.forward.values
    screen.session.resume([try event.record(learner: "ada")], seed: 9)
    #expect(screen.worksheet?.key.numbers?.forward.values == own)
  }
}
