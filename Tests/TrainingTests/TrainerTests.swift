import Autodiff
import Expressions
import Testing
import Training

struct TrainerTests {
  /// Twenty points of a grid; those with coordinates of one sign are one class.
  static let points: Examples = {
    let x = (0..<20).map { Double((7 * $0) % 20) / 10 - 1 }
    let y = (0..<20).map { Double((3 * $0) % 20) / 10 - 0.95 }
    return Examples(
      columns: [
        Examples.Column(name: "x1", numbers: x), Examples.Column(name: "x2", numbers: y),
        Examples.Column(name: "y", numbers: zip(x, y).map { $0 * $1 > 0 ? 1 : 0 }),
      ], targets: [2])
  }()

  static func network(_ examples: Examples = points) throws -> TrainingGraph {
    let first = (0..<8).map { place in Double((5 * place) % 8) / 8 - 0.45 }
    let second = (0..<4).map { place in Double((3 * place) % 4) / 4 - 0.4 }
    var request = GraphRequest()
    request.arrays = [
      "W1": NumericArray(first, shape: Shape(2, 4)), "W2": NumericArray(second, shape: Shape(4, 1)),
    ]
    return try TrainingGraph(
      [
        "A1 = tanh(X @ W1 + b1)", "A2 = sigmoid(A1 @ W2 + b2)", "p = A2[:, 0]",
        "J = -mean(y * ln(p) + (1 - y) * ln(1 - p))", "b1 = zeros(4)", "b2 = 0.1",
      ].map { Statement($0) }, request, examples: examples)
  }

  @Test(arguments: [
    Optimizer(.descent), Optimizer(.momentum), Optimizer(.adam, rate: 0.01),
  ])
  func theCurveIsPyTorchs(optimizer: Optimizer) throws {
    let plan = TrainingPlan(optimizer, batch: 8, heldOutShare: 0, isInOrder: true)
    let trainer = try Trainer(TrainerTests.network(), plan)
    for (step, loss) in PyTorchCurves.losses(optimizer.method).enumerated() {
      try trainer.step()
      let own = try #require(trainer.lastLoss)
      #expect(abs(own - loss) < 1e-9 * loss, "step \(step + 1)")
    }
    #expect(trainer.epochs.count == 16)
  }

  @Test func anEpochIsTheMeanOverItsExamples() throws {
    let plan = TrainingPlan(Optimizer(.descent), batch: 8, heldOutShare: 0, isInOrder: true)
    let trainer = try Trainer(TrainerTests.network(), plan)
    while trainer.epochs.isEmpty { try trainer.step() }
    let losses = PyTorchCurves.losses(.descent)
    let mean = (8 * losses[0] + 8 * losses[1] + 4 * losses[2]) / 20
    #expect(abs(trainer.epochs[0].loss - mean) < 1e-12)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func anExampleIsHeldOutOrTrainedOn(seed: UInt64) throws {
    let trainer = try Trainer(
      TrainerTests.network(), TrainingPlan(heldOutShare: 0.25, seed: seed))
    #expect(trainer.heldOut.count == 5)
    #expect((trainer.heldOut + trainer.rows).sorted() == Array(0..<20))
  }

  @Test func whatIsHeldOutFollowsTheSeed() throws {
    let held = try (1...20 as ClosedRange<UInt64>).map { seed in
      try Trainer(TrainerTests.network(), TrainingPlan(seed: seed)).heldOut
    }
    #expect(Set(held).count > 15)
    #expect(try Trainer(TrainerTests.network(), TrainingPlan(seed: 3)).heldOut == held[2])
  }

  @Test(arguments: Optimizer.Method.allCases)
  func whatWasStoppedEndsWithTheSameNumbers(method: Optimizer.Method) throws {
    let plan = TrainingPlan(Optimizer(method), batch: 6, seed: 5)
    let whole = try Trainer(TrainerTests.network(), plan)
    while whole.epochs.count < 7 { try whole.step() }
    let stopped = try Trainer(TrainerTests.network(), plan)
    while stopped.epochs.count < 3 { try stopped.step() }
    let kept = stopped.kept
    // What comes after the epoch is lost.
    try stopped.step()
    let arrays = Dictionary(uniqueKeysWithValues: kept.arrays.map { ($0.name, $0.value) })
    let read = try TrainingState(arrays: arrays)
    #expect(read == kept)
    let resumed = try Trainer(TrainerTests.network(), read.plan)
    try resumed.restore(read)
    while resumed.epochs.count < 7 { try resumed.step() }
    #expect(resumed.weights == whole.weights)
    #expect(resumed.epochs == whole.epochs)
  }

  @Test func eachEpochHasAnOrderOfItsOwn() throws {
    let trainer = try Trainer(
      TrainerTests.network(),
      TrainingPlan(Optimizer(.descent, rate: 1e-12), batch: 1, heldOutShare: 0))
    var orders: [[Double]] = []
    for _ in 0..<3 {
      var losses: [Double] = []
      repeat {
        try trainer.step()
        // Steps of no length leave each example its cost.
        losses.append(((trainer.lastLoss ?? 0) * 1e6).rounded())
      } while trainer.stepInEpoch > 0
      orders.append(losses)
    }
    #expect(Set(orders).count == 3)
    #expect(Set(orders.map { $0.sorted() }).count == 1)
  }

  @Test func noTwoLayersBeginWithTheSameNumbers() throws {
    let training = try TrainingGraph(
      [Statement("network 2-2-2-2 tanh")], GraphRequest(),
      examples: Examples(
        features: NumericArray([[1, 2], [3, 4]]), targets: NumericArray([[0, 1], [1, 0]])))
    let weights = training.parameters.filter { $0.name.hasPrefix("W") }.map(\.value.elements)
    #expect(weights.count == 3)
    #expect(Set(weights).count == 3)
  }

  @Test func anotherSeedIsAnotherOrder() throws {
    let losses = try [1, 2].map { seed in
      let trainer = try Trainer(
        TrainerTests.network(), TrainingPlan(batch: 4, heldOutShare: 0, seed: UInt64(seed)))
      try trainer.step()
      return trainer.lastLoss
    }
    #expect(losses[0] != losses[1])
  }

  @Test(arguments: [Optimizer(.descent, rate: 1e5), Optimizer(.adam, rate: 1e5)])
  func stepsThatAreTooLongDiverge(optimizer: Optimizer) throws {
    let training = try TrainingGraph(
      ["a = w x1 + b", "J = mean((a - y)^2)", "w = 1", "b = 0"].map { Statement($0) },
      GraphRequest(), examples: DrawnExamples.line.examples(40, seed: 1))
    let trainer = try Trainer(training, TrainingPlan(optimizer))
    let error = try #require(throws: Divergence.self) {
      while trainer.epochs.count < 50 { try trainer.step() }
    }
    // An epoch has one step.
    #expect(error.message.hasPrefix("in epoch 2, step 1 J is "))
    #expect(error.message.hasSuffix("take a smaller rate, such as 10000"))
  }

  @Test func aGraphsOwnNumbersAreTrainedOnWithoutExamples() throws {
    let training = try TrainingGraph(
      ["a = 2 + 3w", "J = a^2", "w = 3"].map { Statement($0) }, GraphRequest(), examples: nil)
    let trainer = try Trainer(training, TrainingPlan(Optimizer(.descent, rate: 0.01)))
    try trainer.step()
    // dJ/dw is 66.
    #expect(abs(trainer.weights[0] - 2.34) < 1e-12)
    #expect(trainer.epochs[0].loss == 121)
    #expect(trainer.epochs[0].derivativeSizes == [66])
    #expect(trainer.predicted == nil)
  }

  @Test func parametersOfAnotherShapeAreNotTaken() throws {
    let trainer = try Trainer(TrainerTests.network(), TrainingPlan())
    let before = trainer.weights
    var arrays = Dictionary(uniqueKeysWithValues: trainer.parameters.map { ($0.name, $0.value) })
    arrays["b1"] = NumericArray([1, 2, 3])
    #expect(throws: TrainingError.parameter("b1", .shape(kept: "(3)", graph: "(4)"))) {
      try trainer.load(arrays)
    }
    arrays["b1"] = nil
    #expect(throws: TrainingError.parameter("b1", .missing(known: ["W1", "W2", "b2"]))) {
      try trainer.load(arrays)
    }
    #expect(trainer.weights == before)
  }
}
