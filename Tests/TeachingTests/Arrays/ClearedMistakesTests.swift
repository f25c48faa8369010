import Autodiff
import Expressions
import Lessons
import Teaching
import Testing

/// What is known on the way back clears the boxes behind it of every blame.
struct ClearedMistakesTests {
  static let squares = [
    "X = [[1, 2], [3, -1]]", "Y = [[1], [0]]", "W = [[0.5], [-0.3]]", "b = 0.2", "Z = X W + b",
    "A = tanh(Z)", "J = mean((A - Y)^2)",
  ]
  static let sums = [
    "X = [[1, 2], [3, -1]]", "Y = [[1, 0], [0, 1]]", "W = [[0.5, 1], [-0.3, 0.7]]",
    "Z = X W", "A = sigmoid(Z)", "J = -sum(Y * ln(A) + (1 - Y) * ln(1 - A)) / 2",
  ]
  static let classes = [
    "X = [[1, 2], [3, -1]]", "Y = [0, 2]", "W = [[0.5, 1, 0.1], [-0.3, 0.7, 2]]", "Z = X W",
    "J = crossentropy(Z, Y)",
  ]
  static let vectors = [
    "X = [1, 3]", "Y = [2, 1]", "w = 1.5", "z = w X", "J = mean((z - Y)^2)",
  ]

  @Test(arguments: [
    (squares, "dJ/dW", "2 X' dZ", "doubled"), (squares, "dJ/dW", "X' (dZ + dZ)", "doubled"),
    (squares, "dJ/dW", "X' (2 dA * (1 - A^2))", "doubled"),
    (squares, "dJ/dW", "2 X' ((A - Y) * (1 - A^2))", "mean-forgotten"),
    (squares, "dJ/dA", "2 (A - Y)", "mean-forgotten"),
    (squares, "dJ/dZ", "2 dA * (1 - A^2)", "doubled"),
    (squares, "dJ/dZ", "2 (A - Y) * (1 - A^2)", "mean-forgotten"),
    (squares, "dJ/db", "2 sum(dZ)", "doubled"), (squares, "dJ/db", "sum(dZ) / 2", "mean-twice"),
    (sums, "dJ/dW", "2 X' @ dZ", "doubled"), (sums, "dJ/dW", "X' @ (A - Y)", "mean-forgotten"),
    (sums, "dJ/dZ", "A - Y", "mean-forgotten"), (sums, "dJ/dZ", "2 dA * A * (1 - A)", "doubled"),
    (classes, "dJ/dW", "2 X' dZ", "doubled"),
    (classes, "dJ/dW", "X' (softmax(Z) - onehot(Y, 3))", "mean-forgotten"),
    (classes, "dJ/dZ", "softmax(Z) - onehot(Y, 3)", "mean-forgotten"),
    (vectors, "dJ/dw", "2 sum(dz * X)", "doubled"),
    (vectors, "dJ/dw", "2 sum((z - Y) * X)", "mean-forgotten"),
    (vectors, "dJ/dz", "2 (z - Y)", "mean-forgotten"),
  ])
  func ofTwoExamplesAFactorOfTwoIsAForgottenMeanWhereTheMeanIsStillToCome(
    lines: [String], entry: String, typed: String, expected: String
  ) throws {
    let verdict = try ArrayAnswerTests.check(entry, typed, lines)
    #expect(verdict.reasonWords.first == expected, "\(verdict.reasonWords)")
  }

  @Test(arguments: [
    ("dJ/dW", [], "mean-forgotten"), ("dJ/dW", ["dJ/dA"], "doubled"),
    ("dJ/dW", ["dJ/dZ"], "doubled"), ("dJ/dW", ["dJ/db"], "mean-forgotten"),
    ("dJ/dZ", [], "mean-forgotten"), ("dJ/dZ", ["dJ/dA"], "doubled"),
    ("dJ/dA", [], "mean-forgotten"), ("dJ/db", ["dJ/dZ"], "doubled"),
    ("dJ/db", ["dJ/dW"], "mean-forgotten"),
  ])
  func ofTwiceTheNumbersThoseThatAreFoundDecide(
    entry: String, found: [String], expected: String
  ) throws {
    let key = try ArrayAnswerTests.key(ClearedMistakesTests.squares)
    let index = try #require(key.list.index(of: entry))
    let own = try found.map { name in
      let other = try #require(key.list.index(of: name))
      return (other, key.value(of: other))
    }
    let twice = key.value(of: index).map { 2 * $0 }
    let verdict = key.check(
      twice.text(\.shortestText), for: index,
      knowing: ArrayLearnerNumbers(own: Dictionary(uniqueKeysWithValues: own)))
    #expect(verdict.reasonWords.first == expected, "\(verdict.reasonWords)")
  }

  @Test func ofFourExamplesAFactorOfFourIsAForgottenMeanEvenBehindADerivative() throws {
    let lines = [
      "X = [1, 3, -1, 2]", "Y = [2, 1, 0, 1]", "w = 1.5", "z = w X", "J = mean((z - Y)^2)",
    ]
    func reasons(_ typed: String) throws -> [String] {
      try ArrayAnswerTests.check("dJ/dw", typed, lines).reasonWords
    }
    #expect(try reasons("4 sum(dz * X)").first == "mean-forgotten")
    #expect(try reasons("2 sum(dz * X)").first == "doubled")
    #expect(try reasons("2 sum((z - Y) * X)").first == "mean-forgotten")
  }

  @Test func aDerivativeBesideTheWayClearsNothing() throws {
    let key = try ArrayAnswerTests.key(ArrayReasonTests.network, data: ["X", "y"])
    let index = try #require(key.list.index(of: "dJ/dW1"))
    let own = try ["dJ/dW2", "dJ/dS"].map { name in
      let other = try #require(key.list.index(of: name))
      return (other, key.value(of: other))
    }
    guard
      case .wrong(let wrongness) = key.check("X' (dS W2')", for: index),
      case .formula(_, let value?) = wrongness.typed
    else {
      Issue.record("it is wrong")
      return
    }
    let verdict = key.check(
      value.text(\.shortestText), for: index,
      knowing: ArrayLearnerNumbers(own: Dictionary(uniqueKeysWithValues: own)))
    #expect(verdict.reasonWords.first == "mask-forgotten")
  }
}
