import Autodiff
import Teaching
import Testing

/// Answers at corners that another library gives.
@Suite struct OtherConventionTests {
  private func reasons(_ typed: String, for name: String, _ lines: [String]) throws -> [String] {
    let reading = try ComputationGraph.read(lines.map { Statement(input: $0) }, breaking: .never)
    let key = try AnswerKey(reading.graph, at: reading.inputs)
    return key.check(typed, for: try #require(key.list.index(of: name))).reasonWords
  }

  @Test(arguments: [
    ("1", "dJ/dx", ["J = abs(x)", "x = 0"]), ("0.5", "dJ/dx", ["J = max(x, 0)", "x = 0"]),
    ("1/2", "dJ/dx", ["J = max(0, x)", "x = 0"]), ("0", "dJ/dx", ["J = max(x, 0)", "x = 0"]),
    ("0.5", "dJ/da", ["J = max(a, b)", "a = 2", "b = 2"]),
    ("0.5", "dJ/db", ["J = max(a, b)", "a = 2", "b = 2"]),
    ("1", "dJ/db", ["J = max(a, b)", "a = 2", "b = 2"]),
    ("0", "dJ/da", ["J = max(a, b)", "a = 2", "b = 2"]),
    ("0.5", "dJ/db", ["J = min(a, b)", "a = -1", "b = -1"]),
    ("1", "dJ/dx", ["J = relu(x)", "x = 0"]), ("0.5", "dJ/dx", ["J = relu(x)", "x = 0"]),
    // Within the chain, the factor from the right is there.
    ("1.5", "dJ/db", ["m = max(a, b)", "J = 3m", "a = 2", "b = 2"]),
    ("-2", "dJ/dx", ["u = abs(x)", "J = -2u", "x = 0"]),
    // A tie with another number than 0, and a clip at its bound.
    ("0.5", "dJ/dx", ["J = max(x, 3)", "x = 3"]),
    ("0.5", "dJ/dx", ["J = min(max(x, 0), 1)", "x = 1"]),
    ("0", "dJ/dx", ["J = min(max(x, 0), 1)", "x = 0"]),
  ])
  func aLibrarysAnswerIsNamed(typed: String, entry: String, lines: [String]) throws {
    #expect(try reasons(typed, for: entry, lines).contains("other-convention"))
  }

  @Test(arguments: [
    // Beside the corner the same numbers are other mistakes.
    ("0.5", "dJ/da", ["J = max(a, b)", "a = 2", "b = 1"]),
    ("1", "dJ/dx", ["J = abs(x)", "x = -1"]), ("0.5", "dJ/dx", ["J = max(x, 0)", "x = 1"]),
    ("1", "dJ/dx", ["J = relu(x)", "x = -2"]),
    // Nobody answers that.
    ("0.7", "dJ/dx", ["J = abs(x)", "x = 0"]), ("2", "dJ/da", ["J = max(a, b)", "a = 2", "b = 2"]),
  ])
  func elsewhereItIsNoConvention(typed: String, entry: String, lines: [String]) throws {
    #expect(try !reasons(typed, for: entry, lines).contains("other-convention"))
  }

  /// Two sweeps over one graph: PyTorch adds up at the parameters alone, micrograd at every box.
  @Test(arguments: [
    ("132", "doubled", ["t = 3w", "a = 2 + t", "J = a^2", "w = 3"]),
    ("264", "kept-between", ["t = 3w", "a = 2 + t", "J = a^2", "w = 3"]),
    ("198", "kept-between", ["a = 2 + 3w", "J = a^2", "w = 3"]),
  ])
  func aSecondSweepIsKnown(typed: String, rule: String, lines: [String]) throws {
    #expect(try reasons(typed, for: "dJ/dw", lines).contains(rule))
  }
}
