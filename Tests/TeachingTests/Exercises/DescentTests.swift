import Autodiff
import Teaching
import Testing

@Suite struct DescentTests {
  @Test func everyStepGoesAgainstTheDerivative() throws {
    let reading = try ComputationGraph.read([Statement("w = 3"), Statement("J = w^2")])
    let key = try AnswerKey(reading.graph, at: reading.inputs)
    let descent = Descent(key, rate: 0.1, steps: 2)
    // w is multiplied by 1 - 2 × 0.1 in each step.
    let expected = [9, 2.4 * 2.4, 1.92 * 1.92]
    for (found, wanted) in zip(descent.values(of: "J"), expected) {
      #expect(abs(found - wanted) < 1e-12)
    }
    #expect(descent.values(of: "J").count == 3)
  }

  @Test func itEndsWhereNumbersAreNoLongerFinite() throws {
    let reading = try ComputationGraph.read([Statement("w = 3"), Statement("J = w^4")])
    let key = try AnswerKey(reading.graph, at: reading.inputs)
    let descent = Descent(key, rate: 10, steps: 100)
    #expect(descent.values(of: "J").count < 20)
    #expect(!descent.values(of: "J").contains { !$0.isFinite })
  }

  @Test func dataStay() throws {
    let statements = ["data x = 2", "w = 3", "J = w x"].map { Statement(input: $0) }
    let reading = try ComputationGraph.read(statements, breaking: .never)
    let descent = Descent(try AnswerKey(reading.graph, at: reading.inputs), rate: 0.5, steps: 3)
    #expect(descent.values(of: "x") == [2, 2, 2, 2])
    #expect(descent.values(of: "w") == [3, 2, 1, 0])
  }
}
