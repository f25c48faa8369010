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
    let entries = Array(key.list.entries.indices)
    let sum = key.confusions(at: entries)
      .subtracting(key.structuralConfusions(at: entries, moving: names))
      .reduce(0) {
        $0 + ($1.isUnnoticed ? DrawFaults.unnoticed : DrawFaults.coincident)
      }
    #expect(sum > 0)
    let sums = [.max, sum + 1, sum, 0].map { structural.faults(of: key, below: $0) }
    #expect(sums == [sum, sum, nil, nil])
  }
}
