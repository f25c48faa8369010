import Autodiff
import Expressions
import Lessons
import Teaching
import Testing

struct ArrayAnswerTests {
  static let layer = [
    "X = [[1, 2], [3, 4], [5, 7]]", "W = [[2, 1, 0], [-1, 3, 2]]", "b = [1, 0, -1]",
    "Y = [[1, 0, 1], [0, 1, 0], [1, 1, 0]]", "Z = X W + b", "A = relu(Z)",
    "L = mean((A - Y)^2)",
  ]

  static func key(_ lines: [String], data: Set<String> = ["X", "Y"]) throws -> ArrayAnswerKey {
    try ArrayAnswerKey(ArrayReading(lines.map { Statement($0) }, GraphRequest(data: data)))
  }

  static func check(
    _ entry: String, _ typed: String, _ lines: [String] = layer, data: Set<String> = ["X", "Y"]
  ) throws -> ArrayVerdict {
    let key = try key(lines, data: data)
    return key.check(typed, for: try #require(key.list.index(of: entry)))
  }

  @Test func entriesComeInTheOrderOneWorks() throws {
    let key = try ArrayAnswerTests.key(ArrayAnswerTests.layer)
    #expect(
      key.list.entries.map(\.name) == [
        "shape of Z", "Z", "shape of A", "A", "shape of L", "L", "shape of dL/dA", "dL/dA",
        "shape of dL/dZ", "dL/dZ", "shape of dL/dW", "dL/dW", "shape of dL/db", "dL/db",
      ])
    #expect(
      try key.list.indices(of: FillRequest.everything).map { key.list[$0].name } == [
        "shape of Z", "shape of A", "shape of L", "dL/dA", "dL/dZ", "dL/dW", "dL/db",
      ])
  }

  @Test(arguments: [
    ("shape of Z", ["(3, 3)", "3x3", "3 3", "3 × 3", "[3, 3]", "3,3", "3 by 3"]),
    ("shape of L", ["()", "scalar"]),
    ("Z", ["[[1, 7, 3], [3, 15, 7], [4, 26, 13]]", "1 7 3; 3 15 7; 4 26 13"]),
    ("Z[0, 1]", ["7", "14/2", "2*3 + 1"]),
    ("dL/dA", ["2 (A - Y) / 9", "2/9 * (A - Y)"]),
    ("dL/dZ", ["dL/dA * (Z > 0)", "dA * step(Z)", "∂L/∂A ⊙ (A > 0)"]),
    ("dL/dW", ["X' dL/dZ", "X.T @ dZ", "np.dot(X.T, dZ)", "X'(2 (A - Y) * (Z > 0))/9"]),
    ("dL/db", ["sum(dZ, axis=0)", "dZ.sum(axis=0)", "np.sum(dL/dZ, 0)", "ones(3) @ dZ"]),
  ])
  func rightAnswersAreRight(entry: String, answers: [String]) throws {
    for answer in answers {
      #expect(try ArrayAnswerTests.check(entry, answer).word == "right", "\(entry): \(answer)")
    }
  }

  @Test(arguments: [
    ("shape of Z", "(3, 2)"), ("Z[0, 1]", "8"), ("dL/dW", "X dL/dZ"), ("dL/db", "dZ"),
    ("dL/dZ", "dA"),
  ])
  func wrongAnswersAreWrong(entry: String, answer: String) throws {
    #expect(try ArrayAnswerTests.check(entry, answer).word == "wrong")
  }
}
