import Autodiff
import Expressions
import Testing

/// A box of matrices written out in the cells that enter it.
struct CellFormulasTests {
  static let inputs = [
    "X = [[1, 2], [0.5, -1]]", "W = [[3, -2], [1, 4]]", "b = [1, 0]", "y = [1, 0]",
  ]

  static func formulas(
    _ formula: String, longestPart: Int = 60, numbers: Bool = false
  ) throws -> CellFormulas {
    let reading = try ArrayReading(
      (inputs + ["Z = \(formula)", "J = sum(Z)"]).map { Statement($0) }, GraphRequest())
    let forward = try ArrayForwardPass(reading.graph, at: reading.inputs)
    let node = try #require(reading.graph.index(of: "Z"))
    return CellFormulas(of: node, in: forward, longestPart: longestPart) { operand, place in
      if numbers { return "(\(forward.values[operand][place].shortestText))" }
      return "\(reading.graph.nodes[operand].name)\(place)"
    }
  }

  @Test(arguments: [
    (
      "X W + b",
      [
        "X0 * W0 + X1 * W2 + b0", "X0 * W1 + X1 * W3 + b1", "X2 * W0 + X3 * W2 + b0",
        "X2 * W1 + X3 * W3 + b1",
      ]
    ),
    ("relu(X)", ["relu(X0)", "relu(X1)", "relu(X2)", "relu(X3)"]),
    ("X'", ["X0", "X2", "X1", "X3"]), ("X * W", ["X0 * W0", "X1 * W1", "X2 * W2", "X3 * W3"]),
    ("sum(X, axis=0)", ["X0 + X2", "X1 + X3"]), ("mean(X)", ["(X0 + X1 + X2 + X3) / 4"]),
    ("X W[:, 0]", ["X0 * W0 + X1 * W2", "X2 * W0 + X3 * W2"]),
    ("softmax(b)", ["exp(b0) / (exp(b0) + exp(b1))", "exp(b1) / (exp(b0) + exp(b1))"]),
    ("X[1]", ["X2", "X3"]), ("outer(b, y)", ["b0 * y0", "b0 * y1", "b1 * y0", "b1 * y1"]),
    ("(X - b)^2", ["(X0 - b0)^2", "(X1 - b1)^2", "(X2 - b0)^2", "(X3 - b1)^2"]),
  ])
  func aCellIsAFormulaOverTheCellsThatEnter(formula: String, cells: [String]) throws {
    let written = try Self.formulas(formula)
    #expect(written.cells == cells)
    #expect(written.parts == [])
  }

  @Test func aLongPartHasANameOfItsOwn() throws {
    let written = try Self.formulas("softmax(X W)[0]", longestPart: 8)
    #expect(written.parts.first == "t1_0_0 = X0 * W0 + X1 * W2")
    #expect(written.cells.allSatisfy { !$0.contains("X0") })
  }

  /// The law: with numbers in the place of names each formula has its cell's value.
  @Test(arguments: [
    "X W + b", "relu(X W)", "X'", "sum(X, axis=0)", "softmax(X W)", "var(X, axis=1)", "norm(X)",
    "max(X, axis=0)", "crossentropy(X W, [1, 0])", "X W[:, 0]", "X > 0", "concat(X, W, axis=0)",
    "logsumexp(X)", "tanh(X - mean(X, axis=0))",
  ])
  func aCellsFormulaHasItsValue(formula: String) throws {
    let written = try Self.formulas(formula, longestPart: .max, numbers: true)
    let reading = try ArrayReading(
      (Self.inputs + ["Z = \(formula)", "J = sum(Z)"]).map { Statement($0) }, GraphRequest())
    let forward = try ArrayForwardPass(reading.graph, at: reading.inputs)
    let node = try #require(reading.graph.index(of: "Z"))
    #expect(written.cells.count == forward.values[node].elements.count)
    for (cell, value) in zip(written.cells, forward.values[node].elements) {
      let scalar = try ComputationGraph.read(
        [Statement("J = q * (\(cell))"), Statement("q = 1")], breaking: .never)
      let number = try ForwardPass(scalar.graph, at: scalar.inputs).values[scalar.graph.output]
      #expect(abs(number - value) <= 1e-9 * max(1, abs(value)), "\(formula): \(cell)")
    }
  }
}
