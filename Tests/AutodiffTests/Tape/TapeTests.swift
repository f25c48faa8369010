import Autodiff
import Expressions
import RandomNumbers
import SeededRandom
import Testing

@Suite struct TapeTests {
  /// A tape of one operation on two parameters.
  func slopes(
    of operation: Operation, at a: Double, _ b: Double
  ) -> (value: Double, slopes: [Double]) {
    var builder = TapeBuilder()
    let (x, y) = (builder.parameter(), builder.parameter())
    var run = TapeRun(Tape(builder, output: builder.apply(operation, x, y)))
    let value = run.forward(at: [a, b])
    run.reverse(at: [a, b])
    return (value, run.gradient)
  }

  @Test(arguments: Operation.allCases)
  func aTapeFollowsTheTableOfOperations(operation: Operation) {
    for a in [-2, -0.5, 0, 0.5, 1, 3] {
      for b in [-2, 0, 0.5, 3] {
        let found = slopes(of: operation, at: a, b)
        let value = Double.apply(operation, a, b)
        let (first, second) = operation.localDerivatives(a, b, result: value)
        expectSame(found.value, value)
        expectSame(found.slopes[0], first)
        expectSame(found.slopes[1], operation.arity == 2 ? second : 0)
      }
    }
  }

  @Test(arguments: Operation.allCases)
  func aResultThatIsPassedOnAtOnceFollowsTheTableToo(operation: Operation) {
    for a in [0.3, 0.9, 2.5] {
      var builder = TapeBuilder()
      let (x, y) = (builder.parameter(), builder.parameter())
      // The sine is the operation's first operand and nothing else uses it.
      let inner = builder.apply(.sin, x, x)
      var run = TapeRun(Tape(builder, output: builder.apply(operation, inner, y)))
      let sine = Double.apply(.sin, a, a)
      let value = Double.apply(operation, sine, 0.7)
      expectSame(run.forward(at: [a, 0.7]), value)
      run.reverse(at: [a, 0.7])
      let (first, second) = operation.localDerivatives(sine, 0.7, result: value)
      expectSame(run.gradient[0], first * Double.apply(.cos, a, a))
      expectSame(run.gradient[1], operation.arity == 2 ? second : 0)
    }
  }

  func expectSame(
    _ a: Double, _ b: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let isClose = abs(a - b) <= 1e-15 * abs(b)
    #expect(a == b || isClose || (a.isNaN && b.isNaN), sourceLocation: sourceLocation)
  }

  @Test func everyNodeOfAGraphHasItsValueAndDerivative() throws {
    var compared = 0
    for seed in 0..<300 as Range<UInt64> {
      let solved: Solved
      do {
        solved = try Solved(ReverseSweepTests.randomStatements(seed: seed).map { Statement($0) })
      } catch is EvaluationError {
        continue
      }
      let (values, derivatives) = tapeSolution(solved)
      for node in solved.graph.nodes.indices {
        expectClose(values[node], solved.forward.values[node])
        expectClose(derivatives[node], solved.backward.derivatives[node])
        compared += 1
      }
    }
    #expect(compared > 1_000)
  }

  /// What the tape finds for each node of a graph.
  func tapeSolution(_ solved: Solved) -> (values: [Double], derivatives: [Double]) {
    let nodes = solved.graph.nodes
    var run = TapeRun(Tape(solved.graph))
    for node in nodes.indices where nodes[node].kind == .data {
      run.set(kept: node, to: solved.forward.values[node])
    }
    let parameters = nodes.indices.filter { nodes[$0].kind == .parameter }
    let numbers = parameters.map { solved.forward.values[$0] }
    run.forward(at: numbers)
    run.reverse(at: numbers)
    let values = nodes.indices.map { node in
      parameters.firstIndex(of: node).map { numbers[$0] } ?? run.value(ofKept: node)
    }
    return (values, nodes.indices.map { run.derivative(ofKept: $0) })
  }

  func expectClose(
    _ a: Double, _ b: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(abs(a - b) <= 1e-9 * max(1, abs(b)), sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    ["b = a", "J = a + b", "a = 3"],
    ["a = 2 + 3w", "J = a^2", "w = 3"],
    ["k = 1/w", "J = 3v", "w = 0.5", "v = 2"],
    ["s = x + y + z + x*y + 2z - y*z", "J = s^2 - s", "x = 1", "y = 2", "z = 3"],
    ["J = max(a, b) * min(a, b) + abs(a - b)", "a = 2", "b = 2"],
  ])
  func aGraphAsTypedAgrees(statements: [String]) throws {
    let solved = try Solved(statements.map { Statement($0) })
    let (values, derivatives) = tapeSolution(solved)
    #expect(values == solved.forward.values)
    #expect(derivatives == solved.backward.derivatives)
  }

  @Test func dataOfAGraphCanBeSet() throws {
    let reading = try ComputationGraph.read(
      [Statement("J = w x"), Statement("w = 3"), Statement("x = 2", role: .data)])
    let node = try #require(reading.graph.index(of: "x"))
    var run = TapeRun(Tape(reading.graph))
    run.set(kept: node, to: 5)
    #expect(run.forward(at: [3]) == 15)
    run.reverse(at: [3])
    #expect(run.gradient == [5])
    #expect(run.derivative(ofKept: node) == 3)
  }

  @Test func whatHasNoPartInTheOutputAddsNothingToIt() {
    var builder = TapeBuilder()
    let (x, y) = (builder.parameter(), builder.parameter())
    // The slope of the root is infinite here, and 0 times infinity would be no number.
    let root = builder.apply(.sqrt, x, x)
    let output = builder.apply(.multiply, y, y)
    var run = TapeRun(Tape(builder, output: output, keeping: [root]))
    #expect(run.forward(at: [0, 3]) == 9)
    run.reverse(at: [0, 3])
    #expect(run.gradient == [0, 6])
    #expect(run.value(ofKept: 0) == 0)
    #expect(run.derivative(ofKept: 0) == 0)
  }

  @Test func aSumOfProductsWithoutAPartInTheOutputHasTheDerivativeZero() {
    // Derivatives that nobody writes would be whatever such memory held before.
    for count in 4...12 {
      var builder = TapeBuilder()
      let weights = (0..<count).map { _ in builder.parameter() }
      let y = builder.parameter()
      var sum = weights[0]
      for weight in weights.dropFirst() {
        let product = builder.apply(.multiply, weight, builder.number(2))
        sum = builder.apply(.add, sum, product)
      }
      _ = builder.apply(.tanh, sum, sum)
      let output = builder.apply(.multiply, y, y)
      var run = TapeRun(Tape(builder, output: output))
      let numbers = Array(repeating: 1.0, count: count) + [3]
      #expect(run.forward(at: numbers) == 9)
      run.reverse(at: numbers)
      #expect(run.gradient == Array(repeating: 0, count: count) + [6])
    }
  }

  @Test func aTapeMayHaveNoParameters() {
    var builder = TapeBuilder()
    let number = builder.number(3)
    let output = builder.apply(.multiply, number, number)
    var run = TapeRun(Tape(builder, output: output, keeping: [number]))
    #expect(run.forward(at: []) == 9)
    run.reverse(at: [])
    #expect(run.gradient == [])
    #expect(run.derivative(ofKept: 0) == 6)
  }

  @Test func aTapeRunsAgainAtOtherNumbers() {
    var builder = TapeBuilder()
    let x = builder.parameter()
    var run = TapeRun(Tape(builder, output: builder.apply(.multiply, x, x)))
    for number in [1.0, 2, -3] {
      #expect(run.forward(at: [number]) == number * number)
      run.reverse(at: [number])
      #expect(run.derivative(ofParameter: 0) == 2 * number)
    }
  }

  /// Numbers from the smallest to the largest, and what is no number.
  static let tangentArguments =
    [
      0, -0.0, Double.leastNonzeroMagnitude, 0x1p-1030, 1e-20, 1e-8, 0.34657, 0.34658, 1, 19,
      21.999, 22, 22.001, 1e308,
    ]
    + [.infinity, -.infinity, .nan] + stride(from: -25, to: 25, by: 0.137)

  @Test(arguments: 1...20)
  func manyTangentsAtATimeAreThoseOfTheTable(count: Int) {
    var builder = TapeBuilder()
    let x = (0..<count).map { _ in builder.parameter() }
    let tangents = x.map { builder.apply(.tanh, $0, $0) }
    let sum = tangents.dropFirst().reduce(tangents[0]) { builder.apply(.add, $0, $1) }
    let output = builder.apply(.multiply, sum, builder.number(2))
    var run = TapeRun(Tape(builder, output: output, keeping: tangents))
    for begin in stride(from: 0, to: TapeTests.tangentArguments.count - count, by: count) {
      let numbers = Array(TapeTests.tangentArguments[begin..<begin + count])
      run.forward(at: numbers)
      run.reverse(at: numbers)
      for (index, number) in numbers.enumerated() {
        let tangent = Double.apply(.tanh, number, number)
        let found = run.value(ofKept: index)
        #expect(
          abs(found - tangent) <= 4 * tangent.ulp || (found.isNaN && tangent.isNaN), "\(number)")
        #expect(found.sign == tangent.sign || tangent.isNaN)
        let slope = 2 * (1 - found * found)
        #expect(run.derivative(ofParameter: index) == slope || tangent.isNaN)
      }
    }
  }
}
