import Autodiff
import Expressions
import Testing
import Training

/// Training by lines of one's own.
struct LineFaultTests {
  private static let right = [
    "dZ2 = (P - Y) / m", "dW2 = H.T @ dZ2", "db2 = dZ2.sum(axis=0)", "dH = dZ2 @ W2.T",
    "dZ1 = dH * (Z1 > 0)", "dW1 = X.T @ dZ1", "db1 = dZ1.sum(axis=0)",
  ]

  private static func training(_ lines: [String]) throws -> TrainingGraph {
    var request = GraphRequest()
    request.seed = 2
    return try TrainingGraph(
      [
        "Z1 = X @ W1 + b1", "H = relu(Z1)", "Z2 = H @ W2 + b2", "P = sigmoid(Z2)",
        "J = mean(softplus(Z2) - Y * Z2)", "W1 = randn(2, 6)", "b1 = zeros(6)",
        "W2 = randn(6, 1)", "b2 = [0]",
      ].map { Statement($0) }, request, examples: DrawnExamples.moons.examples(60, seed: 1),
      backwardLines: lines.map { Statement($0) })
  }

  private static func replacing(_ line: String) -> [String] {
    let name = line.prefix { $0 != " " }
    return right.map { $0.hasPrefix("\(name) ") ? line : $0 }
  }

  @Test(arguments: [Optimizer(.descent), Optimizer(.adam)])
  func rightLinesTrainAsTheSweepDoes(optimizer: Optimizer) throws {
    let plan = TrainingPlan(optimizer, batch: 16)
    let sweep = try Trainer(LineFaultTests.training([]), plan)
    let lines = try Trainer(LineFaultTests.training(LineFaultTests.right), plan)
    #expect(lines.lineFaults() == [])
    while sweep.epochs.count < 5 { try sweep.step() }
    while lines.epochs.count < 5 { try lines.step() }
    for (own, other) in zip(lines.weights, sweep.weights) { #expect(abs(own - other) < 1e-9) }
    #expect(zip(lines.epochs, sweep.epochs).allSatisfy { abs($0.loss - $1.loss) < 1e-9 })
  }

  @Test(arguments: [
    ("dZ1 = dH", ["dW1", "db1"]), ("dZ2 = P - Y", ["W1", "b1", "W2", "b2"].map { "d\($0)" }),
    ("db1 = dZ1.mean(axis=0)", ["db1"]), ("db2 = dZ2.mean(axis=0)", ["db2"]),
    ("dZ2 = (Y - P) / m", ["dW1", "db1", "dW2", "db2"]),
    ("dZ2 = P * (1 - P) / m", ["dW1", "db1", "dW2", "db2"]),
  ])
  func aWrongLineIsToldByNudges(line: String, names: [String]) throws {
    let trainer = try Trainer(
      LineFaultTests.training(LineFaultTests.replacing(line)), TrainingPlan())
    let before = trainer.weights
    #expect(Set(trainer.lineFaults().map(\.name)) == Set(names))
    #expect(trainer.weights == before)
  }

  @Test(arguments: [
    (
      "dW1 = X @ dZ1",
      "in the line 'dW1 = X @ dZ1': X is (3, 2) and dZ1 is (3, 6); the inner sizes 2 and 3 differ; did you mean X' @ dZ1?"
    ),
    (
      "db1 = dZ1",
      "db1 is (3, 6), and what it moves is (6); a derivative has the shape of its parameter: transpose a factor, or sum over the examples"
    ),
    (
      "dW2 = dZ2.T @ H",
      "dW2 is (1, 6), and what it moves is (6, 1); a derivative has the shape of its parameter: transpose a factor, or sum over the examples"
    ),
  ])
  func aForgottenTranspositionOrSumIsAnErrorOfShapes(line: String, message: String) throws {
    let error = try #require(throws: TrainingError.self) {
      try LineFaultTests.training(LineFaultTests.replacing(line))
    }
    #expect(error.message == message)
  }

  @Test func everyParameterNeedsALine() throws {
    #expect(throws: TrainingError.missingLine("db1")) {
      try LineFaultTests.training(LineFaultTests.right.filter { !$0.hasPrefix("db1") })
    }
  }

  /// On two moons wrong lines end far above right ones, by gradient descent with the rate 1.
  @Test(arguments: ["dZ1 = dH", "db1 = dZ1.mean(axis=0)"])
  func theLossTellsOnTwoMoons(line: String) throws {
    func loss(_ lines: [String]) throws -> Double {
      let training = try TrainingGraph(
        [
          "Z1 = X @ W1 + b1", "H = relu(Z1)", "Z2 = H @ W2 + b2", "P = sigmoid(Z2)",
          "J = mean(softplus(Z2) - Y * Z2)", "W1 = randn(2, 16)", "b1 = zeros(16)",
          "W2 = randn(16, 1) / 4", "b2 = [0]",
        ].map { Statement($0) }, GraphRequest(),
        examples: DrawnExamples.moons.examples(seed: 1), backwardLines: lines.map { Statement($0) })
      let trainer = try Trainer(training, TrainingPlan(Optimizer(.descent, rate: 1)))
      while trainer.epochs.count < 100 { try trainer.step() }
      return trainer.epochs[99].loss
    }
    #expect(try loss(LineFaultTests.replacing(line)) > 10 * loss(LineFaultTests.right))
  }
}
