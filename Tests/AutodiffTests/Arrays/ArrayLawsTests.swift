import Autodiff
import Expressions
import RandomNumbers
import Testing

/// On random graphs the sweep, central differences, the tape, the graph of single cells and the formulas agree.
struct ArrayLawsTests {
  private static func text(_ reading: ArrayReading) -> String {
    reading.graph.nodes.compactMap { node in
      node.formula.map { "\(node.name) = \($0.expression.text)" }
    }.joined(separator: "; ")
  }

  /// The derivatives of the graph written out in single cells, each node's in its shape.
  static func unrolledDerivatives(_ forward: ArrayForwardPass) throws -> [NumericArray] {
    let unrolled = UnrolledGraph(forward)
    let reading = try ComputationGraph.read(
      unrolled.statements, breaking: .never, output: unrolled.output)
    let backward = try BackwardPass(ForwardPass(reading.graph, at: reading.inputs))
    return try unrolled.cells.enumerated().map { node, cells in
      let places = try cells.map { try #require(reading.graph.index(of: $0)) }
      for (place, value) in zip(places, forward.values[node].elements) {
        let found = backward.forward.values[place]
        #expect(abs(found - value) <= 1e-9 * max(1, abs(value)))
      }
      return NumericArray(
        places.map { backward.derivatives[$0] }, shape: forward.graph.shape(of: node))
    }
  }

  private static func agree(_ a: NumericArray, _ b: NumericArray, within bound: Double) -> Bool {
    a.shape == b.shape
      && zip(a.elements, b.elements).allSatisfy {
        abs($0 - $1) <= bound * max(1, abs($0), abs($1))
      }
  }

  @Test(arguments: ArraySweepTests.formulas)
  func everyOperationWrittenOutInCellsIsTheSame(_ formula: String) throws {
    let reading = try ArraySweepTests.reading(formula)
    let forward = try ArrayForwardPass(reading.graph, at: reading.inputs)
    let backward = try ArrayBackwardPass(forward)
    let unrolled = try ArrayLawsTests.unrolledDerivatives(forward)
    for node in reading.graph.nodes.indices {
      #expect(
        ArrayLawsTests.agree(unrolled[node], backward.derivatives[node], within: 1e-9),
        "\(formula): d\(reading.graph.nodes[node].name)")
    }
  }

  @Test(arguments: 0..<16)
  func sweepDifferencesTapeCellsAndFormulasAgree(_ seed: UInt64) throws {
    var numbers = SplitMix64(seed: seed)
    var count = 0
    for _ in 0..<40 {
      guard let reading = RandomArrayGraph.reading(&numbers) else { continue }
      let graph = reading.graph
      guard let forward = try? ArrayForwardPass(graph, at: reading.inputs),
        let backward = try? ArrayBackwardPass(forward),
        forward.values.allSatisfy({ $0.elements.allSatisfy { abs($0) < 1e3 } })
      else { continue }
      count += 1
      let text = ArrayLawsTests.text(reading)
      try ArrayTapeTests.compare(reading)
      let unrolled = try ArrayLawsTests.unrolledDerivatives(forward)
      for node in graph.nodes.indices {
        #expect(
          ArrayLawsTests.agree(unrolled[node], backward.derivatives[node], within: 1e-8),
          "\(text): d\(graph.nodes[node].name)")
      }
      for finding in try DifferenceCheck(backward, reading.inputs).findings {
        #expect(finding.agrees, "\(text): \(finding)")
      }
      let shapes = Dictionary(
        uniqueKeysWithValues: graph.nodes.indices.map {
          (graph.nodes[$0].name, graph.shape(of: $0))
        })
      let derivatives = ArrayDerivatives(reading)
      for node in graph.nodes.indices {
        let written = derivatives.formula(withRespectTo: node).expression.text
        let read = try Formula(written, known: Set(shapes.keys), shapes: shapes)
        let values = read.expression.names.map { forward.values[graph.index(of: $0) ?? 0] }
        let value = try #require(read.expression.arrayValue(at: values), "\(written)")
        #expect(
          ArrayLawsTests.agree(value, backward.derivatives[node], within: 1e-9),
          "\(text): d\(graph.nodes[node].name) = \(written)")
      }
    }
    #expect(count > 10)
  }

  @Test func cellsAreWrittenAsOneWouldWriteThem() throws {
    let statements = [
      "X = [1 2; 3 4]", "W = [0.5, -1]", "b = 2", "Z = X W + b", "J = mean((Z - 1)^2)",
    ].map { Statement($0) }
    let reading = try ArrayReading(statements, GraphRequest(data: ["X"]))
    let unrolled = UnrolledGraph(try ArrayForwardPass(reading.graph, at: reading.inputs))
    #expect(
      unrolled.statements.map(\.text) == [
        "X_0_0 = 1", "X_0_1 = 2", "X_1_0 = 3", "X_1_1 = 4", "W_0 = 0.5", "W_1 = -1", "b = 2",
        "t1_0 = X_0_0 * W_0 + X_0_1 * W_1", "t1_1 = X_1_0 * W_0 + X_1_1 * W_1", "Z_0 = t1_0 + b",
        "Z_1 = t1_1 + b", "t2_0 = (Z_0 - 1)^2", "t2_1 = (Z_1 - 1)^2", "J = (t2_0 + t2_1) / 2",
      ])
    #expect(unrolled.cells[3] == ["Z_0", "Z_1"])
  }
}
