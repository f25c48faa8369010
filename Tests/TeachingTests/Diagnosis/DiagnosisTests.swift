import Autodiff
import Teaching
import Testing

@Suite struct DiagnosisTests {
  /// The names of the rules that give an answer, in their order.
  func reasons(
    _ typed: String, for name: String, _ lines: String...
  ) throws -> [String] {
    let reading = try ComputationGraph.read(lines.map { Statement(input: $0) }, breaking: .never)
    let key = try AnswerKey(reading.graph, at: reading.inputs)
    return key.check(typed, for: try #require(key.list.index(of: name))).reasonWords
  }

  @Test func theContractsExampleIsThreeThingsAtOnce() throws {
    let found = try reasons("22", for: "dJ/dw", "w = 3", "a = 2 + 3w", "J = a^2")
    #expect(found == ["upstream-only", "inner-forgotten", "other-entry"])
  }

  /// Each rule on a graph where its number is its own, and is named first.
  @Test(arguments: [
    // The chain rule, on b = 3a + 1, c = b^2, J = 5c at a = 2: dJ/da = 3 × 70 = 210.
    ("local-only", "3", "dJ/da"), ("upstream-only", "70", "dJ/da"), ("added", "73", "dJ/da"),
    ("divided", "70/3", "dJ/da"), ("divided", "3/70", "dJ/da"), ("skipped-node", "15", "dJ/da"),
    ("extra-factor", "2940", "dJ/da"), ("seed", "51450", "dJ/da"), ("doubled", "420", "dJ/da"),
    ("upside-down", "1/210", "dJ/da"), ("nudged-change", "0.21", "dJ/da"),
    ("unit-change", "255", "dJ/da"), ("sign", "-210", "dJ/da"), ("power-of-ten", "2100", "dJ/da"),
    ("forward-value", "2", "dJ/da"), ("update-step", "-21", "dJ/da"),
    ("update-step", "-19", "dJ/da"),
    // Its local derivatives: db/da = 3, dc/db = 14.
    ("constant-kept", "4", "db/da"), ("power-not-lowered", "98", "dc/db"),
    ("power-coefficient", "7", "dc/db"), ("power-raised", "686", "dc/db"),
    ("power-integrated", "343/3", "dc/db"), ("unit-change", "15", "dc/db"),
    ("forward-value", "49", "dc/db"),
    // Its values: b = 7, c = 49, J = 245.
    ("square-as-double", "14", "c"), ("operand-missing", "6", "b"), ("operation-swapped", "6", "b"),
    ("sign", "-7", "b"), ("power-of-ten", "0.7", "b"),
  ])
  func aRuleIsNamedFirst(rule: String, typed: String, entry: String) throws {
    let found = try reasons(typed, for: entry, "a = 2", "b = 3a + 1", "c = b^2", "J = 5c")
    // What has a rival of the same number is at least among those named.
    #expect(found.contains(rule), "\(found)")
  }

  @Test(arguments: [
    ("own-operand", "p = x w", "3"), ("product-as-sum", "p = x w", "1"),
    ("product-itself", "p = x w", "15"), ("sum-as-product", "p = w + x", "5"),
    ("sum-split", "p = w + x", "1/2"), ("subtrahend-sign", "p = x - w", "1"),
    ("bias-as-weight", "p = 2x + w", "5"), ("max-both", "p = max(x, w)", "1"),
    ("max-scaled", "p = min(x, w)", "3"), ("max-loser", "p = min(x, w)", "0"),
    ("quotient-not-squared", "p = x/w", "-5/3"), ("reciprocal-sign", "p = 1/w", "1/9"),
    ("half-forgotten", "p = 1/2 w^2", "6"), ("half-kept", "p = 1/2 w^2", "1.5"),
    ("half-forgotten", "p = w^2/2", "6"), ("inner-forgotten", "p = (2w + 1)^2", "14"),
    ("relu-value", "p = relu(w)", "3"), ("relu-always-off", "p = relu(w)", "0"),
    ("relu-always-on", "p = relu(-w)", "-1"), ("sigmoid-value", "p = sigmoid(w)", "0.952574"),
    ("sigmoid-of-input", "p = sigmoid(w)", "-6"),
    ("sigmoid-one-minus", "p = sigmoid(w)", "0.0474259"),
    ("tanh-one-minus", "p = tanh(w)", "-8"), ("exp-power", "p = exp(w)", "1"),
    ("exp-power", "p = exp(w)", "22.1672"), ("ln-itself", "p = ln(w)", "1.09861"),
    ("cos-sign", "p = cos(w)", "0.14112"),
  ])
  func eachOperationHasItsWrongRules(rule: String, formula: String, typed: String) throws {
    let found = try reasons(typed, for: "dp/dw", "data x = 5", "w = 3", formula, "J = 7p")
    #expect(found.contains(rule), "\(found)")
  }

  @Test(arguments: [
    // d = ab, e = a + b, f = de at a = 4, b = 3: df/da = 7 × 3 + 12 × 1 = 33.
    ("one-path", "21"), ("one-path", "12"), ("paths-multiplied", "252"), ("paths-averaged", "16.5"),
    ("local-only", "4"), ("upstream-only", "19"), ("added", "23"), ("one-upstream", "28"),
    ("one-upstream", "48"), ("one-local", "57"), ("doubled", "66"),
  ])
  func aFanOutHasRulesOfItsOwn(rule: String, typed: String) throws {
    let found = try reasons(
      typed, for: "df/da", "a = 4", "b = 3", "d = a b", "e = a + b", "f = d e")
    #expect(found.contains(rule), "\(found)")
  }

  @Test(arguments: [
    ("precedence", "2 + 3w", "15"), ("square-of-sign", "v^2", "-16"),
    ("square-as-double", "v^2", "-8"), ("operand-missing", "2 + 3w", "9"),
    ("operation-swapped", "2 + 3w", "18"), ("relu-ignored", "relu(v)", "-4"),
    ("precedence", "1/2 w^2", "2.25"), ("sign", "w v", "12"),
  ])
  func valuesAreDiagnosedToo(rule: String, formula: String, typed: String) throws {
    let found = try reasons(typed, for: "p", "w = 3", "v = -4", "p = \(formula)", "J = p + w + v")
    #expect(found.contains(rule), "\(found)")
  }

  @Test func anOperandUsedTwiceCountsTwice() throws {
    let found = try reasons("1", for: "db/da", "a = 3", "b = a + a", "J = 5b")
    #expect(
      found == ["sum-split", "counted-once", "power-of-ten"]
        || found == ["sum-split", "counted-once"])
    #expect(
      try reasons("5", for: "dJ/da", "a = 3", "b = a + a", "J = 5b").contains("counted-once"))
  }

  @Test func whatFollowsFromAnEarlierMistakeSaysSo() throws {
    var sheet = Worksheet(try twoNodes())
    _ = sheet.answer("10", for: 0)
    let verdict = sheet.answer("100", for: 1)
    #expect(verdict.reasons.first == Reason(.followsFromWrong, other: 0))
    #expect(verdict.word == "wrong")
  }

  @Test func noRuleSpeaksOfARightAnswer() throws {
    #expect(try reasons("66", for: "dJ/dw", "w = 3", "a = 2 + 3w", "J = a^2") == [])
    // 3 is w as well, and right all the same.
    #expect(try reasons("3", for: "da/dw", "w = 3", "a = 2 + 3w", "J = a^2") == [])
  }

  @Test func aNumberOfNoRuleHasNoReason() throws {
    #expect(try reasons("65.3", for: "dJ/dw", "w = 3", "a = 2 + 3w", "J = a^2") == [])
  }

  @Test func closeAndUnreadableAnswersHaveTheirOwnReasons() throws {
    #expect(
      try reasons("66.009", for: "dJ/dw", "w = 3", "a = 2 + 3w", "J = a^2") == ["nudge-estimate"])
    #expect(try reasons("66a", for: "dJ/dw", "w = 3", "a = 2 + 3w", "J = a^2") == ["unreadable"])
  }
}
