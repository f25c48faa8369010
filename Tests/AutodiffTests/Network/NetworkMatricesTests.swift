import Autodiff
import Expressions
import Testing

/// Networks for several examples at once, as matrices.
struct NetworkMatricesTests {
  private static func read(_ lines: String...) throws -> ArrayReading {
    try ArrayReading(lines.map { Statement(input: $0) }, GraphRequest())
  }

  /// The formulas and inputs of a network with their shapes, each as one would write it.
  private static func lines(_ network: String) throws -> [String] {
    let graph = try read(network).graph
    return graph.nodes.indices.map { index in
      let node = graph.nodes[index]
      let title = node.formula.map { "\(node.name) = \($0.expression.text)" } ?? node.name
      return "\(node.kind == .data ? "data " : "")\(title)  \(graph.shape(of: index).text)"
    }
  }

  private static let networks: [(String, [String])] = [
    (
      "network 4-3-2 relu softmax batch 8",
      [
        "data X  (8, 4)", "W1  (4, 3)", "b1  (3)", "Z1 = X W1 + b1  (8, 3)",
        "A1 = relu(Z1)  (8, 3)", "W2  (3, 2)", "b2  (2)", "Z2 = A1 W2 + b2  (8, 2)",
        "data y  (8)", "J = crossentropy(Z2, y)  ()",
      ]
    ),
    (
      "network 3-2-1 tanh linear no-bias batch 2",
      [
        "data X  (2, 3)", "W1  (3, 2)", "Z1 = X W1  (2, 2)", "A1 = tanh(Z1)  (2, 2)",
        "W2  (2, 1)", "A2 = A1 W2  (2, 1)", "data Y  (2, 1)", "E = A2 - Y  (2, 1)",
        "J = mean(sum(E^2, axis=1)) / 2  ()",
      ]
    ),
    (
      "network 2-3 batch 1 cost cross-entropy",
      [
        "data X  (1, 2)", "W1  (2, 3)", "b1  (3)", "Z1 = X W1 + b1  (1, 3)",
        "A1 = sigmoid(Z1)  (1, 3)", "data Y  (1, 3)",
        "C = -(Y * ln(A1) + (1 - Y) * ln(1 - A1))  (1, 3)", "J = mean(sum(C, axis=1))  ()",
      ]
    ),
    (
      "network 2-3 softmax cost squared batch 4",
      [
        "data X  (4, 2)", "W1  (2, 3)", "b1  (3)", "Z1 = X W1 + b1  (4, 3)",
        "A1 = softmax(Z1)  (4, 3)", "data Y  (4, 3)", "E = A1 - Y  (4, 3)",
        "J = mean(sum(E^2, axis=1)) / 2  ()",
      ]
    ),
    (
      "network 2-2-2 linear batch 3",
      [
        "data X  (3, 2)", "W1  (2, 2)", "b1  (2)", "A1 = X W1 + b1  (3, 2)", "W2  (2, 2)",
        "b2  (2)", "A2 = A1 W2 + b2  (3, 2)", "data Y  (3, 2)", "E = A2 - Y  (3, 2)",
        "J = mean(sum(E^2, axis=1)) / 2  ()",
      ]
    ),
  ]

  @Test(arguments: networks)
  func aNetworkIsItsFormulas(network: String, lines: [String]) throws {
    #expect(try NetworkMatricesTests.lines(network) == lines)
  }

  /// Of one example the matrices hold the numbers of the network without a batch, and so do their derivatives.
  @Test(arguments: [
    "2-3-1 sigmoid", "4-3-2 tanh seed 7", "3-2-2 relu seed 2", "2-2 sigmoid cost cross-entropy",
    "3-4-2 softplus seed 9", "2-3-2 linear",
  ])
  func oneExampleIsTheNetworkOfNumbers(network: String) throws {
    let numbers = try ComputationGraph.read([Statement("network \(network)")], breaking: .never)
    let scalars = try BackwardPass(ForwardPass(numbers.graph, at: numbers.inputs))
    let reading = try NetworkMatricesTests.read("network \(network) batch 1")
    let arrays = try ArrayBackwardPass(ArrayForwardPass(reading.graph, at: reading.inputs))
    func scalar(_ name: String) throws -> (Double, Double) {
      let node = try #require(numbers.graph.index(of: name))
      return (scalars.forward.values[node], scalars.derivatives[node])
    }
    let cost = arrays.forward.values[reading.graph.output][0]
    let scalarCost = try scalar("J").0
    #expect(abs(cost - scalarCost) < 1e-12)
    var compared = 0
    for (index, node) in reading.graph.nodes.enumerated() where node.kind == .parameter {
      let layer = node.name.dropFirst()
      let shape = reading.graph.shape(of: index)
      for place in arrays.derivatives[index].elements.indices {
        let columns = shape.sizes[shape.axes - 1]
        let (row, column) = (place / columns + 1, place % columns + 1)
        let name = shape.axes == 2 ? "w\(layer)_\(column)_\(row)" : "b\(layer)_\(column)"
        let (value, derivative) = try scalar(name)
        #expect(arrays.forward.values[index][place] == value, "\(name)")
        #expect(abs(arrays.derivatives[index][place] - derivative) < 1e-12, "\(name)")
        compared += 1
      }
    }
    #expect(compared == numbers.graph.nodes.count { $0.kind == .parameter })
  }

  @Test(arguments: [
    "4-3-2 relu softmax", "2-4-1 relu", "3-4-2 tanh linear no-bias", "3-3-2 relu linear",
    "2-2-2 relu no-bias",
  ])
  func theSweepIsTheCentralDifferenceForEverySeed(network: String) throws {
    for seed in 0..<10 {
      let reading = try NetworkMatricesTests.read("network \(network) batch 5 seed \(seed)")
      let backward = try ArrayBackwardPass(ArrayForwardPass(reading.graph, at: reading.inputs))
      let check = try DifferenceCheck(backward, reading.inputs)
      #expect(check.findings.filter { !$0.agrees } == [], "seed \(seed)")
    }
  }

  @Test func aLineOfOnesOwnReplacesAnInput() throws {
    let reading = try NetworkMatricesTests.read(
      "network 2-2 tanh batch 3", "X = [1 2; 3 4]", "Y = zeros(2, 2)")
    #expect(reading.inputs["X"] == NumericArray([[1, 2], [3, 4]]))
    let node = try #require(reading.graph.index(of: "X"))
    #expect(reading.graph.nodes[node].kind == .data)
  }

  private static let mistakes: [(String, String, String)] = [
    ("2-1 batch", "       ", "how many examples? write a whole number, as in batch 8"),
    ("2-1 batch 0", "0", "'0' is not a number of examples; write one above 0, as in batch 8"),
    ("2-1 batch -3", "-3", "'-3' is not a number of examples; write one above 0, as in batch 8"),
    ("2-1 batch x", "x", "'x' is not a number of examples; write one above 0, as in batch 8"),
    ("2-1 batch 2 batch 3", "batch", "the batch is given twice; give it once"),
    ("2-1 no-bias batch 3 no-bias", "no-bias", "the no-bias is given twice; give it once"),
    (
      "2-2 softmax", "softmax",
      "'softmax' is for networks with a batch, which are written with matrices; add batch 8"
    ),
    (
      "2-2 no-bias", "no-bias",
      "'no-bias' is for networks with a batch, which are written with matrices; add batch 8"
    ),
    (
      "2-2-2 softmax relu batch 2", "softmax",
      "softmax is for the outputs alone; write it last, as in network 4-3-2 relu softmax batch 8"
    ),
    (
      "2-2-1 softmax batch 2", "softmax",
      "softmax of a single output is 1; write two outputs at least, or sigmoid"
    ),
    ("2-2-1 relu tanh linear batch 2", "linear", "the activation is given twice; give it once"),
    ("2-2-2 relu tanh softmax batch 2", "softmax", "the activation is given twice; give it once"),
    ("2-1 tanh relu", "relu", "the activation is given twice; give it once"),
    ("2-1 bach 3", "bach", "unknown word 'bach'; did you mean 'batch'?"),
    ("2-1 no-bais batch 2", "no-bais", "unknown word 'no-bais'; did you mean 'no-bias'?"),
    (
      "2-2 relu cost cross-entropy batch 2", "network 2-2 relu cost cross-entropy batch 2",
      "cross-entropy takes values between 0 and 1, and those of relu are not; write sigmoid, or "
        + "cost squared"
    ),
    (
      "900-900 batch 2", "900-900",
      "the network has 814505 quantities; write one of at most 100000"
    ),
  ]

  @Test(arguments: mistakes)
  func aMistakeHasItsPlace(words: String, place: String, message: String) throws {
    do throws(NetworkError) {
      _ = try NetworkStatement("network \(words)")
      Issue.record("it is read")
    } catch {
      #expect(error.message == message)
      let scalars = Array("network \(words)".unicodeScalars)
      let marked = scalars[error.range.clamped(to: 0..<scalars.count)]
      let isAtEnd = place.allSatisfy { $0 == " " }
      #expect(String(String.UnicodeScalarView(marked)) == (isAtEnd ? "" : place))
    }
  }

  @Test func whereAGraphHasNumbersAloneABatchIsRefused() {
    let error = #expect(throws: GraphError.self) {
      try ComputationGraph.read([Statement("network 2-1 batch 3")])
    }
    #expect(
      error?.message == "a network with a batch has matrices, and here a graph has numbers alone; "
        + "take 'batch' away")
  }
}
