import Autodiff
import Expressions
import Testing

@Suite struct NetworkStatementTests {
  private func read(_ lines: String...) throws -> ComputationGraph.Reading {
    try ComputationGraph.read(lines.map { Statement(input: $0) })
  }

  private static let typed = [
    "data x1 = 0.9", "data x2 = 0.1",
    "parameter w1_1_1 = -0.8", "parameter w1_1_2 = 0.7", "parameter b1_1 = -0.1",
    "z1_1 = w1_1_1 x1 + w1_1_2 x2 + b1_1", "a1_1 = sigmoid(z1_1)",
    "parameter w1_2_1 = -1.2", "parameter w1_2_2 = 0.4", "parameter b1_2 = -0.2",
    "z1_2 = w1_2_1 x1 + w1_2_2 x2 + b1_2", "a1_2 = sigmoid(z1_2)",
    "parameter w2_1_1 = 0.9", "parameter w2_1_2 = 0.1", "parameter b2_1 = -0.4",
    "z2_1 = w2_1_1 a1_1 + w2_1_2 a1_2 + b2_1", "a2_1 = sigmoid(z2_1)",
    "parameter w2_2_1 = 0.6", "parameter w2_2_2 = -0.4", "parameter b2_2 = 0.5",
    "z2_2 = w2_2_1 a1_1 + w2_2_2 a1_2 + b2_2", "a2_2 = sigmoid(z2_2)",
    "data y1 = 1", "data y2 = 0",
    "e1 = a2_1 - y1", "e2 = a2_2 - y2", "J = 1/2 e1^2 + 1/2 e2^2",
  ]

  @Test func aNetworkIsTheGraphOfItsFortyLines() throws {
    let network = try read("network 2-2-2 sigmoid")
    let typed = try ComputationGraph.read(
      NetworkStatementTests.typed.map { Statement(input: $0) })
    #expect(network == typed)
    #expect(
      NetworkStatement([2, 2, 2]).statements
        == NetworkStatementTests.typed.map { Statement(input: $0) })
  }

  @Test(arguments: [
    "network 1-1", "network 2-3-1 tanh", "network 3-2 linear cost squared", "network 2–2 relu",
    "network 2-3 sigmoid cost cross-entropy", "network 2-1 cost cross-entropy sigmoid seed 7",
    "  network   4-4-4-4  softplus", "network 1-1-1-1 seed 0",
  ])
  func everyNetworkIsTheGraphOfItsStatementsAndHasItsDerivatives(line: String) throws {
    let network = try NetworkStatement(line)
    let reading = try read(line)
    #expect(try ComputationGraph.read(network.statements, breaking: .never) == reading)
    #expect(reading.graph.nodes.count == network.quantityCount)
    #expect(reading.notes.isEmpty)
    let forward = try ForwardPass(reading.graph, at: reading.inputs)
    let backward = try BackwardPass(forward)
    for (index, node) in reading.graph.nodes.enumerated() where node.kind == .parameter {
      let step = 1e-5
      let slope =
        try [step, -step].map { step in
          var moved = reading.inputs
          moved[node.name, default: 0] += step
          return try ForwardPass(reading.graph, at: moved).values[reading.graph.output]
        }.reduce(0) { $1 - $0 } / (-2 * step)
      #expect(abs(backward.derivatives[index] - slope) < 1e-6, "\(node.name)")
    }
  }

  @Test func everyActivationAndEveryCostIsAWordOfTheLine() throws {
    for activation in NetworkStatement.Activation.allCases {
      #expect(try NetworkStatement("network 2-1 \(activation.rawValue)").activation == activation)
    }
    for cost in NetworkStatement.Cost.allCases {
      #expect(try NetworkStatement("network 2-1 sigmoid cost \(cost.rawValue)").cost == cost)
    }
  }

  @Test func numbersHaveOneDigitAndNoneOfThemIsZeroButATarget() throws {
    var seen: Set<[Double]> = []
    for seed in 0..<20 {
      let reading = try read("network 3-4-2 sigmoid seed \(seed)")
      for (name, number) in reading.inputs where !name.hasPrefix("y") {
        #expect(number != 0 && (number * 10).rounded() == number * 10 && abs(number) <= 1.2)
      }
      seen.insert(reading.inputs.sorted { $0.key < $1.key }.map(\.value))
    }
    #expect(seen.count == 20)
  }

  @Test(arguments: [
    "1-1", "2-1", "2-2-1", "2-3-1", "3-4-2", "2-4-4-1", "1-1-1-1-1-1-1-1", "5-1-5", "16-8-4-1",
  ])
  func noLayerOfRectifiersIsDead(sizes: String) throws {
    for seed in 0..<200 {
      let network = try NetworkStatement("network \(sizes) relu seed \(seed)")
      let reading = try ComputationGraph.read(network.statements, breaking: .never)
      let forward = try ForwardPass(reading.graph, at: reading.inputs)
      for layer in network.sizes.indices.dropFirst() {
        let alive = reading.graph.nodes.indices.contains {
          reading.graph.nodes[$0].name.hasPrefix("a\(layer)_") && forward.values[$0] > 0
        }
        #expect(alive, "seed \(seed), layer \(layer)")
      }
      let derivatives = try BackwardPass(forward).derivatives
      #expect(
        reading.graph.nodes.indices.contains {
          reading.graph.nodes[$0].name.hasPrefix("w1_") && derivatives[$0] != 0
        }, "seed \(seed)")
    }
  }

  @Test func aNetworkThatIsAliveHasTheNumbersOfItsSeed() throws {
    // With seed 2 no layer of either is dead, and rectifiers have the numbers of any other network.
    let rectifiers = try read("network 2-2-2 relu seed 2").inputs
    let others = try read("network 2-2-2 sigmoid seed 2").inputs
    for (name, number) in others where !name.hasPrefix("y") {
      #expect(rectifiers[name] == number)
    }
  }

  @Test func aLineOfOnesOwnReplacesAnInputWhereItStands() throws {
    let plain = try read("network 2-1 sigmoid")
    let other = try read("network 2-1 sigmoid", "w1_1_2 = 0.5", "x1 = 3")
    #expect(other.graph == plain.graph)
    #expect(other.inputs["w1_1_2"] == 0.5)
    #expect(other.inputs["x1"] == 3)
    let before = try read("x1 = 3", "w1_1_2 = 0.5", "network 2-1 sigmoid")
    #expect(before == other)
    let computed = try read("network 2-1 sigmoid", "x1 = 2u", "u = 4", "L = J + w1_1_1^2")
    let first = try #require(computed.graph.index(of: "x1"))
    #expect(computed.graph.nodes[first].formula?.text == " 2u")
    #expect(computed.graph.nodes[computed.graph.output].name == "L")
  }

  @Test func aQuantityMayBeCalledNetwork() throws {
    let reading = try read("network = 3", "J = network^2")
    #expect(reading.graph.nodes.map(\.name) == ["network", "J"])
  }

  @Test(arguments: [
    (
      "network",
      """
        network
               ^
      a network of which sizes? write inputs, then the neurons of each layer: network 2-3-1 sigmoid
      """
    ),
    (
      "network sigmoid 2-1",
      """
        network sigmoid 2-1
                ^^^^^^^
      'sigmoid' are not sizes; write whole numbers with - between, as in network 2-3-1 sigmoid
      """
    ),
    (
      "network 2-0-1",
      """
        network 2-0-1
                  ^
      a layer has at least one neuron; write a number above 0
      """
    ),
    (
      "network 2",
      """
        network 2
                ^
      '2' is a number of inputs, and no layer reads them; write 2-1
      """
    ),
    (
      "network 2-1 sigmod",
      """
        network 2-1 sigmod
                    ^^^^^^
      unknown word 'sigmod'; did you mean 'sigmoid'?
      """
    ),
    (
      "network 2-1 blue",
      """
        network 2-1 blue
                    ^^^^
      unknown word 'blue'; there are sigmoid, tanh, relu, softplus, linear, cost, seed
      """
    ),
    (
      "network 2-1 cost huber",
      """
        network 2-1 cost huber
                         ^^^^^
      unknown cost 'huber'; write cost squared or cost cross-entropy
      """
    ),
    (
      "network 2-1 cost",
      """
        network 2-1 cost
                        ^
      which cost? write cost squared or cost cross-entropy
      """
    ),
    (
      "network 2-1 seed -1",
      """
        network 2-1 seed -1
                         ^^
      '-1' is not a seed; write a whole number, as in seed 7
      """
    ),
    (
      "network 2-1 tanh relu",
      """
        network 2-1 tanh relu
                         ^^^^
      the activation is given twice; give it once
      """
    ),
    (
      "network 2-1 tanh cost cross-entropy",
      """
        network 2-1 tanh cost cross-entropy
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      cross-entropy takes values between 0 and 1, and those of tanh are not; write sigmoid, or cost squared
      """
    ),
    (
      "network 1000-1000",
      """
        network 1000-1000
                ^^^^^^^^^
      the network has 1006001 quantities; write one of at most 100000
      """
    ),
    (
      "network 9999999999999-9999999999999",
      """
        network 9999999999999-9999999999999
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      the network has too many quantities; write one of at most 100000
      """
    ),
  ])
  func anErrorStandsAtItsPlaceAndSaysWhatToDo(line: String, report: String) throws {
    let statements = ["b = 2", line].map { Statement($0) }
    let error = #expect(throws: GraphError.self) { try ComputationGraph.read(statements) }
    #expect(error?.report(in: statements) == report)
    #expect(ComputationGraph.errors(in: statements).count == 1)
  }

  @Test func aSecondNetworkIsRefused() {
    let statements = ["network 2-1", "network 2-1"].map { Statement($0) }
    #expect(throws: GraphError.secondNetwork(statement: 1)) {
      try ComputationGraph.read(statements)
    }
  }
}
