import Teaching
import Testing

/// What stands there found or given is never the suspect.
@Suite struct FoundDerivativeTests {
  /// Logistic regression: dL/dz is a - 1, and 0.880797 is a.
  private func key() throws -> AnswerKey {
    try TeachingTests.key(
      "z = w x", "a = sigmoid(z)", "L = -ln(a)", "w = 1", "x = 2", data: ["x"])
  }

  @Test(arguments: ["0.880797", "-0.880797"])
  func theProbabilityForItselfLessOneIsNamedBeforeTheSlopeIsFound(typed: String) throws {
    let key = try key()
    let index = try #require(key.list.index(of: "dL/dz"))
    let sheet = Worksheet(key)
    #expect(sheet.check(typed, for: index).reasons.first?.rule == .targetForgotten)
  }

  @Test(arguments: ["0.880797", "-0.880797", "0.881"])
  func itIsNotNamedBesideTheSlope(typed: String) throws {
    let key = try key()
    let index = try #require(key.list.index(of: "dL/dz"))
    let local = try #require(key.list.index(of: "da/dz"))
    var found = Worksheet(key)
    #expect(found.answer("a (1 - a)", for: local).isAccepted)
    let given = Worksheet(key, asking: Set(key.list.entries.indices).subtracting([local]))
    for sheet in [found, given] {
      let rules = sheet.check(typed, for: index).reasons.map(\.rule)
      #expect(!rules.contains(.targetForgotten), "\(rules)")
    }
  }
}
