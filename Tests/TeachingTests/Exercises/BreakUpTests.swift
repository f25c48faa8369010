import Autodiff
import Lessons
import Teaching
import Testing

@Suite struct BreakUpTests {
  func breakUp(_ lines: String...) throws -> BreakUp {
    let reading = try ComputationGraph.read(lines.map { Statement(input: $0) }, breaking: .never)
    return BreakUp(LessonGraph(graph: reading.graph, inputs: reading.inputs))
  }

  func unit() throws -> BreakUp {
    try breakUp("data x = 2", "data y = 1", "w = -2", "b = 8", "J = 1/2 (w x + b - y)^2")
  }

  @Test(arguments: [
    ["c = w x", "a = c + b", "d = a - y", "J = 1/2 d^2"],
    ["e = b - y", "p = x w", "d = e + p", "q = d^2", "J = q/2"],
    ["c = w*x", "a = b + c", "d = y - a", "J = d^2/2"],
    ["c = w x", "a = c + b", "J = (a - y)^2/2"],
  ])
  func anyValidBreakingIsAccepted(steps: [String]) throws {
    var breakUp = try unit()
    for step in steps {
      #expect(!breakUp.isDone)
      #expect(breakUp.add(step).word == "right", "\(step)")
    }
    #expect(breakUp.isDone)
    #expect(breakUp.steps == steps)
  }

  @Test func theGraphGrowsBoxByBox() throws {
    var breakUp = try unit()
    #expect(breakUp.grown == nil)
    _ = breakUp.add("c = w x")
    #expect(breakUp.grown?.graph.nodes.map(\.name) == ["x", "w", "c"])
    _ = breakUp.add("a = c + b")
    #expect(breakUp.grown?.graph.nodes.map(\.name) == ["x", "w", "b", "c", "a"])
  }

  @Test func theWholeFormulaIsNoStep() throws {
    var breakUp = try breakUp("w = 3", "J = (2 + 3w)^2")
    #expect(breakUp.add("J = (2 + 3w)^2") == .wrong(.step(.everything)))
    #expect(breakUp.add("J = 4 + 12w + 9w^2") == .wrong(.step(.everything)))
    #expect(breakUp.add("a = 2 + 3w").word == "right")
    #expect(breakUp.add("J = a a").word == "right")
    #expect(breakUp.isDone)
  }

  @Test func aStepJoinsTwoNamesAtMost() throws {
    var breakUp = try unit()
    #expect(breakUp.add("a = w x + b") == .wrong(.step(.tooMuch(["w", "x", "b"]))))
    #expect(breakUp.steps == [])
  }

  @Test func anEndThatComputesSomethingElseIsToldWithAPoint() throws {
    var breakUp = try unit()
    for step in ["c = w x", "a = c + b", "d = a - y"] { _ = breakUp.add(step) }
    guard case .wrong(.step(.differs(let difference))) = breakUp.add("J = d^2") else {
      Issue.record("d^2 lacks the half")
      return
    }
    #expect(difference.found == 9)
    #expect(difference.expected == 4.5)
    #expect(!breakUp.isDone)
  }

  @Test func aStepWithoutAPartInTheEndIsTold() throws {
    var breakUp = try unit()
    for step in ["c = w x", "q = w + b", "a = c + b", "d = a - y"] { _ = breakUp.add(step) }
    #expect(breakUp.add("J = 1/2 d^2") == .wrong(.step(.unused(["q"]))))
  }

  @Test(arguments: [
    "", "w x", "c = ", "c = w q", "w = 3x", "c = 2", "c = (w x", "3 = w x", "exp = w x", "= w x",
    "c = c + w", "c = 1/(w + 2)",
  ])
  func whatIsNoStepIsUnreadable(typed: String) throws {
    var breakUp = try unit()
    #expect(breakUp.add(typed).word == "unreadable", "\(typed)")
    #expect(breakUp.steps == [])
  }
}
