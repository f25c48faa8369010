import Autodiff
import Expressions
import RandomNumbers
import Testing

@Suite struct ChainDerivativeTests {
  private func reading(_ texts: [String]) throws -> ComputationGraph.Reading {
    try ComputationGraph.read(texts.map { Statement($0) }, breaking: .never)
  }

  private func text(_ texts: [String], by name: String) throws -> String {
    ChainDerivative(of: try reading(texts).graph, withRespectTo: name).formula.text
  }

  /// By an input, by a computed quantity, by the output itself, and by what the graph does not have.
  @Test(arguments: [("w", "6(2 + 3w)", 66.0), ("a", "2a", 22), ("J", "1", 1), ("v", "0", 0)])
  func aDerivativeGoesThroughAllFormulasUpToItsName(
    name: String, formula: String, value: Double
  ) throws {
    let reading = try reading(["a = 2 + 3w", "J = a^2", "w = 3"])
    let derivative = ChainDerivative(of: reading.graph, withRespectTo: name)
    #expect(derivative.formula.text == formula)
    #expect(try derivative.value(at: reading.inputs) == value)
  }

  @Test func aRepeatedPartIsCalledAsTheGraphCallsIt() throws {
    let maps = (1...20).map { "x\($0) = 3.7 x\($0 - 1) (1 - x\($0 - 1))" }
    let reading = try reading(maps + ["x0 = 0.3"])
    let formula = ChainDerivative(of: reading.graph, withRespectTo: "x0").formula
    let names = Set(formula.parts.map(\.name))
    #expect(names.isSuperset(of: (1...18).map { "x\($0)" }))
    // Two terms a map, and not twice as many for each map.
    #expect(formula.expression.terms.count + formula.parts.count < 20 * 20)
  }

  @Test func whereAValueIsNotFiniteThereIsNoDerivative() throws {
    let reading = try reading(["a = 1/w", "J = a^2", "w = 3"])
    let derivative = ChainDerivative(of: reading.graph, withRespectTo: "w")
    #expect(throws: EvaluationError.value(node: "a", formula: "1/w")) {
      try derivative.value(at: ["w": 0])
    }
  }

  /// The formula at a point, each part at the names before it.
  private func value(of formula: SymbolicDerivative, at point: [String: Double]) -> Double? {
    var known = point
    for part in formula.parts { known[part.name] = part.expression.value(at: known) }
    return formula.expression.value(at: known)
  }

  /// The formula never sees the numbers, the sweep never sees the formula, and the quotient of differences knows of
  /// neither.
  @Test(arguments: [3, 10, 30])
  func formulaSweepAndCentralDifferenceAgree(count: Int) throws {
    var generator = SplitMix64(seed: UInt64(count))
    for _ in 0..<10 {
      var names = ["w", "b", "x"]
      var texts = ["w = 0.7", "b = 1.3", "x = 0.9"]
      for index in 0..<count {
        let a = names.suffix(3).randomElement(using: &generator) ?? "w"
        let b = names.randomElement(using: &generator) ?? "w"
        let formula = ["\(a) * \(b)", "\(a) - \(b)", "tanh(\(a) + \(b))", "sin(\(a))"]
          .randomElement(using: &generator)
        texts.append("q\(index) = \(formula ?? a)")
        names.append("q\(index)")
      }
      let reading = try reading(texts + ["J = \(names.suffix(3).joined(separator: " + "))"])
      let graph = reading.graph
      for name in ["w", "q\(count / 2)"] {
        let derivative = ChainDerivative(of: graph, withRespectTo: name)
        let swept = try derivative.value(at: reading.inputs)
        let forward = try ForwardPass(graph, at: reading.inputs)
        let point = Dictionary(uniqueKeysWithValues: zip(graph.nodes.map(\.name), forward.values))
        let written = try #require(value(of: derivative.formula, at: point))
        #expect(abs(written - swept) <= 1e-9 * max(1, abs(swept)), "\(name)")
        guard name == "w" else { continue }
        func output(_ w: Double) throws -> Double {
          let inputs = reading.inputs.merging(["w": w]) { $1 }
          return try ForwardPass(graph, at: inputs).values[graph.output]
        }
        let difference = (try output(0.7 + 1e-5) - output(0.7 - 1e-5)) / 2e-5
        #expect(abs(difference - swept) <= 1e-6 * max(1, abs(swept)))
      }
    }
  }
}
