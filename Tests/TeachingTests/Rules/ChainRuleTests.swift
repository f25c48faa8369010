import Autodiff
import Expressions
import Teaching
import Testing

/// A rule that is typed before the number of a derivative.
@Suite struct ChainRuleTests {
  private static func key(_ statements: String...) throws -> AnswerKey {
    let reading = try ComputationGraph.read(
      statements.map { Statement(input: $0) }, breaking: .never)
    return try AnswerKey(reading.graph, at: reading.inputs)
  }

  private static func twoNodes() throws -> AnswerKey {
    try key("a = 2 + 3w", "J = a^2", "w = 3")
  }

  private static func fanOut() throws -> AnswerKey {
    try key("c = 2b", "d = b^2", "J = c d", "b = 3")
  }

  private static func check(_ typed: String, _ entry: String, in key: AnswerKey) throws -> Verdict?
  {
    key.checkRule(typed, for: try #require(key.list.index(of: entry)))
  }

  @Test(arguments: [
    "da/dw dJ/da", "dJ/da da/dw", "da/dw * dJ/da", "da/dw × dJ/da", "da/dw·dJ/da",
    "(da/dw)(dJ/da)", "da / dw * dJ / da", "∂a/∂w ∂J/∂a", "dJ/da da/dw + 0", "3 dJ/da",
    "da/dw * 22", "2a da/dw", "2a * 3", "6a", "18w + 12", "6 (2 + 3w)", "2(2 + 3w) * 3",
    "da/dw / (1 / dJ/da)",
  ])
  func aRuleIsRightHoweverItIsWritten(typed: String) throws {
    #expect(try Self.check(typed, "dJ/dw", in: Self.twoNodes()) == .right(typed: 66))
  }

  @Test(arguments: [
    ("dJ/da", ["upstream-only"]), ("da/dw", ["local-only"]), ("da/dw + dJ/da", ["added"]),
    ("dJ/da + da/dw", ["added"]), ("dJ/da / (da/dw)", ["divided"]), ("-da/dw dJ/da", ["sign"]),
    ("(da/dw)/(dJ/da)", ["divided"]), ("2 da/dw dJ/da", ["doubled"]), ("a", []), ("2a", []),
    ("w dJ/da", []), ("18w", []), ("(w + 19) da/dw", []), ("22 w", []),
  ])
  func aWrongRuleIsNamedByItsForm(typed: String, reasons: [String]) throws {
    let verdict = try #require(try Self.check(typed, "dJ/dw", in: Self.twoNodes()))
    #expect(verdict.word == "wrong")
    #expect(verdict.reasonWords == reasons)
  }

  @Test(arguments: [
    "dJ/db via c + dJ/db via d", "dJ/db via d + dJ/db via c", "dc/db dJ/dc + dd/db dJ/dd",
    "dJ/db via c + dd/db dJ/dd", "2 dJ/dc + 2b dJ/dd", "6b^2", "2 d + 2 b c",
  ])
  func atAFanOutTheRuleIsASumOfPaths(typed: String) throws {
    #expect(try Self.check(typed, "dJ/db", in: Self.fanOut())?.word == "right")
  }

  @Test(arguments: [
    ("dJ/db via c", ["one-path"]), ("dd/db dJ/dd", ["one-path"]),
    ("dJ/db via c * dJ/db via d", ["paths-multiplied"]),
    ("(dJ/db via c + dJ/db via d)/2", ["paths-averaged"]), ("dJ/dc + dJ/dd", ["upstream-only"]),
    ("dc/db + dd/db", ["local-only"]), ("dJ/db via c - dJ/db via d", ["path-sign"]),
    ("dc/db + dJ/dc + dd/db + dJ/dd", ["added"]), ("-dJ/db via c - dJ/db via d", ["sign"]),
  ])
  func aWrongSumIsNamedByItsForm(typed: String, reasons: [String]) throws {
    let verdict = try #require(try Self.check(typed, "dJ/db", in: Self.fanOut()))
    #expect(verdict.word == "wrong")
    #expect(verdict.reasonWords == reasons)
  }

  @Test func aPathHasARuleOfItsOwn() throws {
    let key = try Self.fanOut()
    #expect(try Self.check("dd/db dJ/dd", "dJ/db via d", in: key)?.word == "right")
    #expect(
      try Self.check("dd/db + dJ/dd", "dJ/db via d", in: key)?.reasonWords == ["added"])
  }

  @Test(arguments: ["66", "3*22", "22/2", "", "1/3", "-4", "66abc", "e^2", "dJ"])
  func aNumberAndWhatCannotBeReadIsNoRule(typed: String) throws {
    #expect(try Self.check(typed, "dJ/dw", in: Self.twoNodes()) == nil)
  }

  @Test(arguments: ["J", "dJ/da", "da/dw"])
  func whatFollowsFromOneBoxHasNoRule(entry: String) throws {
    #expect(try Self.check("2a", entry, in: Self.twoNodes()) == nil)
  }

  @Test(arguments: [
    ("dJ/dw", Verdict.Unreadable.asksItself), ("dw/da", .noDerivative("dw/da")),
    ("da/dw da/dJ", .noDerivative("da/dJ")),
  ])
  func whatNamesTheQuestionOrNoDerivativeIsUnreadable(
    typed: String, reason: Verdict.Unreadable
  ) throws {
    #expect(try Self.check(typed, "dJ/dw", in: Self.twoNodes()) == .unreadable(reason))
  }

  @Test func aRuleThatCannotBeReadIsToldItsPlace() throws {
    let verdict = try Self.check("da/dw * * dJ/da", "dJ/dw", in: Self.twoNodes())
    guard case .unreadable(.notParsed(let error)) = verdict else {
      Issue.record("\(String(describing: verdict))")
      return
    }
    #expect(error.range.lowerBound == 8)
  }

  /// Where everything is dead, numbers tell nothing, and names do.
  @Test func behindAReLUThatIsOffTheFormDecides() throws {
    let key = try Self.key("z = 2w - 9", "h = relu(z)", "J = h^2", "w = 3")
    #expect(try Self.check("dz/dw dJ/dz", "dJ/dw", in: key)?.word == "right")
    #expect(try Self.check("dJ/dz", "dJ/dw", in: key)?.reasonWords == ["upstream-only"])
    #expect(try Self.check("dh/dz + dJ/dh", "dJ/dz", in: key)?.reasonWords == ["added"])
  }

  /// A quantity called like a change is what its own name says where no derivative is meant.
  @Test func aQuantityMayBeCalledLikeAChange() throws {
    let key = try Self.key("da = 2w", "J = da^2", "w = 3")
    #expect(try Self.check("dda/dw dJ/dda", "dJ/dw", in: key)?.word == "right")
    #expect(try Self.check("4 da", "dJ/dw", in: key)?.word == "right")
  }
}
