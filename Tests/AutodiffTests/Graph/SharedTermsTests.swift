import Autodiff
import Expressions
import RandomNumbers
import Testing

@Suite struct SharedTermsTests {
  /// Quantities that each use two earlier ones; nearly every quantity is used more than once.
  private func statements(_ count: Int, _ generator: inout SplitMix64) -> [Statement] {
    var statements = ["w = 0.7", "b = 1.3", "x = -0.4"].map { Statement($0) }
    for index in 0..<count {
      let names = statements.map(\.name)
      let (a, b) = (
        names[Int.random(in: max(0, index - 2)..<names.count, using: &generator)],
        names[Int.random(in: 0..<names.count, using: &generator)]
      )
      let formula = ["\(a) * \(b)", "\(a) - \(b)", "tanh(\(a) + \(b))", "sin(\(a))"]
        .randomElement(using: &generator)
      statements.append(Statement("q\(index) = \(formula ?? a)"))
    }
    return statements
  }

  @Test func theGraphsSymbolicDerivativesEqualItsSweep() throws {
    var generator = SplitMix64(seed: 41)
    for count in [1, 5, 20, 60] {
      for _ in 0..<10 {
        let reading = try ComputationGraph.read(statements(count, &generator), breaking: .never)
        let backward = try BackwardPass(ForwardPass(reading.graph, at: reading.inputs))
        var (terms, places) = reading.graph.sharedTerms()
        let names = ["w", "b", "x"]
        let root = places[reading.graph.output]
        let derivatives = terms.derivatives(of: root, withRespectTo: names)
        #expect(terms.count(of: [root] + derivatives) < 20 * (count + 3))
        for (name, place) in zip(names, derivatives) {
          guard let node = reading.graph.index(of: name) else { continue }
          let swept = backward.derivatives[node]
          let value = terms.expression(endingAt: place).value(at: reading.inputs) ?? .nan
          #expect(abs(value - swept) <= 1e-9 * max(1, abs(swept)), "\(name) of \(count)")
        }
      }
    }
  }

  @Test func aQuantityThatIsHeldIsAnInput() throws {
    let reading = try ComputationGraph.read(
      ["a = 2 + 3w", "J = a^2", "w = 3"].map { Statement($0) }, breaking: .never)
    let graph = reading.graph
    let (terms, places) = graph.sharedTerms(holding: graph.index(of: "a"))
    #expect(terms.expression(endingAt: places[graph.output]).text == "a^2")
  }
}
