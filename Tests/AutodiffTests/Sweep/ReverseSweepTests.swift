import Autodiff
import Expressions
import RandomNumbers
import SeededRandom
import Testing

@Suite struct ReverseSweepTests {
  @Test func aSharedOperandReceivesASumOverItsPaths() throws {
    let solved = try Solved("d = a b", "e = a + b", "f = d e", "a = 2", "b = 3")
    #expect(solved.derivative("a") == 21)
    #expect(solved.derivative("b") == 16)
  }

  @Test func anOperandUsedTwiceInOneNodeHasTwoEdges() throws {
    let sum = try Solved("b = a + a", "J = b^2", "a = 3")
    let node = try #require(sum.graph.index(of: "b"))
    #expect(sum.backward.edges[node].map(\.derivative) == [1, 1])
    #expect(sum.backward.localDerivative(of: node, slot: 0) == 2)
    #expect(sum.derivative("a") == 24)
    let square = try Solved("J = x*x", "x = 5")
    #expect(square.derivative("x") == 10)
  }

  @Test func contributionsComeFromTheOutputToTheLeftWithRunningSums() throws {
    let solved = try Solved("d = a b", "e = a + b", "f = d e", "a = 2", "b = 3")
    var lines: [String] = []
    for step in ReverseSweep(solved.forward) {
      let names = solved.graph.nodes.map(\.name)
      lines.append(
        "\(names[step.operand]) via \(names[step.consumer]): "
          + "\(step.localDerivative) × \(step.upstream) = \(step.value), sum \(step.sum)")
    }
    #expect(
      lines == [
        "d via f: 5.0 × 1.0 = 5.0, sum 5.0", "e via f: 6.0 × 1.0 = 6.0, sum 6.0",
        "a via e: 1.0 × 6.0 = 6.0, sum 6.0", "b via e: 1.0 × 6.0 = 6.0, sum 6.0",
        "a via d: 3.0 × 5.0 = 15.0, sum 21.0", "b via d: 2.0 × 5.0 = 10.0, sum 16.0",
      ])
  }

  @Test func aSweepCanStopBetweenTwoEdges() throws {
    let solved = try Solved("d = a b", "e = a + b", "f = d e", "a = 2", "b = 3")
    var sweep = ReverseSweep(solved.forward)
    _ = sweep.next()
    let half = sweep
    let rest = Array(sweep)
    #expect(Array(half) == rest)
    #expect(rest.count == 5)
  }

  @Test func whatHasNoPartInTheOutputHasDerivative0() throws {
    let solved = try Solved("k = 2w", "J = 3w", "w = 1", "v = 2")
    #expect(solved.derivative("k") == 0)
    #expect(solved.derivative("v") == 0)
    #expect(solved.derivative("w") == 3)
  }

  @Test func aValueThatIsNotFiniteNamesItsNode() throws {
    #expect(throws: EvaluationError.value(node: "a", formula: "1/w")) {
      try Solved("a = 1/w", "J = a^2", "w = 0")
    }
    #expect(throws: EvaluationError.localDerivative(node: "J", operand: "w", at: .root)) {
      try Solved("a = 2w", "J = sqrt(w) + a", "w = 0")
    }
    #expect(throws: EvaluationError.localDerivative(node: "b", operand: "w")) {
      try Solved("b = 1e308w + 1e308w", "J = w", "w = 0")
    }
  }

  @Test func aNudgedOperationIsHeldAtItsNudgedValue() throws {
    let solved = try Solved(Course.twoNodes)
    let nudge = try Nudge(1, by: 0.001, in: solved.forward)
    #expect(nudge.changes.map(\.after) == [121.02200099999999])
    #expect(throws: EvaluationError.nudgeOfZero) { try Nudge(1, by: 0, in: solved.forward) }
    #expect(throws: EvaluationError.nudgedTooFar(node: "J")) {
      try Nudge(0, by: 1e-300, in: Solved("J = step(w) * 1e10", "w = 0").forward)
    }
  }

  /// A graph over three parameters in which operands are drawn from all earlier nodes, so that fan-out is common.
  static func randomStatements(seed: UInt64) -> [String] {
    var generator = SplitMix64(seed: seed)
    var names = ["u", "v", "w"]
    var statements = names.map {
      "\($0) = \(Double(Int.random(in: 5...20, using: &generator)) / 10)"
    }
    for index in 0..<Int.random(in: 2...12, using: &generator) {
      let operands = (0..<2).map { _ in names.randomElement(using: &generator) ?? "w" }
      let expression = generator.expression(over: operands, size: 2)
      guard !expression.isConstant else { continue }
      statements.append("n\(index) = \(expression.text)")
      names.append("n\(index)")
    }
    return statements + ["J = \(names.suffix(3).joined(separator: " + ")) + w"]
  }

  @Test func theSweepAgreesWithCentralDifferencesOnRandomGraphs() throws {
    var compared = 0
    for seed in 0..<300 as Range<UInt64> {
      let statements = ReverseSweepTests.randomStatements(seed: seed).map { Statement($0) }
      let solved: Solved
      do {
        solved = try Solved(statements)
      } catch is EvaluationError {
        continue
      }
      let output = solved.graph.output
      guard abs(solved.forward.values[output]) < 1e4 else { continue }
      for name in ["u", "v", "w"] {
        let node = try #require(solved.graph.index(of: name))
        let expected = solved.backward.derivatives[node]
        guard abs(expected) < 1e4 else { continue }
        func moved(_ step: Double) throws -> Double {
          try Nudge(node, by: step, in: solved.forward).changes.last { $0.node == output }?.after
            ?? solved.forward.values[output]
        }
        let step = 1e-5
        let central =
          try (8 * (moved(step) - moved(-step)) - moved(2 * step) + moved(-2 * step)) / (12 * step)
        #expect(abs(central - expected) <= 1e-4 * max(1, abs(expected)), "seed \(seed), \(name)")
        compared += 1
      }
    }
    #expect(compared > 500)
  }
}
