import Autodiff
import Expressions
import Testing

/// What is told first of graphs with arrays that have several faults, and which lines define nothing.
struct ReadingOrderTests {
  private static func message(_ lines: [String]) -> String {
    do {
      _ = try ArrayReading(lines.map { Statement($0) }, GraphRequest())
      return ""
    } catch {
      return error.message
    }
  }

  private static let faults: [(String, String)] = [
    (
      "J = sum(X +", "the formula ends where a number, a name or '(' is expected; write the operand"
    ),
    ("J = sum(X)) + b[0]", "this ')' closes nothing; add the '(' where its part begins"),
    ("J = sum(X W", "this '(' is never closed; add a ')'"),
    (
      "J = sum(X, axis=)",
      "')' is not an axis; axes count from 0: write axis=0, or axis=-1 for the last"
    ),
    ("J = sum(X, x=1)", "'sum' takes no 'x='; write axis=0, or keepdims=True in a reduction"),
    ("J = sum(X W)", "no number for 'X', 'W'; add X=NUMBER W=NUMBER"),
    ("J = sum(X', axis=1)[0] + norm(X[0])", "no number for 'X'; add X=NUMBER"),
    ("J = sum(concat(X, b, axis=0) @ W.T)", "no number for 'X', 'W'; add X=NUMBER W=NUMBER"),
  ]

  @Test(arguments: faults)
  func aFaultOfSignsIsToldBeforeMissingNumbers(formula: String, message: String) {
    #expect(ReadingOrderTests.message([formula, "b = [1, 2]"]) == message)
  }

  @Test func aLineNamesTheOutput() throws {
    let lines = ["A = X^2", "L = sum(A)", "K = 3L", "X = [1, 2]", "output L"]
    let reading = try ArrayReading(lines.map { Statement($0) }, GraphRequest())
    #expect(reading.outputName == "L")
    let numbers = try ComputationGraph.read(
      ["a = w^2", "L = a + 1", "K = 3L", "w = 2", "output L"].map { Statement($0) })
    #expect(numbers.graph.nodes[numbers.graph.output].name == "L")
    #expect(numbers.graph.nodes.count == 4)
    #expect(numbers.notes == [])
    var request = GraphRequest()
    request.output = "K"
    #expect(try ArrayReading(lines.map { Statement($0) }, request).outputName == "K")
  }

  @Test func aQuantityMayBeCalledOutput() throws {
    let numbers = try ComputationGraph.read(
      ["output = 3w", "w = 2", "output w"].map { Statement($0) }, breaking: .never)
    #expect(numbers.graph.nodes.map(\.name) == ["w", "output", "J"])
    #expect(throws: GraphError.unknownQuantity("M", suggestion: nil)) {
      try ComputationGraph.read(["L = w^2", "w = 2", "output M"].map { Statement($0) })
    }
  }
}
