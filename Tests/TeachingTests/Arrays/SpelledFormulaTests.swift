import Expressions
import Teaching
import Testing

/// Every right formula is right in forty spellings and more, and no wrong neighbour is in any.
struct SpelledFormulaTests {
  static let logistic = [
    "X = [[1, 2], [3, 4], [5, 7], [-1, 0.5]]",
    "Y = [[1, 0, 1], [0, 1, 0], [1, 1, 0], [0, 0, 1]]",
    "W = [[0.2, 0.1, 0], [-0.1, 0.3, 0.2]]", "b = [0.1, 0, -0.1]", "Z = X W + b",
    "A = sigmoid(Z)", "J = -sum(Y * ln(A) + (1 - Y) * ln(1 - A)) / 4",
  ]
  static let network = [
    "X = [[1, 2], [0.5, -1], [2, 0.3], [-2, 1]]",
    "Y = [[1, 0, 0], [0, 0, 1], [0, 1, 0], [1, 0, 0]]",
    "W1 = [[0.2, -0.5, 1, 0.4, 0.3], [0.7, 0.1, -0.3, -0.6, 0.8]]", "b1 = [0.1, 0, -0.2, 0.3, 0]",
    "W2 = [[1, 2, -1], [0.5, -0.4, 0.3], [0.2, 0.1, 0.9], [-1, 0.6, 0.7], [0.3, 0.2, -0.8]]",
    "b2 = [0.2, -0.1, 0]", "Z = X W1 + b1", "H = relu(Z)", "S = H W2 + b2", "P = softmax(S)",
    "J = -sum(Y * ln(P)) / 4",
  ]
  /// Examples in columns.
  static let columns = [
    "X = [[1, 2, -1, 0.5], [3, 4, 2, -2]]",
    "Y = [[1, 0, 1, 0], [0, 1, 0, 1], [1, 1, 0, 0]]", "W = [[0.2, 0.1], [-0.1, 0.3], [0.5, 0.4]]",
    "b = [[0.1], [0], [-0.1]]", "Z = W X + b", "A = tanh(Z)", "J = sum((A - Y)^2) / 8",
  ]

  struct Case: Sendable, CustomTestStringConvertible {
    var lines: [String]
    var entry: String
    var formula: SpelledFormula
    var testDescription: String { "\(entry) = \(formula.spellings(atMost: 1)[0])" }
  }

  private static let positive = SpelledFormula.atom(["(Z > 0)", "step(Z)", "(H > 0)"])

  static let cases: [Case] = [
    Case(
      lines: logistic, entry: "dJ/dW",
      formula: .product(.transposed(.quantity("X")), .derivative("Z"))),
    Case(
      lines: logistic, entry: "dJ/dW",
      formula: .mean(
        .product(.transposed(.quantity("X")), .minus(.quantity("A"), .quantity("Y"))))),
    Case(
      lines: logistic, entry: "dJ/dW",
      formula: .product(
        .transposed(.quantity("X")), .mean(.minus(.quantity("A"), .quantity("Y"))))),
    Case(lines: logistic, entry: "dJ/db", formula: .sum(.derivative("Z"), axis: 0)),
    Case(
      lines: logistic, entry: "dJ/db",
      formula: .mean(.sum(.minus(.quantity("A"), .quantity("Y")), axis: 0))),
    Case(
      lines: logistic, entry: "dJ/dZ",
      formula: .entrywise(
        .derivative("A"), .entrywise(.quantity("A"), .atom(["(1 - A)", "(1 + -A)"])))),
    Case(
      lines: logistic, entry: "dJ/dZ", formula: .mean(.minus(.quantity("A"), .quantity("Y")))),
    Case(
      lines: network, entry: "dJ/dS",
      formula: .mean(.minus(.atom(["P", "softmax(S)", "softmax(S, axis=1)"]), .quantity("Y")))),
    Case(
      lines: network, entry: "dJ/dW2",
      formula: .product(.transposed(.quantity("H")), .derivative("S"))),
    Case(
      lines: network, entry: "dJ/dH",
      formula: .product(.derivative("S"), .transposed(.quantity("W2")))),
    Case(lines: network, entry: "dJ/dZ", formula: .entrywise(.derivative("H"), positive)),
    Case(
      lines: network, entry: "dJ/dW1",
      formula: .product(
        .transposed(.quantity("X")), .entrywise(.derivative("H"), positive))),
    Case(lines: network, entry: "dJ/db2", formula: .sum(.derivative("S"), axis: 0)),
    Case(
      lines: columns, entry: "dJ/dW",
      formula: .product(.derivative("Z"), .transposed(.quantity("X")))),
    Case(
      lines: columns, entry: "dJ/db",
      formula: .sum(.derivative("Z"), axis: 1, keepsAxes: true)),
    Case(
      lines: columns, entry: "dJ/dZ",
      formula: .entrywise(.derivative("A"), .atom(["(1 - A^2)", "(1 - A * A)", "(1 - tanh(Z)²)"]))),
  ]

  @Test(arguments: cases)
  func everySpellingIsRight(right: Case) throws {
    let key = try ArrayAnswerTests.key(right.lines)
    let index = try #require(key.list.index(of: right.entry))
    let spellings = right.formula.spellings(atMost: 100)
    #expect(spellings.count >= 40)
    let refused = spellings.filter { key.check($0, for: index).word != "right" }
    #expect(refused == [])
  }

  @Test(arguments: cases)
  func noWrongNeighbourIsRight(right: Case) throws {
    let key = try ArrayAnswerTests.key(right.lines)
    let index = try #require(key.list.index(of: right.entry))
    let typed = right.formula.neighbours.flatMap { $0.spellings(atMost: 3) }
    #expect(typed.count >= 6)
    let others = typed.map { (typed: $0, word: key.check($0, for: index).word) }
      .filter { $0.word != "wrong" }
    #expect(others.map { "\($0.typed): \($0.word)" } == [])
  }
}
