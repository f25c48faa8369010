import Autodiff
import Lessons
import Testing

// Numbers that are drawn depend on these sums, and have to stay what they are.
@testable import Teaching

@Suite struct StructuralConfusionsTests {
  @Test(arguments: [
    ["w = 2", "x = 2", "c = w x", "d = c - 1", "J = d^2"],
    ["a = 1", "b = a + a", "c = a b", "J = c + b"],
    ["x = 3", "z = 2x", "h = relu(z)", "J = h x"],
  ])
  func aLimitOnlyEndsTheSum(lines: [String]) throws {
    let reading = try ComputationGraph.read(lines.map { Statement(input: $0) })
    let key = try AnswerKey(reading.graph, at: reading.inputs)
    let names = Array(reading.inputs.keys).sorted()
    var structural = StructuralConfusions(moving: names)
    let found = structural.faults(of: key, below: .max)
    let whole = try #require(found)
    let chance = key.confusions(at: Array(key.list.entries.indices))
      .subtracting(
        key.structuralConfusions(at: Array(key.list.entries.indices), moving: names))
    let sum = chance.reduce(0) {
      $0 + ($1.isUnnoticed ? DrawFaults.unnoticed : DrawFaults.coincident)
    }
    #expect(whole == sum)
    #expect(whole > 0)
    #expect(structural.faults(of: key, below: whole + 1) == whole)
    #expect(structural.faults(of: key, below: whole) == nil)
    #expect(structural.faults(of: key, below: 0) == nil)
  }
}
