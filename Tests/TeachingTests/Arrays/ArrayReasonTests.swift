import Autodiff
import Expressions
import Lessons
import Teaching
import Testing

struct ArrayReasonTests {
  static let network = [
    "X = [[1, 2], [0.5, -1], [2, 0.3]]", "y = [0, 2, 1]",
    "W1 = [[0.2, -0.5, 1, 0.4], [0.7, 0.1, -0.3, -0.6]]",
    "b1 = [0.1, 0, -0.2, 0.3]",
    "W2 = [[1, 2, -1], [0.5, -0.4, 0.3], [0.2, 0.1, 0.9], [-1, 0.6, 0.7]]",
    "Z = X W1 + b1", "H = relu(Z)", "S = H W2", "J = crossentropy(S, y)",
  ]

  /// The words of the reasons for an answer.
  static func reasons(
    _ entry: String, _ typed: String, _ lines: [String] = network, data: Set<String> = ["X", "y"]
  ) throws -> [String] {
    try ArrayAnswerTests.check(entry, typed, lines, data: data).reasonWords
  }

  @Test(arguments: [
    ("dJ/dW2", "H dS", ["wrong-shape", "not-transposed"]),
    ("dJ/dW2", "dS H'", ["wrong-shape", "order-swapped"]),
    ("dJ/dW2", "dS H", ["wrong-shape", "order-swapped", "not-transposed"]),
    ("dJ/dW2", "H * dS", ["wrong-shape", "elementwise-product", "not-transposed"]),
    ("dJ/dW2", "dS' H", ["wrong-shape", "transposed"]),
    ("dJ/dW2", "dS", ["wrong-shape", "upstream-only"]),
    ("dJ/dW2", "H", ["wrong-shape", "local-only"]),
    ("dJ/dH", "dS W2", ["wrong-shape", "not-transposed"]),
    ("dJ/dH", "W2 dS", ["wrong-shape", "order-swapped", "not-transposed"]),
    ("dJ/dZ", "dH", ["mask-forgotten", "upstream-only"]),
    ("dJ/dZ", "dH * H", ["mask-of-value"]),
    ("dJ/dZ", "(Z > 0)", ["local-only"]),
    ("dJ/db1", "dZ", ["wrong-shape", "not-summed", "upstream-only"]),
    ("dJ/db1", "mean(dZ, axis=0)", ["averaged"]),
    ("dJ/db1", "sum(dZ, axis=1)", ["wrong-shape", "wrong-axis"]),
    ("dJ/db1", "sum(dZ, axis=0) / m", ["mean-twice"]),
    ("dJ/dS", "softmax(S) - onehot(y, 3)", ["mean-forgotten"]),
    ("dJ/dS", "softmax(S) / 3", ["target-forgotten"]),
    ("dJ/dS", "(onehot(y, 3) - softmax(S)) / m", ["target-minus", "sign"]),
    ("dJ/dS", "softmax(S) * (1 - softmax(S)) / m", ["softmax-elementwise"]),
    ("shape of S", "(3, 4)", ["other-entry"]),
    ("shape of H", "(4, 3)", ["transposed"]),
    ("shape of dJ/db1", "(3, 4)", ["not-summed"]),
  ])
  func aBrokenRuleIsNamed(entry: String, typed: String, expected: [String]) throws {
    let words = try ArrayReasonTests.reasons(entry, typed)
    #expect(Array(words.prefix(expected.count)) == expected, "\(entry) = \(typed): \(words)")
  }

  @Test(arguments: [
    ("dJ/dW2", "H' (softmax(S) - onehot(y, 3))", "mean-forgotten"),
    ("dJ/dW2", "H' softmax(S) / m", "target-forgotten"),
    ("dJ/dW1", "X' (dS W2')", "mask-forgotten"),
    ("dJ/dW1", "X' (dS W2) / m", "wrong-shape"),
    ("dJ/dH", "(softmax(S) - onehot(y, 3)) W2'", "mean-forgotten"),
  ])
  func aRuleBrokenFurtherToTheRightIsNamed(
    entry: String, typed: String, expected: String
  ) throws {
    #expect(try ArrayReasonTests.reasons(entry, typed).first == expected)
  }

  @Test(arguments: [
    ("dJ/dW2", "dJ/dW2", ArrayObstacle.asksItself("dJ/dW2")),
    ("dJ/dW2", "2 dW2", .asksItself("dW2")),
    ("dJ/dH", "dZ", .comesLater("dZ")),
    ("dJ/dH", "dW1 + 1", .comesLater("dW1")),
    ("dJ/dH", "dS/dH", .noDerivative("dS/dH")),
    ("dJ/dH", "", .empty),
    ("dJ/dH", "   ", .empty),
    ("shape of H", "wide", .noShape),
    ("shape of H", "(3, 2.5)", .noShape),
    ("H", "[[1, 2], [3]]", .raggedRows(2, 1)),
    ("H", "[[1, X], [3, 4]]", .nameInNumber("X")),
    ("H", "X W1", .nameInNumber("X")),
    ("H[0, 1]", "1/0", .notFinite),
  ])
  func whatCannotBeCheckedIsNeverWrong(
    entry: String, typed: String, expected: ArrayObstacle
  ) throws {
    #expect(
      try ArrayAnswerTests.check(entry, typed, ArrayReasonTests.network, data: ["X", "y"])
        == .unreadable(expected))
  }

  @Test func twoSquareMatricesSideBySideAreAskedBack() throws {
    let lines = [
      "A = [[1, 2], [3, 4]]", "B = [[2, 0], [1, 1]]", "C = A @ B", "J = sum(C * C)",
    ]
    func check(_ typed: String) throws -> ArrayVerdict {
      try ArrayAnswerTests.check("dJ/dA", typed, lines, data: [])
    }
    #expect(try check("dC B'") == .unreadable(.productOrCells("dC", "B'")))
    #expect(try check("dJ/dC B'") == .unreadable(.productOrCells("dJ/dC", "B'")))
    #expect(try check("dC @ B'").word == "right")
    #expect(try check("dC.dot(B.T)").word == "right")
    #expect(try check("dC * B'").reasonWords.first == "elementwise-product")
    let key = try ArrayAnswerTests.key(lines, data: [])
    #expect(key.text(of: try #require(key.list.index(of: "dJ/dA"))) == "dJ/dC @ B'")
  }

  @Test func aFormulaThatFitsTheseNumbersOnlyIsToldSo() throws {
    let lines = ["x = [1, 1]", "w = [2, 3]", "z = w * x", "J = sum(z^2)"]
    guard
      case .wrong(let wrongness) = try ArrayAnswerTests.check(
        "dJ/dw", "dz", lines, data: ["x"])
    else {
      Issue.record("it is wrong")
      return
    }
    #expect(wrongness.isOnlyHere)
    #expect(wrongness.reasons.first == .upstreamOnly)
    #expect(try ArrayAnswerTests.check("dJ/dw", "dz * x", lines, data: ["x"]).word == "right")
  }

  @Test func theVerdictOnAnArrayIsThatOfItsWorstCell() throws {
    func check(_ typed: String) throws -> ArrayVerdict {
      try ArrayAnswerTests.check("Z", typed)
    }
    guard case .wrong(let wrongness) = try check("[[1, 7, 3], [3, 15, 8], [4, 26, 13]]") else {
      Issue.record("it is wrong")
      return
    }
    #expect(wrongness.cells == [[1, 2]])
    #expect(wrongness.shape == nil)
    guard case .wrong(let other) = try check("[[1, 7], [3, 15]]") else {
      Issue.record("it is wrong")
      return
    }
    #expect(
      other.shape == ShapeFault(found: Shape(2, 2), wanted: Shape(3, 3)) && other.cells.isEmpty)
  }

  @Test(arguments: [
    ("dL/dA[0, 0]", "0", "right"), ("dL/dA[1, 1]", "3.11", "right"),
    ("dL/dA[1, 1]", "3.1", "unreadable"), ("dL/dA[1, 1]", "28/9", "right"),
    ("dL/dA[1, 1]", "3.2", "wrong"), ("dL/dA[1, 1]", "2 (A[1, 1] - Y[1, 1])/9", "right"),
    ("dL/dZ", "1", "wrong"),
  ])
  func numbersAreRightToThreeDigits(entry: String, typed: String, word: String) throws {
    #expect(try ArrayAnswerTests.check(entry, typed).word == word)
  }

  @Test func aNumberThatFollowsFromAWrongOneIsToldSo() throws {
    let key = try ArrayAnswerTests.key(ArrayAnswerTests.layer)
    let (z, a) = (try #require(key.list.index(of: "Z")), try #require(key.list.index(of: "A")))
    let wrong = NumericArray([[1, 7, 3], [3, 15, 7], [4, 26, -13]])
    let verdict = key.check(
      "[[1, 7, 3], [3, 15, 7], [4, 26, 0]]", for: a,
      knowing: ArrayLearnerNumbers(wrong: [z: wrong]))
    #expect(verdict.reasons.first == .followsFromWrong)
  }
}
