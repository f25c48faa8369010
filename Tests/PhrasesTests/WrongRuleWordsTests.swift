import Autodiff
import Expressions
import Phrases
import Sessions
import Teaching
import TestSupport
import Testing

/// What is said of each wrong rule, on a graph where it is named first.
@Suite struct WrongRuleWordsTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var rule: WrongRule
    var graph: [String]
    var entry: String
    var typed: String
    /// Answers given before, in the order of the entries.
    var before: [String: String] = [:]
    var text: String

    var testDescription: String { "\(rule.rawValue): \(typed) for \(entry)" }

    init(
      _ rule: WrongRule, _ graph: String, _ entry: String, _ typed: String,
      before: [String: String] = [:], _ text: String
    ) {
      self.rule = rule
      self.graph = graph.split(separator: ";").map(String.init)
      self.entry = entry
      self.typed = typed
      self.before = before
      self.text = text
    }
  }

  /// What is said when all that comes before was answered, rightly but for what the case says, or none of it.
  static func said(
    in sample: Case, afterAll isAnswered: Bool = true
  ) throws -> (text: String, reasons: [WrongRule]) {
    var session = try opened(exploring: sample.graph, breaking: .never)
    func index(_ name: String) throws -> Int {
      try #require(session.worksheet?.list.index(of: name))
    }
    let entry = try index(sample.entry)
    for (name, typed) in sample.before {
      session.act(.fill(entry: try index(name), typed))
    }
    let key = try #require(session.worksheet?.key.numbers)
    // A rule of the box is told of a chained entry as long as the box's own derivative is not found.
    let rules = WrongRule.allCases
    let isOfBox =
      (rules.firstIndex(of: sample.rule) ?? 0) <= (rules.firstIndex(of: .otherFunction) ?? 0)
      || [.innerForgotten, .countedOnce].contains(sample.rule)
    let own =
      isOfBox
      ? key.list.entries[entry].prerequisites.filter {
        key.list.entries[$0].kind == .local
      } : []
    for other in 0..<entry
    where isAnswered && session.worksheet?.states[other] == .empty && !own.contains(other) {
      session.act(.fill(entry: other, key.value(of: other).shortestText))
    }
    session.act(.fill(entry: entry, sample.typed))
    return (
      session.saying.text, session.worksheet?.lastVerdicts[entry]?.reasons.map(\.rule) ?? []
    )
  }

  static let unit = "data x=5;w=3;p=w x;a=p + 2;J=a^2"
  static let chain = "a=2;b=3a + 1;c=b^2;J=5c"
  static let fan = "a=4;b=3;d=a b;e=a + b;f=d e"

  static func local(_ formula: String, w: String = "3") -> String {
    "data x=5;w=\(w);p=\(formula);J=7p"
  }

  static let cases = listedCases + studentCases

  @Test(arguments: cases) func eachRuleHasItsSentence(sample: Case) throws {
    let said = try WrongRuleWordsTests.said(in: sample)
    #expect(said.reasons.first == sample.rule)
    #expect(said.text == "not yet: \(sample.text)")
  }

  /// Who answers out of turn is not told on the way what is still asked.
  @Test(arguments: [
    Case(
      .wrongPoint, "a=2;b=3a + 1;c=b^3;J=5c", "dc/db", "12",
      "12 has the right formula and another quantity's number in it; here b = ▁▁▁"),
    Case(
      .localOnly, chain, "dJ/da", "3",
      "3 is db/da, one box alone; J moves ▁▁▁ times as far as b, so multiply"),
    Case(
      .upstreamOnly, "w=3;a=2 + 3w;J=a^2", "dJ/dw", "22",
      "it looks as if 22 is dJ/da, what comes from the right; a itself moves ▁▁▁ times as far as w, so multiply"
    ),
    Case(
      .ownOperand, unit, "dJ/dw", "102",
      "it looks as if 102 is dJ/dp = ▁▁▁ times a wrong dp/dw, which uses w itself; the derivative of w x by w is the other factor"
    ),
    Case(
      .seed, chain, "dJ/da", "51450",
      "51450 starts from J = ▁▁▁ itself; the sweep starts from dJ/dJ = 1"),
    Case(
      .squareAsDouble, chain, "c", "14",
      "it looks as if 14 multiplies by the exponent in b²; a power is the number times itself"),
    Case(
      .otherEntry, chain, "dJ/da", "245",
      "245 is not dJ/da, how far J moves for each unit of a; its size is too large; F3 shows how far it moves; "
        + "it is easier after db/da and dJ/db"),
  ])
  func aNumberThatIsStillAskedIsNotTold(sample: Case) throws {
    let said = try WrongRuleWordsTests.said(in: sample, afterAll: false)
    #expect(said.reasons.first == sample.rule)
    #expect(said.text == "not yet: \(sample.text)")
  }

  @Test func noRuleIsLeftOut() {
    let told = Set(WrongRuleWordsTests.cases.map(\.rule))
    #expect(
      Set(WrongRule.allCases).subtracting(told) == WrongRule.ofArrays.union(WrongRule.ofSteps))
  }
}
