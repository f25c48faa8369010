import Autodiff
import Journals
import Lessons
import Phrases
import Scripts
import Sessions
import Teaching
import TestSupport
import Testing

/// What authors write in numbers, on graphs whose numbers are drawn anew for every learner.
@Suite struct DrawnNumbersTests {
  private static func text(
    graded: Bool = true, mistake: String, answer: String = "2d", wrong: String = "6"
  ) -> String {
    """
    # Sample
    \(graded ? "\n```graded\n```\n" : "")
    ```graph
    parameter d = 3 in 2..9
    u = 2 + 5d
    J = 1/2 u^2
    ```

    ```fill
    wrong \(mistake): so the author says
    wrong du/dd = 2: that is what is added
    ```

    ```question guess
    ask: How much is that?
    number: \(answer)
    wrong \(wrong): so the author says
    ```
    """
  }

  private func session(_ text: String, seed: Int) throws -> Session {
    try opened(text, seed: seed)
  }

  private func remark(
    _ typed: String, in session: Session, _ message: (String) -> Message
  ) -> String {
    var session = session
    session.act(message(typed))
    return session.saying.text
  }

  /// What is said of a wrong value of J, typed as a number.
  private func onJ(_ typed: String, _ session: Session) throws -> String {
    let entry = try #require(session.worksheet?.list.index(of: "J"))
    return remark(typed, in: session) { .fill(entry: entry, $0) }
  }

  private func drawn(_ session: Session) throws -> Double {
    try #require(session.worksheet?.key.numbers?.forward.values.first)
  }

  @Test func aNumberSpeaksOfTheNumbersInTheFileAlone() throws {
    let text = DrawnNumbersTests.text(mistake: "J = 17")
    #expect(try onJ("17", session(text, seed: 0)) == "not yet: so the author says")
    for seed in 1...20 {
      let session = try session(text, seed: seed)
      #expect(try drawn(session) != 3)
      #expect(try onJ("17", session) != "not yet: so the author says")
    }
  }

  @Test func aFormulaFollowsTheNumbersThatAreDrawn() throws {
    let text = DrawnNumbersTests.text(mistake: "J = u")
    for seed in 0...20 {
      let session = try session(text, seed: seed)
      let right = try 2 + 5 * drawn(session)
      #expect(try onJ("\(right)", session) == "not yet: so the author says")
      #expect(try onJ("\(right + 1)", session) != "not yet: so the author says")
    }
  }

  @Test func aNumberSpeaksOfAnEntryThatNoNumbersChange() throws {
    let text = DrawnNumbersTests.text(mistake: "J = u")
    for seed in 0...3 {
      let session = try session(text, seed: seed)
      let entry = try #require(session.worksheet?.list.index(of: "du/dd"))
      #expect(
        remark("2", in: session) { .fill(entry: entry, $0) } == "not yet: that is what is added")
    }
  }

  @Test(arguments: [
    // An answer that changes: a number is meant for the file's, a formula for all.
    ("2d", "4", "4", [0]), ("2d", "d + 1", "4", [0]), ("2d", "d + 1", "d + 1", [0, 1, 2, 3, 4]),
    // One that does not change.
    ("6", "4", "4", [0, 1, 2, 3, 4]),
  ])
  func aQuestionIsAsAnEntryIs(
    answer: String, wrong: String, typed: String, seeds: [Int]
  ) throws {
    let text = DrawnNumbersTests.text(mistake: "J = u", answer: answer, wrong: wrong)
    for seed in 0...4 {
      let session = try session(text, seed: seed)
      let d = try drawn(session)
      let number = typed == "4" ? "4" : "\(d + 1)"
      let says = remark(number, in: session) { .answer(exercise: 0, $0) }
      #expect(
        (says == "not yet: so the author says")
          == seeds.contains(seed),
        "seed \(seed): \(says)")
    }
  }

  private func problems(_ text: String) -> [String] {
    let reading = LessonReading(utf8: Array(text.utf8), name: "s")
    let check = LessonCheck(reading, source: .lesson(name: "s", hash: "h")) { _ in
      .failure(LookupFailure("no such lesson"))
    }
    return check.errors.map { $0.report(file: "s.md") }
      // How many sets of numbers there are is another matter.
      + check.notes.filter { !$0.message.hasPrefix("a class of 100 ") }
      .map { "note: \($0.report(file: "s.md"))" }
  }

  private static let onMistake =
    "fits only the numbers in the file, and other numbers are drawn here; "
    + "write it as a formula of the graph's quantities"

  @Test func theAuthorIsToldOfNumbersThatStay() {
    #expect(
      problems(DrawnNumbersTests.text(mistake: "J = 17")) == [
        "s.md:20:7: '6' is accepted as right; name a wrong answer",
        "note: s.md:13:11: '17' \(DrawnNumbersTests.onMistake)",
        "note: s.md:20:7: '6' \(DrawnNumbersTests.onMistake)",
      ])
    #expect(
      problems(DrawnNumbersTests.text(mistake: "J = u", answer: "7")) == [
        "note: s.md:17:13: the answer of 'guess' is 7 whatever numbers are drawn here; where it "
          + "changes with them, write a formula of the graph's quantities, as in number: 2d"
      ])
    #expect(problems(DrawnNumbersTests.text(mistake: "J = u", wrong: "d")) == [])
    // Where nothing is drawn, numbers are as good as formulas.
    #expect(
      problems(DrawnNumbersTests.text(graded: false, mistake: "J = 17", answer: "7")) == [])
  }

  @Test func theAuthorIsToldOfClaimsThatAreTrueInTheFileAlone() {
    func text(_ terms: String, _ graph: String) -> String {
      "# T\n\(terms)\n```graph\nparameter d = 3 in 2..9\ndata x = 2\nJ = x d\n```\n\n"
        + "With `d = 3` and `x = 2` it is `J = 6`.\n\(graph)"
    }
    func note(_ claim: String, _ column: Int) -> String {
      "note: s.md:12:\(column): the text says \(claim), and every learner has other numbers; say it "
        + "without a number, or on a page whose graph has no ranges"
    }
    let terms = "\n```graded\n```\n"
    #expect(problems(text(terms, "")) == [note("d = 3", 7), note("J = 6", 33)])
    #expect(problems(text("\n\n\n\n", "")) == [])
    // Where a graph is fresh, the others keep their numbers.
    #expect(problems(text(terms, "## F\n\n```graph fresh\n```\n")) == [])
  }

  @Test func aMistakeOnAFreshGraphIsTriedWithTheNumbersInTheFile() {
    func text(_ mistake: String) -> String {
      "# T\n\n```graph\nparameter d = 3 in 2..9\nJ = 2d\n```\n\n## F\n\n```graph fresh\n```\n\n"
        + "```fill\nwrong J = \(mistake): no\n```\n"
    }
    for number in 2...9 {
      let place = "s.md:14:11: '\(2 * number)'"
      #expect(
        problems(text("\(2 * number)"))
          == (number == 3 ? ["\(place) is accepted as right; name a wrong answer"] : [])
          + ["note: \(place) \(DrawnNumbersTests.onMistake)"])
    }
    #expect(problems(text("d")) == [])
    #expect(
      problems(text("2d")) == ["s.md:14:11: '2d' is accepted as right; name a wrong answer"])
  }
}
