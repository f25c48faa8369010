import Autodiff
import Expressions
import RandomNumbers
import Training

/// Steps of descent, the optimizer's part included, beside PyTorch and micrograd.
struct TrainingSection {
  private enum Case: String, CaseIterable {
    /// An epoch of as many examples as there are digits to train on.
    case digits
    /// The hundred steps of micrograd's demonstration.
    case moons

    var title: String {
      switch self {
      case .digits: "64-32-10, 1,438 examples, 32 a step, Adam: an epoch"
      case .moons: "2-16-16-1, 100 points, hinge and penalty: 100 steps"
      }
    }

    var widths: [Int] { self == .digits ? [64, 32, 10] : [2, 16, 16, 1] }
    var count: Int { self == .digits ? 1438 : 100 }
    var steps: Int { self == .digits ? 45 : 100 }
  }

  /// Each of all is measured so often, in turn.
  private static let rounds = 5

  var section: Section {
    let program = PeerProcess.training
    let torch = PeerProcess("torch", program)
    let micrograd = PeerProcess("micrograd", program)
    var notes = ["PyTorch: \(torch.version)", "micrograd: \(micrograd.version)"]
    let rows = Case.allCases.map { item -> Section.Row in
      var own: [Double] = []
      var others: [[Double]] = [[], []]
      for round in 0..<TrainingSection.rounds {
        let trainer = TrainingSection.trainer(item)
        own.append(
          Stopwatch.median(of: 3) { for _ in 0..<item.steps { _ = try? trainer.step() } } / 1000)
        if let answer = torch.measure(item.rawValue, blocks: 3) {
          others[0].append(answer.time)
          let first = TrainingSection.trainer(item)
          for _ in 0..<item.steps { _ = try? first.step() }
          let loss = first.lastLoss ?? .nan
          if round == 0, !(abs(loss - answer.cost) <= 1e-9 * abs(loss)) {
            notes.append("PyTorch ends with another loss for \(item.rawValue)")
          }
        }
        // Its steps take seconds.
        if item == .moons, round == 0,
          let answer = micrograd.measure(item.rawValue, blocks: 1)
        {
          others[1].append(answer.time)
        }
      }
      let time = Stopwatch.median(own)
      let times = others.map { Stopwatch.median($0) }
      return Section.Row(name: item.title, numbers: times.map { time / $0 } + [time] + times)
    }
    return Section(
      name: "training", title: "Training: all steps with the optimizer's part, µs",
      heading: "network, examples",
      columns: ["÷ PyTorch", "÷ micrograd", "µs", "PyTorch µs", "micrograd µs"], rows: rows,
      notes: notes)
  }

  /// The training that the peers do, with the same numbers.
  private static func trainer(_ item: Case) -> Trainer {
    var numbers = SplitMix64(seed: 1234)
    func draw(_ shape: Shape, over divisor: Double) -> NumericArray {
      NumericArray(
        (0..<shape.count).map { _ in
          (Double(numbers.next() >> 11) * 0x1p-52 - 1) / divisor
        }, shape: shape)
    }
    let widths = item.widths
    let x = draw(Shape(item.count, widths[0]), over: 1)
    var request = GraphRequest()
    for layer in 1..<widths.count {
      request.arrays["W\(layer)"] = draw(
        Shape(widths[layer - 1], widths[layer]), over: Double(widths[layer - 1]).squareRoot())
      request.arrays["b\(layer)"] = draw(Shape(widths[layer]), over: 10)
    }
    let classes = item == .digits ? 10 : 2
    let y = NumericArray((0..<item.count).map { Double($0 % classes) })
    let lines: [String]
    let plan: TrainingPlan
    switch item {
    case .digits:
      lines = [
        "A1 = relu(X @ W1 + b1)", "Z2 = A1 @ W2 + b2", "J = crossentropy(Z2, y)",
      ]
      plan = TrainingPlan(Optimizer(.adam), heldOutShare: 0, isInOrder: true)
    case .moons:
      lines = [
        "A1 = relu(X @ W1 + b1)", "A2 = relu(A1 @ W2 + b2)", "S = A2 @ W3 + b3",
        "P = sum(W1^2) + sum(W2^2) + sum(W3^2) + sum(b1^2) + sum(b2^2) + sum(b3^2)",
        "J = mean(relu(1 - (2Y - 1) * S)) + 1e-4 P",
      ]
      plan = TrainingPlan(
        Optimizer(.descent), batch: item.count, heldOutShare: 0, isInOrder: true)
    }
    do {
      let training = try TrainingGraph(
        lines.map { Statement($0) }, request, examples: Examples(features: x, targets: y))
      return try Trainer(training, plan)
    } catch {
      preconditionFailure("the benchmark's graphs can be read: \(error.message)")
    }
  }
}
