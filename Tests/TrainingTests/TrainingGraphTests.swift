import Autodiff
import Expressions
import Testing
import Training

struct TrainingGraphTests {
  private static func training(
    _ lines: [String], _ examples: Examples? = DrawnExamples.moons.examples(20, seed: 1)
  ) throws -> TrainingGraph {
    try TrainingGraph(lines.map { Statement($0) }, GraphRequest(), examples: examples)
  }

  private static let table = Examples(
    columns: [
      Examples.Column(name: "x", numbers: [1, 2, 3]),
      Examples.Column(name: "t", numbers: [2, 4, 7]),
    ], targets: [1])

  @Test(arguments: [
    (["network 2-3-1 tanh"], ["X", "Y"]), (["network 2-3-2 relu softmax"], ["X", "y"]),
    (["network 2-3-2 relu softmax cost squared"], ["X", "Y"]),
    (["s = X @ w", "J = mean((s - y)^2)", "w = [1, 2]"], ["y", "X"]),
    (["s = w x1 + x2", "J = mean((s - y)^2)", "w = 1"], ["x1", "x2", "y"]),
  ])
  func examplesAreFoundByTheirNames(lines: [String], names: [String]) throws {
    let training = try TrainingGraphTests.training(lines)
    #expect(Set(training.exampleNames) == Set(names))
    let reading = try training.reading(of: 7)
    for name in names { #expect(reading.inputs[name]?.shape.sizes[0] == 7) }
    for node in reading.graph.nodes where names.contains(node.name) { #expect(node.kind == .data) }
  }

  @Test(arguments: [
    (
      ["a = w x", "J = mean((a - z)^2)", "w = 1"],
      "'z' has no numbers; the data has 'x', 't', 'X' and 'y', and what is trained gets its first numbers: z=0.1, or z=randn(2, 3) with its shape"
    ),
    (
      ["a = w x", "J = mean(a^2)", "w = 1"],
      "the graph has no input 'y'; the data has 'x', 't', 'X' and 'y': use them in the formulas"
    ),
    (
      ["J = w^2", "w = 1"],
      "the graph has no inputs 'x' and 'y'; the data has 'x', 't', 'X' and 'y': use them in the formulas"
    ),
    (
      ["network 2-1 linear"],
      "the network takes 2 numbers an example, the data has 1; write network 1-1"
    ),
    (
      ["J = mean((x - t)^2)"],
      "nothing is there to train; give what is to be moved its first numbers: w=0.1"
    ),
  ])
  func whatDoesNotGoWithTheDataIsNamed(lines: [String], message: String) throws {
    let error = try #require(throws: TrainingError.self) {
      try TrainingGraphTests.training(lines, TrainingGraphTests.table)
    }
    #expect(error.message == message)
  }

  @Test func aNetworkForTooFewClassesIsRefused() throws {
    let error = try #require(throws: TrainingError.self) {
      try TrainingGraphTests.training(["network 64-5 softmax"], Digits.examples.prefix(50))
    }
    #expect(
      error.message
        == "the network gives 5 numbers an example, the data has 10; write network 64-10")
  }

  @Test(arguments: [
    ("network 2-3-1 tanh", "A2"), ("network 2-3-2 relu softmax", "Z2"),
    ("network 2-3-1 tanh sigmoid cost cross-entropy", "A2"),
  ])
  func whatIsSaidOfAnExampleIsFound(line: String, name: String) throws {
    let trainer = try Trainer(TrainingGraphTests.training([line]), TrainingPlan())
    #expect(trainer.predicted == name)
  }

  /// Each tells the classes by the one number of an example, which is right for all of these.
  @Test(arguments: [
    // A sigmoid is compared with a half.
    ["p = sigmoid(4x - 2)", "J = -mean(t * ln(p) + (1 - t) * ln(1 - p)) + 0 w"],
    // What the classes are subtracted from is compared with a half.
    ["a = x + 0", "E = a - t", "J = mean(E^2) + 0 w"],
    // A hinge is compared with 0.
    ["s = 2x - 1", "J = mean(relu(1 - (2t - 1) * s)) + 0 w"],
    ["z = 2x - 1", "J = mean(softplus(z) - t * z) + 0 w"],
  ])
  func twoClassesAreToldByOneNumber(lines: [String]) throws {
    let examples = Examples(
      columns: [
        Examples.Column(name: "x", numbers: [0.1, 0.4, 0.6, 0.9]),
        Examples.Column(name: "t", numbers: [0, 0, 1, 1]),
      ], targets: [1])
    let trainer = try Trainer(
      TrainingGraphTests.training(lines + ["w = 1"], examples), TrainingPlan(heldOutShare: 0))
    #expect(try trainer.evaluate(trainer.rows).accuracy == 1)
    #expect(trainer.predictions(trainer.rows).map(\.label) == [0, 0, 1, 1])
  }

  @Test func aNumberThatIsNoClassIsNeverRight() throws {
    let trainer = try Trainer(
      TrainingGraphTests.training(
        ["a = w x", "J = mean((a - t)^2)", "w = 2"], TrainingGraphTests.table),
      TrainingPlan(heldOutShare: 0))
    #expect(try trainer.evaluate(trainer.rows).accuracy == nil)
    #expect(trainer.predictions([2, 0]).map(\.label) == [6, 2])
  }
}
