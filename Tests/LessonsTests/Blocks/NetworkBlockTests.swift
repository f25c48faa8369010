import Autodiff
import Lessons
import Testing

@Suite struct NetworkBlockTests {
  /// The graph of a lesson with one `graph` block.
  private func graph(_ lines: String...) throws -> LessonGraph {
    let text = "# T\n\n```graph\n\(lines.joined(separator: "\n"))\n```\n"
    return try Lesson(utf8: Array(text.utf8), name: "n").graphs[0]
  }

  private func errors(_ lines: String...) -> [String] {
    let text = "# T\n\n```graph\n\(lines.joined(separator: "\n"))\n```\n"
    do throws(LessonFailure) {
      _ = try Lesson(utf8: Array(text.utf8), name: "n")
      return []
    } catch {
      return error.report(file: "f").split(separator: "\n").map(String.init)
    }
  }

  @Test func aNetworkIsTheSameGraphAsItsStatementsTyped() throws {
    let typed = try NetworkStatement("network 2-3-2 tanh").statements.map { statement in
      switch statement.role {
      case .any: statement.text
      case .parameter: "parameter \(statement.text)"
      case .data: "data \(statement.text)"
      }
    }
    let text = "# T\n\n```graph\n\(typed.joined(separator: "\n"))\n```\n"
    let expected = try Lesson(utf8: Array(text.utf8), name: "n").graphs[0]
    #expect(try graph("network 2-3-2 tanh") == expected)
  }

  @Test func linesOfOnesOwnGiveNumbersAndRanges() throws {
    let graph = try graph("network 1-1 linear", "parameter w1_1_1 = 2 in -9..9", "data x1 = 3")
    #expect(graph.inputs["w1_1_1"] == 2)
    #expect(graph.inputs["x1"] == 3)
    #expect(graph.ranges == ["w1_1_1": -9...9])
    #expect(graph.graph.nodes.map(\.name) == ["x1", "w1_1_1", "b1_1", "a1_1", "y1", "e1", "J"])
  }

  @Test func errorsStandAtTheirPlaceInTheFile() {
    #expect(
      errors("  network 2-1 sigmod") == [
        "f:4:15: unknown word 'sigmod'; did you mean 'sigmoid'?"
      ])
    #expect(
      errors("netwrk 2-1 sigmoid")
        == [
          "f:4:1: 'netwrk 2-1 sigmoid' defines nothing; did you mean 'network'?"
        ])
    #expect(
      errors("network 2-1", "network 2-1") == [
        "f:5:1: there is a network already; write the statements of the other one yourself"
      ])
    #expect(
      errors("network 1-1 linear", "J = 2") == [
        "f:5:1: 'J' is defined twice; give each quantity a name of its own"
      ])
  }

  @Test func theLimitsOfALessonHoldForANetwork() {
    #expect(
      errors("network 20-30-10") == [
        "f:3:4: the graph has 1061 quantities; a lesson's graph has at most 1000 quantities "
          + "and 4000 wires"
      ])
    #expect(errors("network 20-25-10") == [])
  }
}
