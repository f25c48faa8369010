import Autodiff
import Expressions
import Testing

/// The quantity whose derivatives are asked, and lines that stand for several.
struct ChosenOutputTests {
  @Test func anotherQuantityThanTheLastIsTheOutput() throws {
    let statements = ["w = 3", "a = 2 + 3w", "J = a^2"].map { Statement($0) }
    let reading = try ComputationGraph.read(statements, output: "a")
    #expect(reading.graph.nodes[reading.graph.output].name == "a")
    #expect(reading.notes == [])
  }

  @Test func anUnknownOutputIsNamedWithWhatItMayBe() throws {
    let statements = ["w = 3", "loss = 2 + 3w"].map { Statement($0) }
    #expect(throws: GraphError.unknownQuantity("los", suggestion: "loss")) {
      try ComputationGraph.read(statements, output: "los")
    }
  }

  @Test func aLineWithStepsStandsForANodeOfEach() throws {
    let statements = [
      "h_0 = 0", "w = 0.5", "x_1 = 1", "x_2 = 2", "h_t = tanh(w x_t + h_{t-1}) for t = 1..2",
      "J = sum(h_t^2 for t = 1..2)",
    ].map { Statement($0) }
    let graph = try ComputationGraph.read(statements, breaking: .never).graph
    #expect(
      graph.operations.map { graph.nodes[$0].formula?.expression.text } == [
        "tanh(w x_1 + h_0)", "tanh(w x_2 + h_1)", "h_1^2 + h_2^2",
      ])
  }

  @Test(arguments: [
    ("h_t = h_t-1 + 1 for t = 1..2", "'h_t-1' is a difference; did you mean h_{t-1}?"),
    ("h_t = 2w for t = 1..", "'1..' is not a range of steps; write for t = 1..3"),
    ("h_t = 2w for t = 3..1", "there is no step from 3 to 1; write the smaller number first"),
    (
      "h_t = 2w for t = 1..5000",
      "5000 steps are too many; a line is repeated 1000 times at most"
    ),
  ])
  func stepsThatCannotBeAreNamed(_ line: String, _ message: String) throws {
    let statements = ["h_0 = 1", "w = 2", line].map { Statement($0) }
    do {
      _ = try ComputationGraph.read(statements)
      Issue.record("\(line) was read")
    } catch {
      #expect(error.message == message)
      #expect(error.statement == 2)
    }
  }

  /// The line of the step is quoted, since the place in it is another one than in what was typed.
  @Test func anErrorInAStepStandsUnderItsPlace() throws {
    let statements = ["h_0 = 1", "w = 2", "h_t = h_{t-1} + w + wx for t = 1..2"].map {
      Statement($0)
    }
    do {
      _ = try ComputationGraph.read(statements)
      Issue.record("'wx' was read")
    } catch {
      #expect(
        error.report(in: statements) == """
            h_1 = h_0 + w + wx
                            ^^
          unknown name 'wx'; did you mean 'w x'?
          """)
    }
  }
}
