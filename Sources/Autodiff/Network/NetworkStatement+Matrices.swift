import Expressions

/// A network for several examples at once: `network 4-3-2 relu softmax batch 8`.
///
/// It stands for data `X`, a row for each example, for layer l its weights `Wl`, its biases `bl`, the sums `Zl` and the
/// values `Al`, the targets, and the cost `J`, the mean over the examples: `Y` has a row for each, and for shares `y` the
/// place of the right one. Weights, biases and the first example are those of the network without
/// a batch, but that no example lies at the kink of a rectifier.
extension NetworkStatement {
  /// The numbers of all inputs, with one for each formula.
  func matrixCount(_ batch: Batch) -> Int {
    var count = Double(batch.count) * Double(sizes[0])
    for (before, size) in zip(sizes, sizes.dropFirst()) {
      count += Double(size) * (Double(before) + 1) + 2
    }
    let outputs = batch.isSoftmax ? 1 : sizes[sizes.count - 1]
    count += Double(batch.count) * Double(outputs) + 3
    return Int(exactly: count) ?? .max
  }

  /// Whether the cost is that of shares among which one is right.
  private func choosesOne(_ batch: Batch) -> Bool { batch.isSoftmax && cost == .crossEntropy }

  func matrixStatements(_ batch: Batch) -> [Statement] {
    let numbers = MatrixNumbers(self, batch, choosesOne: choosesOne(batch))
    var statements = [Statement("X = \(numbers.inputs.text)", role: .data)]
    var values = "X"
    for layer in 1..<sizes.count {
      let isLast = layer == sizes.count - 1
      statements.append(
        Statement("W\(layer) = \(numbers.weights[layer - 1].text)", role: .parameter))
      if batch.hasBiases {
        statements.append(
          Statement("b\(layer) = \(numbers.biases[layer - 1].text)", role: .parameter))
      }
      // A space stands for the product of matrices, which `@` is without a doubt.
      let sum = "\(values) @ W\(layer)" + (batch.hasBiases ? " + b\(layer)" : "")
      let activation = isLast ? output ?? activation : self.activation
      let function = isLast && batch.isSoftmax ? "softmax" : activation.rawValue
      if isLast, choosesOne(batch) {
        statements.append(Statement("Z\(layer) = \(sum)"))
      } else if function == Activation.linear.rawValue {
        statements.append(Statement("A\(layer) = \(sum)"))
      } else {
        statements.append(Statement("Z\(layer) = \(sum)"))
        statements.append(Statement("A\(layer) = \(function)(Z\(layer))"))
      }
      values = "A\(layer)"
    }
    let targets = choosesOne(batch) ? "y" : "Y"
    statements.append(Statement("\(targets) = \(numbers.targets.text)", role: .data))
    return statements + costStatements(batch, of: values)
  }

  private func costStatements(_ batch: Batch, of values: String) -> [Statement] {
    if choosesOne(batch) { return [Statement("J = crossentropy(Z\(sizes.count - 1), y)")] }
    switch cost {
    case .squared:
      return [
        Statement("E = \(values) - Y"), Statement("J = mean(sum(E^2, axis=1)) / 2"),
      ]
    case .crossEntropy:
      return [
        Statement("C = -(Y * ln(\(values)) + (1 - Y) * ln(1 - \(values)))"),
        Statement("J = mean(sum(C, axis=1))"),
      ]
    }
  }
}

/// The numbers of a network with a batch.
private struct MatrixNumbers {
  var inputs: NumericArray
  /// For each layer a row for each number that enters it.
  var weights: [NumericArray] = []
  var biases: [NumericArray] = []
  var targets: NumericArray

  /// - Parameter choosesOne: whether the target of an example is the place of one neuron.
  init(_ network: NetworkStatement, _ batch: NetworkStatement.Batch, choosesOne: Bool) {
    var numbers = NetworkNumbers(seed: network.seed)
    let sizes = network.sizes
    let outputs = sizes[sizes.count - 1]
    func example() -> [Double] { (0..<sizes[0]).map { _ in numbers.input() } }
    func target() -> [Double] {
      if choosesOne { return [Double(numbers.choice(among: outputs))] }
      guard batch.isSoftmax else { return (0..<outputs).map { _ in numbers.target(of: network) } }
      let place = numbers.choice(among: outputs)
      return (0..<outputs).map { $0 == place ? 1 : 0 }
    }
    var rows = [example()]
    var layers: [[NetworkNumbers.Neuron]] = []
    var given = network.activation == .relu ? rows[0] : nil
    for (before, size) in zip(sizes, sizes.dropFirst()) {
      let neurons = numbers.layer(of: size, fanIn: before, reading: &given)
      layers.append(neurons)
      weights.append(NumericArray((0..<before).map { place in neurons.map { $0.weights[place] } }))
      biases.append(NumericArray(neurons.map(\.bias)))
    }
    var targets = [target()]
    // At a kink of a rectifier a nudge shows another slope than the rule; so no example lies there.
    func meetsKink(_ row: [Double]) -> Bool {
      var values = row
      for (layer, neurons) in layers.enumerated() {
        let isOutput = layer == layers.count - 1
        guard !isOutput || !batch.isSoftmax && network.output == nil else { return false }
        let sums = neurons.map { $0.sum(values) - (batch.hasBiases ? 0 : $0.bias) }
        if sums.contains(where: { abs($0) < 1e-9 }) { return true }
        values = sums.map { max(0, $0) }
      }
      return false
    }
    func redrawn(_ row: [Double]) -> [Double] {
      var row = row
      for _ in 0..<100 where network.activation == .relu && meetsKink(row) { row = example() }
      return row
    }
    rows[0] = redrawn(rows[0])
    for _ in 1..<batch.count {
      rows.append(redrawn(example()))
      targets.append(target())
    }
    inputs = NumericArray(rows)
    self.targets = choosesOne ? NumericArray(targets.flatMap { $0 }) : NumericArray(targets)
  }
}
