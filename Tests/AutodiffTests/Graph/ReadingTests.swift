import Autodiff
import Expressions
import Testing

@Suite struct ReadingTests {
  func names(_ texts: String..., breaking: ComputationGraph.Breaking = .singleFormula) throws
    -> [String]
  {
    let reading = try ComputationGraph.read(texts.map { Statement($0) }, breaking: breaking)
    return reading.graph.nodes.map { node in
      node.formula.map { "\(node.name) = \($0.expression.text)" } ?? node.name
    }
  }

  func failure(_ texts: String..., data: Set<String> = []) -> GraphError? {
    do {
      _ = try ComputationGraph.read(texts.map { Statement($0) }, data: data)
      return nil
    } catch {
      return error
    }
  }

  @Test func aSingleFormulaIsBrokenIntoElementaryOperations() throws {
    #expect(try names("(2+3w)^2", "w=3") == ["w", "t1 = 3w", "t2 = 2 + t1", "J = t2^2"])
    #expect(
      try names("1/2 (a - y)^2", "a=4", "y=1").suffix(3) == [
        "t1 = a - y", "t2 = t1^2", "J = 1/2 t2",
      ])
    #expect(try names("f = sin(t1) t1", "t1=1") == ["t1", "t2 = sin(t1)", "f = t2 t1"])
  }

  @Test func severalFormulasAreNodesAsTyped() throws {
    #expect(try names("a = 2 + 3w", "J = a^2", "w=3") == ["w", "a = 2 + 3w", "J = a^2"])
    #expect(try names("(2+3w)^2", "w=3", breaking: .never) == ["w", "J = (2 + 3w)^2"])
    #expect(
      try names("a = 2 + 3w", "J = a^2", "w=3", breaking: .always)
        == ["w", "t1 = 3w", "a = 2 + t1", "J = a^2"])
  }

  @Test func theOrderIsTopologicalWithTiesAsGiven() throws {
    #expect(
      try names("J = a b", "b = 2w", "a = 3w", "w=1") == ["w", "b = 2w", "a = 3w", "J = a b"])
  }

  @Test func theOutputIsTheLastFormula() throws {
    let reading = try ComputationGraph.read(
      ["J = a^2", "k = 2w", "a = 3w", "w = 1"].map { Statement($0) })
    #expect(reading.graph.nodes[reading.graph.output].name == "a")
    #expect(reading.graph.reachesOutput == [true, false, true, false])
  }

  @Test func anUnusedInputIsANote() throws {
    let reading = try ComputationGraph.read(
      ["a = 2w", "J = a", "w = 1", "v = 2"].map { Statement($0) })
    #expect(reading.notes == ["nothing uses 'v'; its derivative is 0"])
  }

  @Test func anInputMayBeArithmetic() throws {
    let reading = try ComputationGraph.read(["J = w", "w = 1/3 - pi"].map { Statement($0) })
    #expect(reading.inputs == ["w": 1.0 / 3 - .pi])
  }

  @Test func aBoundNameHidesAConstantEverywhere() throws {
    let solved = try Solved("a = e + 1", "J = 2e + a", "e = 3")
    #expect(solved.forward.value(of: "J") == 10)
  }

  @Test func allMissingNumbersAreToldAtOnce() {
    #expect(failure("a = w q", "J = a + b") == .missingNumbers(["w", "q", "b"]))
    #expect(
      failure("a = w q", "J = a + b")?.message
        == "no number for 'w', 'q', 'b'; add w=NUMBER q=NUMBER b=NUMBER")
  }

  @Test func aCycleIsNamed() {
    #expect(
      failure("a = b + w", "b = c", "c = 2a", "w = 1")?.message
        == "'a' is computed from itself: a → b → c → a; break the circle")
    #expect(failure("J = J + 1")?.message == "'J' is computed from itself: J → J; break the circle")
  }

  @Test func otherErrorsNameTheThing() {
    #expect(failure("a = 2w", "a = 3w", "w=1") == .duplicateName(statement: 1, "a"))
    #expect(failure("sin = 2w", "w=1") == .functionAsName(statement: 0, "sin"))
    #expect(failure("2a = 2w", "w=1") == .invalidName(statement: 0, "2a"))
    #expect(failure(" = 2w", "w=1") == .invalidName(statement: 0, ""))
    for name in ["a b", "a^2", "a/b", "(a)", "2", "½"] {
      #expect(failure("\(name) = 2w", "w=1") == .invalidName(statement: 0, name))
    }
    #expect(failure("sin(x) = 3", "J = 2w", "w=1") == .invalidName(statement: 0, "sin(x)"))
    #expect(
      failure("f(x) = x^2", "x=1")?.message == "'f(x)' is not a name; write f = x^2 for f(x) = x^2")
    #expect(failure("w^2", "w^3", "w=1") == .secondUnnamed(statement: 1))
    #expect(failure("w = 3") == .noFormula)
    #expect(failure("J = 2w", "w=1", data: ["q"]) == .notAnInput(["q"]))
    #expect(failure("J = 2w", "w=1/0") == .inputNotFinite(statement: 1, "w"))
  }

  @Test func aMisspeltNameIsShownInItsStatement() {
    let statements = ["a = 2 + sn(w)", "w = 3"].map { Statement($0) }
    #expect(throws: GraphError.self) { try ComputationGraph.read(statements) }
    do {
      _ = try ComputationGraph.read(statements)
    } catch {
      #expect(
        error.report(in: statements) == """
            a = 2 + sn(w)
                    ^^
          unknown function 'sn'; did you mean 'sin'?
          """)
    }
  }

  @Test func manyNumbersFoldIntoTheOperationThatUsesThem() throws {
    let text = Array(repeating: "1", count: 20_000).joined(separator: " + ") + " + w"
    let reading = try ComputationGraph.read([Statement(text), Statement("w = 1")])
    #expect(reading.graph.nodes.map(\.name) == ["w", "J"])
    #expect(try ForwardPass(reading.graph, at: reading.inputs).values == [1, 20_001])
  }

  @Test func aFormulaOf100000TermsBecomesAGraph() throws {
    let text = (0..<100_000).map { "w\($0 % 1000)" }.joined(separator: " + ")
    let inputs = (0..<1000).map { Statement("w\($0) = 1") }
    let reading = try ComputationGraph.read([Statement(text)] + inputs)
    #expect(reading.graph.nodes.count == 100_999)
    let backward = try BackwardPass(ForwardPass(reading.graph, at: reading.inputs))
    #expect(backward.forward.values[reading.graph.output] == 100_000)
    #expect(reading.graph.index(of: "w7").map { backward.derivatives[$0] } == 100)
  }
}
