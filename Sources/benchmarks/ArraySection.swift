/// Networks of dense layers beside NumPy, PyTorch and JAX, and how the time of a step grows.
struct ArraySection {
  private struct Case {
    var widths: [Int]
    var function: DenseNetwork.Function
    var loss: DenseNetwork.Loss
    var examples: Int

    /// As a peer reads it.
    var text: String {
      let layers = widths.map { "\($0)" }.joined(separator: "-")
      return "\(layers) \(function.rawValue) \(loss.rawValue) \(examples)"
    }
  }

  private static let cases =
    [
      Case(widths: [2, 16, 16, 1], function: .tanh, loss: .squares, examples: 100),
      Case(widths: [64, 32, 10], function: .relu, loss: .crossentropy, examples: 32),
      Case(widths: [784, 128, 10], function: .relu, loss: .crossentropy, examples: 64),
    ]
    + [1, 16, 256, 1024].map {
      Case(widths: [784, 128, 10], function: .relu, loss: .crossentropy, examples: $0)
    }
    + [32, 512, 1024].map {
      Case(widths: [784, $0, 10], function: .relu, loss: .crossentropy, examples: 64)
    }

  /// Each of all is measured so often, in turn.
  private static let rounds = 7

  var section: Section {
    let peers = [("PyTorch", "torch"), ("JAX", "jax"), ("NumPy", "numpy")].map {
      (name: $0, process: PeerProcess($1, PeerProcess.arrays))
    }
    var notes = peers.map { "\($0.name): \($0.process.version)" }
    let rows = ArraySection.cases.map { item in
      var network = DenseNetwork(
        item.widths, item.function, item.loss, examples: item.examples)
      let cost = network.step()
      var own: [Double] = []
      var others: [[Double]] = peers.map { _ in [] }
      for _ in 0..<ArraySection.rounds {
        own.append(Stopwatch.median(of: 5) { _ = network.step() } / 1000)
        for (index, peer) in peers.enumerated() {
          guard let answer = peer.process.measure(item.text, blocks: 5) else { continue }
          others[index].append(answer.time)
          if !ArraySection.agree(answer.cost, cost)
            || !ArraySection.agree(answer.sum, network.weightedSum)
          {
            notes.append("\(peer.name) finds other numbers for \(item.text)")
          }
        }
      }
      let time = Stopwatch.median(own)
      let times = others.map { Stopwatch.median($0) }
      return Section.Row(
        name: item.text, numbers: times.map { time / $0 } + [time] + times + [network.memoryRatio])
    }
    return Section(
      name: "arrays",
      title:
        "Arrays: forward and reverse of formulas on the tape, µs a step; memory beside values and derivatives",
      heading: "network, examples",
      columns: peers.map { "÷ \($0.name)" } + ["µs"] + peers.map { "\($0.name) µs" } + ["memory"],
      rows: rows,
      notes: notes)
  }

  private static func agree(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * abs(b) }
}
