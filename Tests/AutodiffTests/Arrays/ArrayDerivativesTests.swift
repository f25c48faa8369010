import Autodiff
import Expressions
import Testing

/// The derivatives of graphs with arrays as formulas.
struct ArrayDerivativesTests {
  static let layer = ["X = [1 2; 3 4; 0 1; 2 2]", "W = [2; -1]", "Y = [0; 1; 1; 0]", "b = [0.1]"]

  private static let logistic = [
    "Z = X W + b", "A = sigmoid(Z)", "J = -mean(Y * ln(A) + (1 - Y) * ln(1 - A))",
  ]

  @Test(arguments: [
    (["A = X W", "J = sum((A - Y)^2)/8"], "W", "X' (A - Y) / 4"),
    (["A = X W", "J = mean((A - Y)^2)"], "W", "X' (A - Y) / 2"),
    (["A = X W", "J = sum((A - Y)^2)/8"], "A", "(A - Y)/4"),
    (["A = X W", "J = sum(A)"], "W", "X' ones(4, 1)"),
    (["Z = X W", "H = tanh(Z)", "J = sum(H Y')"], "Z", "ones(4, 4) Y * (1 - H^2)"),
    (["J = 3 sum(W)"], "W", "3ones(2, 1)"),
    (["J = norm(W)"], "W", "W/J"),
    (["Z = X W", "J = sum(relu(Z))"], "W", "X' step(Z)"),
    // Logistic regression, whose denominators cancel.
    (logistic, "Z", "(A - Y)/4"),
    (logistic, "W", "X' (A - Y) / 4"),
    (logistic, "b", "sum(A - Y, axis=0) / 4"),
    (logistic, "A", "((1 - Y)/(1 - A) - Y/A)/4"),
    (
      ["Z = X W + b", "A = sigmoid(Z)", "J = mean(-Y * ln(A) - (1 - Y) * ln(1 - A))"], "Z",
      "(A - Y)/4"
    ),
    (["A = sigmoid(X W)", "J = sum((Y - 1) * ln(1 - A) - Y * ln(A))"], "W", "X' (A - Y)"),
    (["A = sigmoid(X W)", "J = mean((A - Y)^2)"], "W", "X' ((A - Y) * A * (1 - A)) / 2"),
    (["A = tanh(X W)", "J = sum((A - Y)^2)/8"], "W", "X' ((A - Y) * (1 - A^2)) / 4"),
    (["A = relu(X W + b)", "J = mean((A - Y)^2)"], "W", "X' ((A - Y) * step(X W + b)) / 2"),
    // Transposes of transposes, and products with a single 1.
    (["E = X W - Y", "J = sum(E' E) / 8"], "W", "X' E / 4"),
    (["J = sum(W' W)"], "W", "2W"),
    (["J = sum((W')')"], "W", "ones(2, 1)"),
    (["J = sum((W' X')')"], "W", "X' ones(4, 1)"),
    (["J = sum((W' X' - Y')^2)"], "W", "2X' (X W - Y)"),
    // Factors before everything.
    (["J = sum((2 X W - 2 Y)^2)"], "W", "8X' (X W - Y)"),
    (["J = sum((X W / 2)^2) / 3"], "W", "X' (X W) / 6"),
    (["J = norm(X W - Y)^2"], "W", "2X' (X W - Y)"),
    (["J = sum(W^2)/2"], "W", "W"),
    (["J = 3 mean(X W) / 4"], "W", "3X' ones(4, 1) / 16"),
    (["P = softmax(W, axis=0)", "J = -sum(ln(P) * [0; 1])"], "P", "-([[0], [1]] / P)"),
  ])
  func aDerivativeIsWrittenAsOneWouldWriteIt(
    _ formulas: [String], _ name: String, _ expected: String
  ) throws {
    let statements = (ArrayDerivativesTests.layer + formulas).map { Statement($0) }
    let reading = try ArrayReading(statements, GraphRequest())
    let node = try #require(reading.graph.index(of: name))
    let formula = ArrayDerivatives(reading).formula(withRespectTo: node)
    #expect(formula.expression.text == expected)
    #expect(formula.shape == reading.graph.shape(of: node))
  }

  @Test(arguments: ArraySweepTests.formulas)
  func theFormulaReadBackGivesTheNumbersOfTheSweep(_ formula: String) throws {
    let reading = try ArraySweepTests.reading(formula)
    let forward = try ArrayForwardPass(reading.graph, at: reading.inputs)
    let backward = try ArrayBackwardPass(forward)
    let shapes = Dictionary(
      uniqueKeysWithValues: reading.graph.nodes.indices.map {
        (reading.graph.nodes[$0].name, reading.graph.shape(of: $0))
      })
    for node in reading.graph.nodes.indices {
      let written = ArrayDerivatives(reading).formula(withRespectTo: node)
      let text = written.expression.text
      let read = try Formula(text, known: Set(shapes.keys), shapes: shapes)
      let values = read.expression.names.map { forward.values[reading.graph.index(of: $0) ?? 0] }
      let value = try #require(read.expression.arrayValue(at: values), "\(text)")
      let expected = backward.derivatives[node]
      #expect(value.shape == expected.shape, "\(text)")
      for cell in value.elements.indices where value.shape == expected.shape {
        #expect(
          abs(value[cell] - expected[cell]) <= 1e-10 * max(1, abs(expected[cell])),
          "\(formula), d\(reading.graph.nodes[node].name): \(text)")
      }
    }
  }

  @Test func whatANodePassesBackIsARuleOverItsOperands() throws {
    let statements = [
      "X = [1 2; 3 4]", "W = [2 0; -1 1]", "b = [1, 2]", "Z = X W + b", "P = softmax(Z)",
      "J = sum(P^2)",
    ].map { Statement($0) }
    let reading = try ArrayReading(statements, GraphRequest())
    let rules = ArrayDerivatives(reading)
    let z = try #require(reading.graph.index(of: "Z"))
    let p = try #require(reading.graph.index(of: "P"))
    #expect(
      (0...2).map { rules.rule(of: z, slot: $0)?.expression.text } == [
        "dJ/dZ W'", "X' dJ/dZ", "sum(dJ/dZ, axis=0)",
      ])
    #expect(
      rules.rule(of: p, slot: 0)?.expression.text
        == "P * (dJ/dP - sum(P * dJ/dP, axis=-1, keepdims=True))")
  }
}
