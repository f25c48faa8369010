import Lessons
import Phrases
import Sessions
import Teaching
import TestSupport
import Testing

/// What is said of answers after steps.
@Suite struct StepWordsTests {
  private static func session(_ after: String) throws -> Session {
    var session = try opened(
      """
      # T

      ```graph
      parameter w = 2
      parameter b = 3
      J = w^2 b
      ```

      ## P

      ```fill
      ```

      ```after
      rate: 0.1
      \(after)
      ```
      """, page: 2)
    for (name, typed) in [("J", "12"), ("dJ/dw", "12"), ("dJ/db", "4")] {
      session.act(.fill(entry: try #require(session.worksheet?.list.index(of: name)), typed))
    }
    return session
  }

  private static func said(
    _ typed: String, _ name: String, _ after: String, before: [(String, String)] = []
  ) throws -> (text: String, reason: String?) {
    var session = try session(after)
    for (name, typed) in before + [(name, typed)] {
      session.act(.fill(entry: try #require(session.worksheet?.list.index(of: name)), typed))
    }
    let voice = Voice(isASCII: false, isSpoken: false, shortcuts: [:])
    let entry = try #require(session.worksheet?.list.index(of: name))
    return (
      Wording(session, for: voice).saying.text,
      session.worksheet?.lastVerdicts[entry]?.reasonWords.first
    )
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var rule: String
    var typed: String
    var name: String
    var after = "steps: 2\n"
    var text: String

    var testDescription: String { "\(rule): \(typed)" }
  }

  static let cases = [
    Case(
      rule: "step-added", typed: "3.2", name: "w after 1",
      text: "not yet: 3.2 adds the step; J rises along dJ/dw, so the step is subtracted"),
    Case(
      rule: "rate-forgotten", typed: "-10", name: "w after 1",
      text: "not yet: -10 goes the whole derivative far; a step is rate times that"),
    Case(
      rule: "step-in-turn", typed: "2.936", name: "b after 1",
      text: "not yet: 2.936 takes a derivative after another parameter had moved; all derivatives "
        + "of a step are taken before anything moves"),
    Case(
      rule: "not-moved", typed: "2", name: "w after 1",
      text: "not yet: 2 is where it was before the step"),
    Case(
      rule: "step-alone", typed: "-1.2", name: "w after 1",
      text: "not yet: -1.2 is how far the step goes; the question is where it leads w"),
    Case(
      rule: "one-moved", typed: "1.92", name: "J after 1",
      text: "not yet: 1.92 is J when one parameter alone has moved; all move"),
    Case(
      rule: "straight-line", typed: "-4", name: "J after 1",
      text: "not yet: -4 follows the slope to the new numbers; J bends, so compute it anew there"),
    Case(
      rule: "stale-derivative", typed: "-0.4", name: "w after 2",
      text: "not yet: -0.4 uses a derivative of an earlier step again; dJ/dw is another one at the "
        + "new numbers"),
    Case(
      rule: "step-from-start", typed: "1.584", name: "w after 2",
      text: "not yet: 1.584 makes the step from where w was at first; this step goes on from where "
        + "the one before led"),
    Case(
      rule: "momentum-forgotten", typed: "4.16", name: "v of w after 2",
      after: "steps: 2\noptimizer: momentum\n",
      text: "not yet: it looks as if 4.16 forgets what was kept of the step before, beta times "
        + "the old one"),
    Case(
      rule: "other-momentum", typed: "1.2", name: "v of w after 1",
      after: "optimizer: momentum\n",
      text: "not yet: it looks as if 1.2 is v by another course's rule; here it is beta times "
        + "the old v, plus the derivative"),
    Case(
      rule: "share-forgotten", typed: "12", name: "m of w after 1", after: "optimizer: adam\n",
      text: "not yet: it looks as if 12 adds the new part whole; it counts 1 - beta times"),
    Case(
      rule: "shares-swapped", typed: "10.8", name: "m of w after 1", after: "optimizer: adam\n",
      text:
        "not yet: 10.8 has beta and 1 - beta in each other's place; beta goes with what was kept"
    ),
    Case(
      rule: "square-forgotten", typed: "0.012", name: "v of w after 1", after: "optimizer: adam\n",
      text: "not yet: 0.012 takes the derivative itself into v; v is a mean of its square"),
    Case(
      rule: "root-forgotten", typed: "1.991667", name: "w after 1", after: "optimizer: adam\n",
      text: "not yet: 1.991667 divides by v itself; Adam divides by its root"),
    Case(
      rule: "correction-forgotten", typed: "1.99", name: "w after 1", after: "optimizer: adam\n",
      text: "not yet: 1.99 leaves out Adam's correction: m and v began at 0, so each is divided by "
        + "1 - beta^1 first"),
  ]

  @Test(arguments: cases)
  func aWrongRuleIsToldInTheGraphsNames(sample: Case) throws {
    let found = try Self.said(sample.typed, sample.name, sample.after)
    #expect(found.reason == sample.rule)
    #expect(found.text == sample.text)
  }

  @Test func everyRuleOfStepsIsTold() {
    #expect(Set(Self.cases.map(\.rule)) == Set(WrongRule.ofSteps.map(\.rawValue)))
  }

  @Test func whyAnAnswerIsRight() throws {
    let found = try Self.said("0.8", "w after 1", "")
    #expect(found.text == "w after 1 = 0.8 is right: w - rate × dJ/dw = 2 - 0.1 × 12")
    let adam = try Self.said("1.2", "m of w after 1", "optimizer: adam\n")
    #expect(
      adam.text
        == "m of w after 1 = 1.2 is right: beta1 × 0 + (1 - beta1) × dJ/dw = 0.9 × 0 + (1 - 0.9) × 12"
    )
  }

  /// Hints point, teach and show.
  @Test func hintsLeadToAStep() throws {
    let session = try Self.session("")
    let key = try #require(session.worksheet?.key.numbers)
    let voice = Voice(isASCII: false, isSpoken: false, shortcuts: [:])
    let entry = try #require(key.list.index(of: "w after 1"))
    let hints = Wording.hints(for: entry, in: key, voice: voice).map(\.text)
    #expect(
      hints.first == "dJ/dw says which way J rises; the step goes the other way, from w, and rate "
        + "says how far")
    #expect(hints.count == 3)
    #expect(hints.last?.contains("2 - 0.1 × 12") == true)
  }
}
