import Autodiff
import Expressions
import Journals
import Phrases
import Sessions
import Teaching
import TestSupport
import Testing
import Training

/// Steps on graphs with vectors and matrices, with the derivatives that a learner has found.
@Suite struct ArrayDescendingTests {
  static let lines = [
    "X = [[1, 2], [3, -1], [0.5, 1]]", "Y = [[1, 0], [0, 1], [1, 1]]",
    "W = [[0.2, -0.4], [0.1, 0.3]]", "b = [0.5, -0.5]", "Z = X W + b", "A = relu(Z)",
    "J = mean((A - Y)^2)",
  ]

  /// A session in which all is answered; what is not named, rightly.
  private static func answered(
    _ lines: [String] = lines, data: Set<String> = ["X", "Y"], _ answers: [String: String] = [:]
  ) throws -> Session {
    let reading = try ArrayReading(lines.map { Statement($0) }, GraphRequest(data: data))
    var session = try Session(exploring: reading, formulas: lines)
    for entry in session.asked {
      let key = try #require(session.worksheet?.key)
      let name = key.list.entries[entry].name
      session.act(.fill(entry: entry, answers[name] ?? key.answer(to: entry)))
    }
    return session
  }

  private static func text(_ session: Session, isSpoken: Bool = false) -> String {
    Wording(session, for: Voice(isASCII: false, isSpoken: isSpoken, shortcuts: [:])).saying.text
  }

  /// The curve that the scalar engine gives on the same graph, written out in single cells.
  private static func cellCurve(
    _ optimizer: Optimizer, steps: Int, sign: Double = 1
  ) throws -> [Double] {
    let reading = try ArrayReading(
      lines.map { Statement($0) }, GraphRequest(data: ["X", "Y"]))
    let forward = try ArrayForwardPass(reading.graph, at: reading.inputs)
    let unrolled = UnrolledGraph(forward)
    let scalar = try ComputationGraph.read(unrolled.statements, breaking: .never)
    var inputs = scalar.inputs
    let graph = scalar.graph
    precondition(graph.nodes[graph.output].name == unrolled.output)
    let names = graph.nodes.filter { $0.kind == .parameter }.map(\.name)
    var state = OptimizerState(optimizer, count: names.count)
    var outputs: [Double] = []
    for step in 0..<steps + 1 {
      let backward = try BackwardPass(ForwardPass(graph, at: inputs))
      outputs.append(backward.forward.values[graph.output])
      guard step < steps else { break }
      var numbers = names.map { inputs[$0] ?? 0 }
      let derivatives = names.map { name in
        sign * backward.derivatives[graph.index(of: name) ?? 0]
      }
      state.step(&numbers, along: derivatives)
      for (name, number) in zip(names, numbers) { inputs[name] = number }
    }
    return outputs
  }

  @Test(arguments: Optimizer.Method.allCases)
  func rightRulesGiveTheCurveOfTheCells(method: Optimizer.Method) throws {
    var session = try Self.answered()
    session.act(.submit("optimizer \(method.name)"))
    session.act(.submit("rate 0.05"))
    session.act(.descend(.steps(1)))
    session.act(.descend(.steps(20)))
    let run = try #require(session.descent)
    let cells = try Self.cellCurve(Optimizer(method, rate: 0.05), steps: 21)
    #expect(run.stepCount == 21)
    #expect(run.start.areRight)
    for (found, right) in zip(run.outputs, cells) {
      #expect(abs(found - right) <= 1e-12 * max(1, right), "\(method)")
    }
  }

  /// Numbers of a wrong sign climb, and so does a formula that has it.
  @Test(arguments: [
    ["dJ/dZ": "-(A > 0) * dJ/dA"], ["dJ/dA": "2 (Y - A) / 6"],
  ])
  func aWrongSignClimbs(answers: [String: String]) throws {
    var session = try Self.answered(Self.lines, answers)
    session.act(.submit("rate 0.05"))
    session.act(.descend(.steps(5)))
    let run = try #require(session.descent)
    let cells = try Self.cellCurve(Optimizer(.descent, rate: 0.05), steps: 5, sign: -1)
    #expect(!run.start.areRight)
    #expect(run.unruled.isEmpty)
    for (found, right) in zip(run.outputs, cells) { #expect(abs(found - right) <= 1e-12) }
    #expect(run.outputs == run.outputs.sorted())
    #expect(Self.text(session).contains("every step follows your own rule"))
  }

  /// w = [1, -2], J = sum(w * w): the derivative is 2 w, and typed as numbers with the other sign.
  @Test func numbersOfAWrongSignClimbByTheirRule() throws {
    var session = try Self.answered(
      ["w = [1, -2]", "J = sum(w * w)"], data: [], ["dJ/dw": "[-2, 4]"])
    session.act(.submit("rate 0.1"))
    session.act(.descend(.steps(1)))
    #expect(Self.text(session).contains("that is with your numbers, which are not all right"))
    session.act(.descend(.steps(1)))
    let run = try #require(session.descent)
    #expect(run.unruled.isEmpty)
    // 1.2² times each: 5, 7.2, 10.368.
    for (found, right) in zip(run.outputs, [5, 7.2, 10.368]) { #expect(abs(found - right) < 1e-12) }
  }

  /// Numbers that follow no rule are used once: w = [1, -2] - 0.1 [3, 3], then by 2 w.
  @Test func strangeNumbersAreUsedOnce() throws {
    var session = try Self.answered(
      ["w = [1, -2]", "J = sum(w * w)"], data: [], ["dJ/dw": "[3.17, 3]"])
    session.act(.submit("rate 0.1"))
    session.act(.descend(.steps(2)))
    let run = try #require(session.descent)
    for (found, right) in zip(run.numbers, [0.683 * 0.8, -2.3 * 0.8]) {
      #expect(abs(found - right) < 1e-12)
    }
    #expect(Self.text(session).contains("from the second on dJ/dw is the right one"))
  }

  /// A mistake in one derivative is passed on by the right formula of the next.
  @Test func aForgottenMaskIsPassedOn() throws {
    let session = try Self.answered(Self.lines, ["dJ/dZ": "dJ/dA"])
    var other = session
    other.act(.submit("rate 0.1"))
    other.act(.descend(.steps(1)))
    let key = try #require(session.worksheet?.key.arrays?.key)
    let graph = key.graph
    func value(_ name: String) throws -> NumericArray {
      key.forward.values[try #require(graph.index(of: name))]
    }
    let upstream = key.derivatives[try #require(graph.index(of: "A"))]
    let (x, w) = (try value("X"), try value("W"))
    var moved: [Double] = []
    for row in 0..<2 {
      for column in 0..<2 {
        let slope = (0..<3).reduce(0.0) { $0 + x[$1 * 2 + row] * upstream[$1 * 2 + column] }
        moved.append(w[row * 2 + column] - 0.1 * slope)
      }
    }
    let run = try #require(other.descent)
    for (found, right) in zip(run.numbers, moved) { #expect(abs(found - right) < 1e-12) }
  }

  @Test func aWrongShapeMakesNoStep() throws {
    var session = try Self.answered(Self.lines, ["dJ/db": "dJ/dZ"])
    session.act(.descend(.steps(1)))
    #expect(session.descent == nil)
    #expect(
      Self.text(session)
        == "no step can be made along dJ/db: it has not the shape of what it is taken by")
  }

  @Test func undoGoesBackAndRedoForth() throws {
    var session = try Self.answered()
    session.act(.submit("adam"))
    session.act(.descend(.steps(1)))
    let one = session.progress
    session.act(.descend(.steps(20)))
    let many = session.progress
    session.act(.undo)
    #expect(session.progress == one)
    session.act(.redo)
    #expect(session.progress == many)
  }

  static let lesson = """
    # T

    ```graph
    data X = [[1, 2], [3, -1]]
    parameter w = [1, 2]
    p = X w
    J = sum(p * p)
    ```

    ## P

    ```fill
    dJ/dp
    dJ/dw
    ```
    """

  @Test func aJournalBringsStepsBack() throws {
    var session = try opened(Self.lesson, page: 2)
    var effects: [Effect] = []
    for (entry, typed) in zip(session.asked, ["-2 p", "X' dJ/dp"]) {
      effects += session.update(.fill(entry: entry, typed))
    }
    effects += session.update(.submit("rate 0.001"))
    effects += session.update(.descend(.steps(1)))
    effects += session.update(.descend(.steps(20)))
    effects += session.update(.undo)
    let records = try effects.records()
    var again = try opened(Self.lesson, page: 2)
    again.resume(records, page: 2)
    #expect(again.progress.descents == session.progress.descents)
    #expect(again.descent?.stepCount == 1)
  }

  /// Of few numbers each is told, of many the shape and the norm.
  @Test func whereTheParametersAreIsTold() throws {
    var session = try Self.answered(
      ["w = [3, -4]", "V = zeros(2, 4)", "J = sum(w * w) + sum(V)"], data: [])
    session.act(.submit("momentum"))
    session.act(.descend(.steps(1)))
    let run = try #require(session.descent)
    #expect(
      Wording.parameters(of: run)
        == ["w = [2.4, -3.2] (v [6, -8])", "V (2, 4), norm 0.282843 (v norm 2.82843)"])
    #expect(
      Self.text(session, isSpoken: true).hasSuffix(
        "w, 2 numbers: 2.4, -3.2; V, 2 rows of 4: -0.1, -0.1, -0.1, -0.1; -0.1, -0.1, -0.1, -0.1"))
  }

  /// Where the derivatives are given, J is what they are those of.
  @Test func aGivenDerivativeIsFollowed() throws {
    var session = try Self.answered(
      ["w = [1, 2]", "Y = 3 w", "start dY = [1, -1]"], data: [])
    session.act(.submit("rate 0.5"))
    session.act(.descend(.steps(1)))
    // 3 - 6, and 4.5 further down for each number.
    #expect(try #require(session.descent).outputs == [-3, -12])
  }
}

/// Many steps on a large graph, between which keys are looked at.
@Suite struct SlicedStepsTests {
  static let lines = ["data X = randn(40, 30)", "W = randn(30, 20)", "J = mean((X W)^2)"]

  @Test func manyStepsAreMadeInSlices() throws {
    let reading = try ArrayReading(Self.lines.map { Statement(input: $0) }, GraphRequest())
    var session = try Session(exploring: reading, formulas: Self.lines)
    for entry in session.asked {
      let answer = try #require(session.worksheet?.key.answer(to: entry))
      session.act(.fill(entry: entry, answer))
    }
    session.act(.descend(.steps(100)))
    let first = try #require(session.descent)
    #expect(session.isComputing)
    #expect(first.stepCount > 0 && first.stepCount < 100)
    #expect(first.stepCount + first.openSteps == 100)
    var slices = 0
    while session.isComputing {
      session.computeSlice()
      session.note(seconds: 0)
      slices += 1
    }
    #expect(slices > 1)
    let run = try #require(session.descent)
    #expect(run.stepCount == 100)
    #expect(run.outputs == run.outputs.sorted(by: >))
    #expect(session.remark == .descended(steps: 100, .steps(100)))
  }
}
