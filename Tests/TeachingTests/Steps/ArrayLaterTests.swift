import Autodiff
import Expressions
import Teaching
import Testing
import Training

/// What comes after steps of descent on graphs with vectors and matrices.
@Suite struct ArrayLaterTests {
  static let layer = [
    "X = [[1, 2], [3, -1], [0.5, 1]]", "Y = [[1, 0], [0, 1], [1, 1]]",
    "W = [[0.2, -0.4], [0.1, 0.3]]", "b = [0.5, -0.5]", "A = tanh(X W + b)",
    "J = mean((A - Y)^2)",
  ]
  /// J = sum(u * w), u = [1, 2] and w = [3, 4]: dJ/du = w and dJ/dw = u.
  static let product = ["u = [1, 2]", "w = [3, 4]", "J = sum(u * w)"]

  static func key(
    _ lines: [String], _ optimizer: Optimizer, moving: [String]? = nil, count: Int = 2
  ) throws -> ArraySheetKey {
    let reading = try ArrayReading(
      lines.map { Statement($0) }, GraphRequest(data: lines == layer ? ["X", "Y"] : []))
    return try ArraySheetKey(reading, after: StepPlan(optimizer, moving: moving, count: count))
  }

  private static func verdict(
    _ typed: String, _ name: String, _ key: ArraySheetKey
  ) throws -> Verdict {
    Worksheet(.arrays(key)).check(typed, for: try #require(key.list.index(of: name)))
  }

  // MARK: Numbers

  /// The scalar tutor says the same of the graph written out in single cells.
  @Test(arguments: Optimizer.Method.allCases, [nil, ["W"]])
  func everyNumberIsThatOfTheCells(method: Optimizer.Method, moving: [String]?) throws {
    let optimizer = Optimizer(method, rate: 0.05)
    let key = try Self.key(Self.layer, optimizer, moving: moving, count: 3)
    let unrolled = UnrolledGraph(key.key.forward)
    let scalar = try ComputationGraph.read(unrolled.statements, breaking: .never)
    func names(_ node: Int) -> [String] { unrolled.cells[node] }
    let cells = moving.map { $0.flatMap { names(key.graph.index(of: $0) ?? 0) } }
    let other = try AnswerKey(
      scalar.graph, at: scalar.inputs, after: StepPlan(optimizer, moving: cells, count: 3))
    var count = 0
    for (index, entry) in key.list.entries.enumerated() {
      guard let later = entry.later, !entry.isCell else { continue }
      let numbers = names(later.node).map { name -> Double in
        let node = other.graph.index(of: name) ?? 0
        let quantity = LaterQuantity(later.kind, of: node, after: later.step)
        return other.list.index(of: quantity).map { other.value(of: $0) } ?? .nan
      }
      for (found, right) in zip(key.value(of: index).elements, numbers) {
        #expect(abs(found - right) <= 1e-11 * max(1, abs(right)), "\(entry.name)")
        count += 1
      }
    }
    #expect(count > 30)
  }

  /// PyTorch 2.13.0 after three steps of rate 0.1, in 64 bits: `torch.optim.SGD`, with `momentum=0.9`, and `Adam`.
  @Test(arguments: [
    (Optimizer.Method.descent, "J after 3", [0.9066980246044246]),
    (
      .descent, "W after 3",
      [0.1204949838267802, -0.27803940248907494, 0.18346639729219597, 0.4181078195474056]
    ),
    (.momentum, "J after 3", [0.7841569565532399]),
    (.momentum, "b after 3", [0.5049900287811676, -0.22833650992130317]),
    (
      .momentum, "v of W after 3",
      [0.7409499598972378, -1.0822106292313394, -0.7458770219881031, -0.8887891651400897]
    ),
    (.adam, "J after 3", [0.712430422398406]),
    (
      .adam, "W after 3",
      [-0.09625447956430241, -0.10017460985107524, 0.3953442692250431, 0.5526619913250691]
    ),
    (
      .adam, "m of W after 3",
      [0.06822517435640332, -0.11440006789711635, -0.06066375594065186, -0.05557376210981334]
    ),
    (
      .adam, "v of W after 3",
      [
        0.00020231523322002053, 0.0005334051475398862, 0.00016156306462798006,
        0.00033267316109007695,
      ]
    ),
  ])
  func numbersAreThoseOfPyTorch(
    method: Optimizer.Method, name: String, numbers: [Double]
  ) throws {
    let key = try Self.key(Self.layer, Optimizer(method, rate: 0.1), count: 3)
    let found = key.value(of: try #require(key.list.index(of: name))).elements
    for (found, right) in zip(found, numbers) {
      #expect(abs(found - right) <= 1e-9 * max(1, abs(right)))
    }
    #expect(found.count == numbers.count)
  }

  // MARK: Answers

  /// The key's own answer is right, in whole arrays and in cells.
  @Test(arguments: Optimizer.Method.allCases)
  func theOwnAnswersAreRight(method: Optimizer.Method) throws {
    let key = try Self.key(Self.layer, Optimizer(method))
    for (index, entry) in key.list.entries.enumerated() where entry.later != nil {
      let verdict = Worksheet(.arrays(key)).check(key.text(of: index), for: index)
      #expect(verdict.isAccepted, "\(entry.name) = \(key.text(of: index)): \(verdict)")
    }
  }

  @Test(arguments: [
    ("W after 1", "W - rate dJ/dW"), ("W after 1", "W - 0.1 * dW"), ("W after 1", "W - lr W.grad"),
    ("b after 1", "b - rate * sum(2 (A - Y) * (1 - A^2) / 6, axis=0)"),
    ("W after 2", "W after 1 - rate dJ/dW after 1"),
    ("A after 1", "tanh(X @ (W after 1) + b after 1)"), ("J after 2", "mean((A after 2 - Y)^2)"),
    ("W[0, 1] after 1", "W[0, 1] - rate dJ/dW[0, 1]"),
    ("W[0, 1] after 2", "W[0, 1] after 1 - rate dJ/dW[0, 1] after 1"),
  ])
  func aFormulaIsRight(name: String, typed: String) throws {
    let key = try Self.key(Self.layer, Optimizer(.descent, rate: 0.1))
    let verdict = try Self.verdict(typed, name, key)
    #expect(verdict.isAccepted, "\(verdict)")
  }

  @Test(arguments: [
    (Optimizer.Method.momentum, "v of W after 1", "dJ/dW"),
    (.momentum, "v of W after 2", "beta v + dJ/dW after 1"),
    (.momentum, "W after 2", "W after 1 - rate v"),
    (.averagedMomentum, "v of b after 1", "(1 - beta) dJ/db"),
    (.velocity, "v of W after 2", "beta (v of W after 1) - rate dJ/dW after 1"),
    (.velocity, "W after 1", "W + v of W after 1"),
    (.adam, "m of W after 1", "beta1 m + (1 - beta1) dJ/dW"),
    (.adam, "v of W after 2", "beta2 v + (1 - beta2) (dJ/dW after 1)^2"),
    (.adam, "W after 1", "W - rate (m / (1 - beta1)) / sqrt(v / (1 - beta2))"),
    (.adam, "W after 1", "W - rate (m / (1 - beta1)) / (sqrt(v / (1 - beta2)) + eps)"),
  ])
  func aFormulaOfAnOptimizerIsRight(
    method: Optimizer.Method, name: String, typed: String
  ) throws {
    let verdict = try Self.verdict(typed, name, Self.key(Self.layer, Optimizer(method)))
    #expect(verdict.isAccepted, "\(verdict)")
  }

  /// A formula that is right with these numbers alone is none.
  @Test func aFormulaOfTheseNumbersAloneIsNotRight() throws {
    let key = try Self.key(Self.product, Optimizer(.descent, rate: 0.1))
    // u - 0.1 [3, 4] is [0.7, 1.6], which is (u + w) - [3.3, 4.4], but u after 1 is u - 0.1 w.
    #expect(try Self.verdict("0.7 u + [0, 0.2]", "u after 1", key).word == "wrong")
    #expect(try Self.verdict("u - 0.1 w", "u after 1", key).isAccepted)
  }

  // MARK: Wrong rules

  /// One step of 0.1 leads to u = [0.7, 1.6] and w = [2.9, 3.8], where J is 8.11; the second to [0.41, 1.22].
  @Test(arguments: [
    ("step-added", "[1.3, 2.4]", "u after 1"), ("step-added", "u + rate dJ/du", "u after 1"),
    ("rate-forgotten", "[-2, -2]", "u after 1"), ("rate-forgotten", "u - dJ/du", "u after 1"),
    ("not-moved", "[1, 2]", "u after 1"), ("not-moved", "u", "u after 1"),
    ("step-alone", "[0.3, 0.4]", "u after 1"), ("step-alone", "rate dJ/du", "u after 1"),
    ("step-alone", "-0.3", "u[0] after 1"), ("step-added", "2.4", "u[1] after 1"),
    // With w moved first dJ/du is [2.9, 3.8]; with u moved first dJ/dw is [0.7, 1.6].
    ("step-in-turn", "[0.71, 1.62]", "u after 1"), ("step-in-turn", "[2.93, 3.84]", "w after 1"),
    ("step-in-turn", "w - rate (u - rate dJ/du)", "w after 1"),
    // 1.3 × 3.1 + 2.4 × 4.2, 3 × 0.7 + 4 × 1.6 and 11 - 0.1 (25 + 5).
    ("step-added", "14.11", "J after 1"), ("one-moved", "8.5", "J after 1"),
    ("straight-line", "8", "J after 1"), ("not-moved", "11", "J after 1"),
    // The second step with [3, 4] again, and from u as it was.
    ("stale-derivative", "[0.4, 1.2]", "u after 2"),
    ("step-from-start", "[0.71, 1.62]", "u after 2"),
    ("step-added", "[0.99, 1.98]", "u after 2"), ("not-moved", "[3, 4]", "dJ/du after 1"),
  ])
  func anErrorIsNamedFirst(rule: String, typed: String, name: String) throws {
    let verdict = try Self.verdict(
      typed, name, Self.key(Self.product, Optimizer(.descent, rate: 0.1)))
    #expect(verdict.reasonWords.first == rule, "\(verdict)")
  }

  /// dJ/du is [3, 4] at first and, after a step, w after 1.
  @Test(arguments: [
    (Optimizer.Method.adam, "correction-forgotten", "u - rate m / (sqrt(v) + eps)", "u after 1"),
    (.adam, "share-forgotten", "[3, 4]", "m of u after 1"),
    (.adam, "square-forgotten", "(1 - beta2) dJ/du", "v of u after 1"),
    (.adam, "shares-swapped", "[2.7, 3.6]", "m of u after 1"),
    (.adam, "root-forgotten", "u - rate (m / (1 - beta1)) / (v / (1 - beta2))", "u after 1"),
    (.adam, "step-added", "[1.1, 2.1]", "u after 1"),
    (.momentum, "other-momentum", "[0.3, 0.4]", "v of u after 1"),
    (.momentum, "momentum-forgotten", "dJ/du after 1", "v of u after 2"),
    (.averagedMomentum, "share-forgotten", "dJ/du", "v of u after 1"),
    (.velocity, "step-added", "rate dJ/du", "v of u after 1"),
    (.velocity, "rate-forgotten", "-dJ/du", "v of u after 1"),
  ])
  func anErrorOfAnOptimizerIsNamedFirst(
    method: Optimizer.Method, rule: String, typed: String, name: String
  ) throws {
    let verdict = try Self.verdict(
      typed, name, Self.key(Self.product, Optimizer(method, rate: 0.1)))
    #expect(verdict.reasonWords.first == rule, "\(verdict)")
  }

  /// A wrong shape is said before any rule.
  @Test(arguments: [
    ("[[1, 2, 3]]", "W after 1"), ("b - rate dJ/db", "W after 1"), ("[1, 2]", "J after 1"),
    ("dJ/dW dJ/db dJ/dW", "W after 1"), ("sum(W - rate dJ/dW, axis=0)", "W after 1"),
  ])
  func aWrongShapeIsSaidFirst(typed: String, name: String) throws {
    let verdict = try Self.verdict(typed, name, Self.key(Self.layer, Optimizer(.descent)))
    #expect(verdict.reasonWords.first == "wrong-shape", "\(verdict)")
  }

  @Test(arguments: ["", "W - rate dJ/dQ", "W after 1", "u +", "W after 3"])
  func whatCannotBeReadIsNoAnswer(typed: String) throws {
    let verdict = try Self.verdict(typed, "W after 1", Self.key(Self.layer, Optimizer(.descent)))
    #expect(verdict.word == "unreadable", "\(verdict)")
  }

  // MARK: On a worksheet

  /// A step along an own wrong derivative follows from that; the same with a rounded one is close.
  @Test func whatFollowsFromAnOwnDerivativeIsToldSo() throws {
    let key = try Self.key(Self.product, Optimizer(.descent, rate: 0.1))
    var worksheet = Worksheet(.arrays(key))
    let slope = try #require(key.list.index(of: "dJ/du"))
    let after = try #require(key.list.index(of: "u after 1"))
    _ = worksheet.answer("[5, 5]", for: slope)
    #expect(worksheet.check("[0.5, 1.5]", for: after).reasonWords == ["follows-from-wrong"])
    _ = worksheet.answer("w", for: slope)
    #expect(worksheet.check("[0.7, 1.6]", for: after).isAccepted)
  }

  @Test func roundedNumbersMayBeCarriedOn() throws {
    let key = try Self.key(Self.layer, Optimizer(.descent, rate: 0.5))
    var worksheet = Worksheet(.arrays(key))
    let first = try #require(key.list.index(of: "W after 1"))
    let second = try #require(key.list.index(of: "W after 2"))
    let slope = try #require(key.list.index(of: "dJ/dW after 1"))
    let rounded = key.value(of: first).map { ($0 * 1000).rounded() / 1000 }
    #expect(worksheet.answer(rounded.text, for: first).isAccepted)
    let next = NumericArray(
      zip(rounded.elements, key.value(of: slope).elements).map { $0 - 0.5 * $1 },
      shape: rounded.shape)
    #expect(worksheet.check(next.text, for: second).isAccepted)
  }
}
