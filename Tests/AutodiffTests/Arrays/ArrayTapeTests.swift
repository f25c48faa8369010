import Autodiff
import Expressions
import Testing

/// The tape of arrays beside the passes that compute by tables alone.
struct ArrayTapeTests {
  /// Whether two arrays are the same but for rounding.
  static func agree(_ a: NumericArray, _ b: NumericArray) -> Bool {
    a.shape == b.shape
      && zip(a.elements, b.elements).allSatisfy { x, y in
        x == y || abs(x - y) <= 1e-12 * max(1, abs(x), abs(y)) || x.isNaN && y.isNaN
      }
  }

  /// Compares every value and every derivative of a graph; runs twice, so that nothing is left over from a run.
  static func compare(_ reading: ArrayReading, _ sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let graph = reading.graph
    let forward = try ArrayForwardPass(graph, at: reading.inputs)
    let backward = try ArrayBackwardPass(forward, starts: reading.starts)
    var run = ArrayTapeRun(ArrayTape(graph, starts: reading.starts), at: reading.inputs)
    for _ in 0..<2 {
      try run.forward()
      run.reverse()
    }
    for node in graph.nodes.indices {
      let (value, derivative) = (run.value(of: node), run.derivative(of: node))
      #expect(
        agree(value, forward.values[node]), "\(graph.nodes[node].name)",
        sourceLocation: sourceLocation)
      #expect(
        agree(derivative, backward.derivatives[node]),
        "d\(graph.nodes[node].name): \(derivative.text) and \(backward.derivatives[node].text)",
        sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: ArraySweepTests.formulas)
  func everyOperationIsThatOfThePasses(_ formula: String) throws {
    try ArrayTapeTests.compare(ArraySweepTests.reading(formula))
  }

  /// Ways in which the compiler takes things together.
  @Test(arguments: [
    ["Z = A C + 1", "J = sum(Z)"],
    ["Z = A C + C[0]", "J = sum(Z^2)"],
    ["Z = C[0] + A C", "H = relu(Z)", "J = sum(H^2)"],
    ["H = tanh(A C + C[0])", "J = sum(H * H)"],
    ["H = sigmoid(A C + C[0:1])", "J = sum(H * H + H)"],
    ["H = tanh(A' B + v)", "J = sum(H)"],
    ["Z = A C", "J = sum((Z + Z) * Z)"],
    ["J = sum((A C + C[0]) * (A C + C[0]))"],
    ["Z = A' B'' ", "J = sum(Z^2)"],
    ["Z = A' @ (A @ B')", "J = sum(Z^2)"],
    ["Z = (A')' @ B'", "J = sum(Z^2)"],
    ["Z = B @ A'", "H = Z'", "J = sum(H Z) + sum(H^2)"],
    ["P = A'", "J = sum(P A P)"],
    ["Z = A", "J = sum(Z * A)"],
    ["Z = reshape(A, 2, 3)", "J = sum(Z @ A) + sum(Z^2)"],
    ["Z = reshape(-A, 2, 3)", "J = sum(Z^2)"],
    ["J = mean((A - B)^2)"],
    ["J = mean(A^3) + s^2"],
    ["J = sum(A[0] * A[1]) + A[2, 0]"],
    ["J = sum(T[0] @ T[1]' * (T @ T[0]')[1])"],
    ["J = sum(v) + sum(-v) + sum(v - s)"],
    ["J = crossentropy(A C + C[0], [0, -1, 2])"],
    ["P = softmax(A C)", "J = -sum(P[range(3), [0, 1, 2]])"],
    ["J = crossentropy(A, A)"],
    ["J = sum(outer(v, v) @ outer(v, w))"],
    ["J = s * s + s"],
    ["J = sum(zeros(0, 2) @ C) + sum(A)"],
    ["Z = zeros(0, 2) * v + zeros(0, 1) * w", "J = sum(Z) + sum(v)"],
    ["Z = A[:, 0:0] @ C[0:0]", "J = sum(Z) + sum(A C)"],
    ["J = max(A) * min(A) + var(A)"],
    ["K = sum(A^2)", "J = sum(v)"],
  ])
  func whatIsComputedTogetherIsTheSame(_ formulas: [String]) throws {
    let statements = ArraySweepTests.inputs + formulas.map { Statement($0) }
    try ArrayTapeTests.compare(ArrayReading(statements, GraphRequest()))
  }

  @Test func derivativesThatAreGivenBeginTheSweep() throws {
    var request = GraphRequest()
    request.starts = [Statement("dY = [[1, 0.5, 2, -1]]"), Statement("dP = 2 P")]
    let statements = ArraySweepTests.inputs + ["Y = A C", "P = tanh(Y)"].map { Statement($0) }
    try ArrayTapeTests.compare(ArrayReading(statements, request))
  }

  @Test func inputsAreReplacedInPlace() throws {
    let statements = ["X = [1 2; 3 4]", "w = [1, 1]", "J = sum((X w)^2)"].map { Statement($0) }
    let reading = try ArrayReading(statements, GraphRequest(data: ["X"]))
    let tape = ArrayTape(reading.graph, derivatives: .parameters)
    var run = ArrayTapeRun(tape, at: reading.inputs)
    let (x, w) = (try #require(tape.graph.index(of: "X")), try #require(tape.graph.index(of: "w")))
    try run.forward()
    run.reverse()
    #expect(run.value(of: tape.graph.output) == NumericArray(58))
    #expect(run.derivative(of: w) == NumericArray([48, 68]))
    run.withInput(x) { $0[3] = -3 }
    run.set(w, to: NumericArray([2, 0]))
    try run.forward()
    run.reverse()
    #expect(run.withValue(of: tape.graph.output) { $0[0] } == 40)
    #expect(run.withDerivative(of: w) { Array($0) } == [40, -28])
  }

  @Test func anIndexThatLiesOutsideIsAnError() throws {
    let statements = ["E = [1 2; 3 4]", "i = [0, 1]", "J = sum(E[i])"].map { Statement($0) }
    let reading = try ArrayReading(statements, GraphRequest(data: ["i"]))
    var run = ArrayTapeRun(ArrayTape(reading.graph, derivatives: .none), at: reading.inputs)
    try run.forward()
    run.withInput(try #require(reading.graph.index(of: "i"))) { $0[0] = 2 }
    do throws(EvaluationError) {
      try run.forward()
      Issue.record("an index lies outside")
    } catch {
      #expect(error == .index(node: "J", formula: "sum(E[i])"))
    }
  }
}
