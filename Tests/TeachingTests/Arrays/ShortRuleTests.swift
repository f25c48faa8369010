import Teaching
import Testing

/// How a rule is written that a hint shows: what meets is spread without a word.
struct ShortRuleTests {
  @Test(arguments: [
    ("V = mean(X^2, axis=0)", "dJ/dX", "dJ/dV * X"),
    ("V = sum(X * W, axis=0)", "dJ/dX", "dJ/dV * W"),
    ("V = sum(X * W, axis=1, keepdims=True)", "dJ/dX", "dJ/dV * W"),
    ("V = sum(X * W, axis=1)", "dJ/dX", "reshape(dJ/dV, 2, 1) * W"),
    ("V = sum(X, axis=0)", "dJ/dX", "broadcast_to(dJ/dV, 2, 3)"),
    ("V = mean(X)", "dJ/dX", "broadcast_to(dJ/dV, 2, 3) / 6"),
    ("V = reshape(X, 6)", "dJ/dX", "reshape(dJ/dV, 2, 3)"),
  ])
  func aRuleIsShort(line: String, entry: String, text: String) throws {
    let key = try ArrayAnswerTests.key(
      ["X = [[1, 2, 4], [3, -1, 2]]", "W = [[2, 1, 0.5], [1, -2, 3]]", line, "J = sum(V^2)"]
        .filter { line.contains("W") || !$0.hasPrefix("W") }, data: [])
    let index = try #require(key.list.index(of: entry))
    #expect(key.text(of: index) == text)
    #expect(key.check(key.text(of: index), for: index).word == "right")
  }
}
