import Autodiff
import Expressions
import Lessons
import Testing
import Training

struct TrainBlockReaderTests {
  private static let graph = """
    ```graph
    data X = [[1, 2], [3, 4]]
    data Y = [[1], [0]]
    parameter W = [[0.5], [1]]
    Z = X @ W
    J = mean(softplus(Z) - Y * Z)
    ```
    """

  private static func reading(_ block: String, graph: String = graph) -> LessonReading {
    LessonReading(
      utf8: Array("# L\n\ntext\n\n\(graph)\n\n```train\n\(block)\n```\n".utf8), name: "l")
  }

  @Test func theFieldsAreRead() throws {
    let reading = TrainBlockReaderTests.reading(
      """
      from: moons
      examples: 50
      optimizer: momentum velocity
      rate: 0.25
      batch: 8
      epochs: 7
      seed: 3
      lines: yours
      instead: dZ = P - Y
      W = [[1], [2]]
      """)
    #expect(reading.errors == [])
    guard case .training(let request) = reading.lesson.exercises.first?.kind else {
      Issue.record("the block is an exercise")
      return
    }
    #expect(request.source == .drawn(.moons, count: 50))
    #expect(request.plan == TrainingPlan(Optimizer(.velocity, rate: 0.25), batch: 8, seed: 3))
    #expect(request.epochs == 7)
    #expect(request.usesLines)
    #expect(request.insteads.map(\.text) == ["dZ = P - Y"])
    #expect(
      request.statements.map(\.text) == [
        "Z = X @ W", "J = mean(softplus(Z) - Y * Z)", "W = [[1], [2]]",
      ])
    #expect(try request.training().parameters[0].value.elements == [1, 2])
  }

  @Test func aNetworkStandsAlone() {
    let reading = TrainBlockReaderTests.reading(
      "from: digits\nnetwork 64-8-10 relu softmax", graph: "")
    #expect(reading.errors == [])
    guard case .training(let request) = reading.lesson.exercises.first?.kind else {
      Issue.record("the block is an exercise")
      return
    }
    #expect(request.source == .digits)
    #expect(request.epochs == 20)
    #expect(!request.usesLines)
  }

  @Test(arguments: [
    (
      "epochs: 3",
      "'train' on what? write from: and one of moons, circles, spirals, xor, line, digits"
    ),
    ("from: moon", "unknown examples 'moon'; did you mean 'moons'?"),
    ("from: moons\noptimizer: adamm", "unknown optimizer 'adamm'; did you mean 'adam'?"),
    ("from: moons\nrate: 0", "'0' is not a rate; write a number above 0, as in 0.1"),
    (
      "from: moons\nepochs: 501", "'501' will not do for epochs; write a whole number from 1 to 500"
    ),
    (
      "from: moons\nlines: mine", "'mine' are no lines that are known here; write lines: yours"
    ),
    (
      "from: moons\ninstead: dZ = P", "'instead' takes the place of a line; write lines: yours"
    ),
    (
      "from: moons\nlines: yours\ninstead: Z = P",
      "'Z = P' gives no derivative; write it as in instead: dZ1 = dH"
    ),
    (
      "from: moons\nW = randn(2, 60000)\nZ = sum(X @ W, axis=1)\nJ = sum(Z) + sum(Y)",
      "120000 numbers would be trained; a lesson trains 100000 at most"
    ),
    ("from: moons\nrate: 1\nrate: 2", "'rate' stands here twice; leave one"),
    (
      "from: moons\nW = [[1], [2], [3]]",
      "this cannot be trained: X is (1, 2) and W is (3, 1); the inner sizes 2 and 3 differ"
    ),
  ])
  func whatIsWrongIsNamed(block: String, message: String) {
    let errors = TrainBlockReaderTests.reading(block).errors
    #expect(errors.map(\.message).first?.hasPrefix(message) ?? false, "\(errors)")
    #expect(errors.count == 1)
  }
}
