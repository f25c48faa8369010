import Autodiff
import Testing

/// Graphs of the course, by statements whose inputs are marked.
enum Course {
  static let twoNodes = [Statement("a = 2 + 3w"), Statement("J = a^2"), Statement("w = 3")]
  static let simpleNetwork = [
    Statement("x = 2", role: .data), Statement("y = 1", role: .data), Statement("w = -2"),
    Statement("b = 8"), Statement("c = w x"), Statement("a = c + b"), Statement("d = a - y"),
    Statement("J = 1/2 d^2"),
  ]
}

/// A graph with all that is computed on it.
struct Solved {
  var graph: ComputationGraph
  var forward: ForwardPass
  var backward: BackwardPass

  init(_ statements: [Statement], data: Set<String> = []) throws {
    let reading = try ComputationGraph.read(statements, data: data)
    graph = reading.graph
    forward = try ForwardPass(reading.graph, at: reading.inputs)
    backward = try BackwardPass(forward)
  }

  init(_ texts: String...) throws {
    try self.init(texts.map { Statement($0) })
  }

  func derivative(_ name: String) -> Double? {
    graph.index(of: name).map { backward.derivatives[$0] }
  }

  func slopes(nudging name: String, by step: Double = 0.001) throws -> [String: Double] {
    let node = try #require(graph.index(of: name))
    let nudge = try Nudge(node, by: step, in: forward)
    return Dictionary(
      uniqueKeysWithValues: nudge.changes.map { (graph.nodes[$0.node].name, $0.slope) })
  }
}

@Suite struct CourseNumbersTests {
  @Test func theFirstLabGraphHasTheCoursesNumbers() throws {
    let solved = try Solved(Course.twoNodes)
    #expect(solved.graph.nodes.map(\.name) == ["w", "a", "J"])
    #expect(solved.forward.values == [3, 11, 121])
    #expect(solved.backward.derivatives == [66, 22, 1])
    #expect(try solved.slopes(nudging: "a") == ["J": 22.000999999988835])
    #expect(
      try solved.slopes(nudging: "w") == ["a": 3.0000000000001137, "J": 66.0090000000082])
  }

  @Test func theSecondLabGraphHasTheCoursesNumbers() throws {
    let solved = try Solved(Course.simpleNetwork)
    for (name, value) in ["c": -4, "a": 4, "d": 3, "J": 4.5] {
      #expect(solved.forward.value(of: name) == value)
    }
    for (name, value) in ["d": 3, "a": 3, "c": 3, "b": 3, "w": 6, "x": -6, "y": -3] {
      #expect(solved.derivative(name) == Double(value), "\(name)")
    }
    #expect(try solved.slopes(nudging: "d")["J"] == 3.0004999999997395)
    #expect(try solved.slopes(nudging: "w")["J"] == 6.001999999999619)
    let byA = try solved.slopes(nudging: "a")
    #expect(byA == ["d": 1.000000000000334, "J": 3.0005000000006277])
  }
}
