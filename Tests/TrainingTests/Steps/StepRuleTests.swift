import Autodiff
import Expressions
import RandomNumbers
import Testing
import Training

@Suite struct StepRuleTests {
  /// Number by number a step is that of the state which moves all of them.
  @Test(arguments: Optimizer.Method.allCases)
  func aStepIsThatOfTheState(method: Optimizer.Method) {
    var random = SplitMix64(seed: 19)
    func number() -> Double { Double(random.next() >> 11) / 9_007_199_254_740_992 * 4 - 2 }
    let optimizer = Optimizer(method, rate: 0.1)
    var state = OptimizerState(optimizer, count: 1)
    let rule = StepRule(optimizer)
    var (w, own) = ([number()], 0.0)
    own = w[0]
    var memory = method.memoryNames.map { _ in 0.0 }
    for step in 1...20 {
      let g = number()
      state.step(&w, along: [g])
      memory = rule.memory(after: memory, g)
      own = rule.parameter(own, g, memory, step: step)
      #expect(abs(own - w[0]) <= 1e-14 * max(1, abs(own)))
    }
    for (kept, number) in zip(state.memory, memory) { #expect(abs(kept[0] - number) <= 1e-14) }
  }

  /// All parameters move at once, and the second derivatives are those at the new ones.
  @Test func aTraceMovesAllAtOnce() throws {
    let reading = try ComputationGraph.read(
      ["w = 2", "b = 3", "J = w^2 b"].map { Statement(input: $0) }, breaking: .never)
    let start = try BackwardPass(ForwardPass(reading.graph, at: reading.inputs), isForData: false)
    let trace = try StepTrace(start, StepPlan(Optimizer(.descent, rate: 0.1), count: 2))
    let values = trace.moments.map(\.backward.forward.values)
    // dJ/dw = 2 w b = 12, dJ/db = w² = 4: w = 0.8, b = 2.6; then 4.16 and 0.64.
    for (found, right) in zip(values.joined(), [2, 3, 12, 0.8, 2.6, 1.664, 0.384, 2.536, 0.3739]) {
      #expect(abs(found - right) < 1e-4)
    }
  }

  @Test func aStepToWhereNothingIsComputedIsAnError() throws {
    let reading = try ComputationGraph.read(
      ["w = 1", "J = ln(w)"].map { Statement(input: $0) }, breaking: .never)
    let start = try BackwardPass(ForwardPass(reading.graph, at: reading.inputs), isForData: false)
    #expect(throws: EvaluationError.self) {
      try StepTrace(start, StepPlan(Optimizer(.descent, rate: 2)))
    }
  }
}
