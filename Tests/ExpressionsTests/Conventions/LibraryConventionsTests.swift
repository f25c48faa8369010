import Expressions
import Testing

@Suite struct LibraryConventionsTests {
  private func notes(_ formula: String, _ values: [String: Double]) throws -> [String] {
    let expression = try Formula(formula, known: Set(values.keys)).expression
    return expression.conventionNotes(at: expression.names.map { values[$0] ?? 0 })
  }

  @Test func theTableHasARowForEachLibraryOnce() {
    let rows = LibraryConventions.all
    #expect(rows[0].name == "backprop")
    #expect(Set(rows.map(\.label)).count == rows.count)
  }

  @Test(arguments: [
    ("PyTorch", Corner.max, [0.5, 0.5]), ("TensorFlow", .max, [1, 0]), ("MLX", .max, [0, 1]),
    ("MyGrad", .max, [0, 0]), ("JAX", .abs, [1]), ("SymPy", .abs, [0]), ("algopy", .abs, [1]),
    ("PyTorch", .maxOfArray, [0.5, 0.5, 0]), ("Jittor", .maxOfArray, [1, 1, 0]),
    ("DyNet", .max, [0, 1]), ("TensorFlow", .negativeBase, [0]), ("ADOL-C", .maxWithZero, [0.5]),
  ])
  func answersAreReadAsNumbers(library: String, corner: Corner, numbers: [Double]) throws {
    let row = try #require(LibraryConventions.all.first { $0.name == library })
    #expect(row.numbers(at: corner) == numbers)
  }

  @Test(
    arguments: [
      (
        "relu(x)", ["x": 0],
        [
          "at 0 the slope of relu is 0 by convention, as in PyTorch, JAX, TensorFlow and others; "
            + "Enzyme on JAX 0.0.16 answers 1; SymPy 1.14.0 and uncertainties 3.2.3 answer 0.5"
        ]
      ),
      (
        "abs(x)", ["x": 0],
        [
          "at 0 the slope of abs is 0 by convention, as in PyTorch, TensorFlow, tinygrad and others; "
            + "JAX 0.10.2, Jittor 1.3.11.0, Enzyme on JAX 0.0.16 and others answer 1"
        ]
      ),
      (
        "max(x, 0)", ["x": 0],
        [
          "in a tie max follows its first operand by convention, as in TensorFlow, Enzyme on JAX, PyTensor and others; "
            + "PyTorch 2.15.0, JAX 0.10.2, tinygrad 0.14.0 and others answer 0.5; "
            + "MLX 0.32.4, Jittor 1.3.11.0 and MyGrad 2.5.0 answer 0"
        ]
      ),
      ("max(x, 0)", ["x": 1], []), ("relu(x)", ["x": -1], []),
      ("sign(x)", ["x": 0], ["at 0 the slope of sign is 0 by convention"]),
    ] as [(String, [String: Double], [String])])
  func aCornerIsSaidWithWhoDiffers(
    formula: String, values: [String: Double], expected: [String]
  ) throws {
    #expect(try notes(formula, values) == expected)
  }

  @Test func whereDigitsEndIsSaid() throws {
    #expect(try notes("softplus(x)", ["x": 25]).first?.hasPrefix("beyond 20 PyTorch") ?? false)
    #expect(try notes("softplus(x)", ["x": 20]).isEmpty)
    #expect(try notes("sigmoid(x)", ["x": 37]).count == 1)
    #expect(try notes("sigmoid(x)", ["x": 36]).isEmpty)
    #expect(try notes("tanh(x)", ["x": -20]).count == 1)
    #expect(try notes("x^y", ["x": 0, "y": 2]).count == 1)
    #expect(try notes("x^2", ["x": 0]).isEmpty)
  }
}
