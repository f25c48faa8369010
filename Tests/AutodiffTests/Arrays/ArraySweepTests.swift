import Autodiff
import Expressions
import Testing

/// The reverse sweep on arrays against central differences: every rule, on every way to use it.
struct ArraySweepTests {
  /// A formula for each rule, over A (3, 2), B (3, 2), C (2, 4), v (2), u (3), w (2), s and T with three axes.
  static let formulas = [
    "A C", "v C", "A v", "v w", "A @ C", "T C", "C @ T[:, :, 0:1]", "C[0] @ T", "T v", "T @ T'",
    "u' A[:, 0]",
    "A * B", "A * v", "A + u[:, None]", "A - s", "s A", "A / B", "A^2", "2^v", "max(A, B)",
    "min(A, 1)", "outer(u, v)", "u v'", "A'", "T'", "sum(A)", "sum(A, axis=0)",
    "sum(A, axis=1)", "sum(A, axis=1, keepdims=True)", "sum(T, axis=1)", "mean(A)",
    "mean(A, axis=0)", "mean(A, axis=-1, keepdims=True)", "max(A, axis=0)", "max(A)",
    "max(T, axis=1)", "min(A, axis=1)", "var(A)", "var(A, axis=0)", "var(v)", "norm(A)",
    "norm(A, axis=1)", "norm(s)", "var(s)", "sum(s)", "mean(s)", "softmax(A)",
    "softmax(A, axis=0)", "softmax(T, axis=1)", "softmax(v)", "logsumexp(A)", "logsumexp(v)",
    "logsumexp(A, axis=0)", "logsumexp(T, axis=1)", "crossentropy(A, [0, 1, 1])",
    "crossentropy(v, 1)", "crossentropy(A, B)", "crossentropy(v, w)", "crossentropy(T, T)",
    "A[0, 1]", "A[1]", "A[:, 0]", "A[-1, 0:2]", "v[0:1]", "v[:, None]", "T[1, :, 0]", "T[:, 1:3]",
    "A[[2, 0, 2]]", "v[[1, 1]]", "A[[[0, 1], [2, 2]]]", "A[range(3), [0, 1, 0]]",
    "concat(A, B, axis=0)", "concat(A, B, axis=1)", "concat(v, w, v)", "concat(T, T, axis=2)",
    "reshape(A, 2, 3)", "reshape(A, -1)", "reshape(s, 1, 1)", "broadcast_to(v, 3, 2)",
    "broadcast_to(s, 2, 2)", "broadcast_to(u[:, None], 3, 4)", "conv(u, v)", "conv(A, B[0:2])",
    "conv(A, C[:, 0:1])", "maxpool(u, 2)", "maxpool(C, 2)", "unpool(v[0:1], w, 2)",
    "unpool(C[0:1, 0:2], C, 2)", "where(A > B, A, B)", "where(A > 0, v, 0)", "flip(A)",
    "flip(v)", "pad(v, 1, 2)", "pad(A, 0, 1, 2, 0)", "diag(v)", "diag(A)", "diag(A C[:, 0:3])",
    "A * (A > 0)", "scatter(A, [1, 0, 1], 4)", "scatter(v, [0, 0], 3)", "A - mean(A, axis=0)",
    "tanh(A)", "sigmoid(A C)", "exp(-A)", "relu(A)", "ln(A^2 + 1)", "A.sum(0)", "A.T @ B",
    "np.dot(A, C)", "A.dot(C)", "np.maximum(A, 0)", "abs(A)", "softplus(A)", "A A'", "A' A",
    "sin(A) + cos(v)", "A ⊙ B C", "ismax(A) * B", "eye(3) A", "ones(2, 3) A",
  ]

  static let inputs = """
    A = [[0.5, -1.2], [0.3, 0.8], [-0.7, 1.1]]
    B = [[0.9, 0.4], [-0.6, 1.3], [0.2, -0.5]]
    C = [0.3 -0.8 1.2 0.1; 0.6 0.7 -0.4 -1.5]
    T = [[[0.1, 0.5], [-0.3, 0.9], [1.4, -0.2], [0.8, 0.6]], [[-0.9, 0.4], [0.7, 0.2], [-1.1, 0.35], [0.25, -0.45]]]
    v = [0.4, -0.9]
    w = [1.3, 0.6]
    u = [0.2, -0.5, 1.7]
    s = 0.7
    """.split(separator: "\n").map { Statement(String($0)) }

  /// A graph whose output weighs every number of a formula differently.
  static func reading(_ formula: String) throws -> ArrayReading {
    var statements = inputs
    statements.append(Statement("Y = \(formula)"))
    statements.append(Statement("J = sum(sin(Y + 0.3) * (1 + Y))"))
    return try ArrayReading(statements, GraphRequest())
  }

  @Test(arguments: formulas)
  func theSweepGivesCentralDifferences(_ formula: String) throws {
    let reading = try ArraySweepTests.reading(formula)
    let forward = try ArrayForwardPass(reading.graph, at: reading.inputs)
    let backward = try ArrayBackwardPass(forward)
    for (name, array) in reading.inputs {
      let node = try #require(reading.graph.index(of: name))
      let derivative = backward.derivatives[node]
      #expect(derivative.shape == array.shape)
      for cell in array.elements.indices {
        let step = 1e-6
        func output(_ change: Double) throws -> Double {
          var inputs = reading.inputs
          inputs[name]?[cell] += change
          let pass = try ArrayForwardPass(reading.graph, at: inputs)
          return pass.values[reading.graph.output][0]
        }
        let difference = try (output(step) - output(-step)) / (2 * step)
        #expect(
          abs(difference - derivative[cell]) <= 1e-6 * max(1, abs(difference)),
          "\(formula): dJ/d\(name)[\(cell)] is \(derivative[cell]), the difference \(difference)")
      }
    }
  }

  @Test(arguments: formulas)
  func aFormulaIsPrintedAsItReadsBack(_ formula: String) throws {
    let reading = try ArraySweepTests.reading(formula)
    let node = try #require(reading.graph.index(of: "Y"))
    let first = try #require(reading.graph.nodes[node].formula)
    let shapes = Dictionary(
      uniqueKeysWithValues: reading.graph.nodes.indices.map {
        (reading.graph.nodes[$0].name, reading.graph.shape(of: $0))
      })
    let text = first.expression.text
    let second = try Formula(text, known: Set(shapes.keys), shapes: shapes)
    #expect(second.shape == first.shape, "\(text)")
    let values = try ArrayForwardPass(reading.graph, at: reading.inputs)
    let again = second.expression.arrayValue(
      at: second.expression.names.map { name in
        values.values[reading.graph.index(of: name) ?? 0]
      })
    #expect(again == values.values[node], "\(text)")
  }
}
