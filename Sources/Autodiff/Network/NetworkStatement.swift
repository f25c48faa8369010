import Expressions

/// A whole network in one line: `network 2-3-1 tanh cost squared seed 7`.
///
/// It stands for the statements that somebody would type: data `x1`, `x2`, … and targets `y1`, …; for neuron i of
/// layer l its weights `wl_i_j` from input j, its bias `bl_i`, the weighted sum `zl_i` and the value `al_i`; and
/// the cost `J`.
///
/// With `batch 8` it stands for matrices: see `NetworkStatement+Matrices.swift`.
///
/// The numbers are drawn by the seed, layer by layer. A layer of `relu` that would give nothing but zeros, behind which
/// all derivatives are 0, is drawn again, until one of its neurons gives more.
public struct NetworkStatement: Hashable, Sendable {
  /// What a neuron makes of its weighted sum.
  public enum Activation: String, Hashable, Sendable, CaseIterable {
    case sigmoid, tanh, relu, softplus
    /// The weighted sum as it is.
    case linear
  }

  /// How far the outputs are from the targets, in one number.
  public enum Cost: String, Hashable, Sendable, CaseIterable {
    /// Half the sum of the squared errors.
    case squared
    case crossEntropy = "cross-entropy"
  }

  /// What a network with a batch is beside its layers.
  public struct Batch: Hashable, Sendable {
    /// The number of examples.
    public var count: Int
    /// What the last layer makes of its weighted sums; `nil` where all layers do the same.
    public var output: Activation?
    /// Whether the last layer gives shares, whose cost is their cross-entropy.
    public var isSoftmax = false
    public var hasBiases = true
  }

  /// The number of inputs, then the number of neurons of each layer.
  public var sizes: [Int]
  public var activation: Activation
  public var cost: Cost
  /// What the numbers are drawn by.
  public var seed: UInt64
  /// Several examples at once, for which the network is written with matrices; `nil` for one example and numbers.
  public var batch: Batch?

  /// What the last layer makes of its weighted sums, where it is told apart.
  var output: Activation? { batch?.output }

  /// A larger network is refused before it is written out.
  public static let quantityLimit = 100_000

  public static let defaultSeed: UInt64 = 1

  /// - Precondition: there are two sizes at least, all positive.
  public init(
    _ sizes: [Int], _ activation: Activation = .sigmoid, cost: Cost = .squared,
    seed: UInt64 = defaultSeed
  ) {
    precondition(sizes.count > 1 && sizes.allSatisfy { $0 > 0 }, "a network has layers")
    self.sizes = sizes
    self.activation = activation
    self.cost = cost
    self.seed = seed
  }

  /// The number of quantities, inputs among them; `Int.max` for more than can be counted.
  public var quantityCount: Int {
    if let batch { return matrixCount(batch) }
    var count = 0.0
    for (before, size) in zip(sizes, sizes.dropFirst()) {
      count += Double(size) * (Double(before) + (activation == .linear ? 2 : 3))
    }
    let outputs = sizes[sizes.count - 1]
    count += Double(sizes[0]) + 2 * Double(outputs) + 1
    if cost == .crossEntropy, outputs == 1 { count -= 1 }
    return Int(exactly: count) ?? .max
  }

  /// The statements it stands for, each quantity after those that it is computed from.
  public var statements: [Statement] {
    if let batch { return matrixStatements(batch) }
    var numbers = NetworkNumbers(seed: seed)
    var statements: [Statement] = []
    func data(_ name: String, _ number: Double) {
      statements.append(Statement(name: name, formula: number.shortestText, role: .data))
    }
    func parameter(_ name: String, _ number: Double) {
      statements.append(Statement(name: name, formula: number.shortestText, role: .parameter))
    }
    func formula(_ name: String, _ formula: String) {
      statements.append(Statement(name: name, formula: formula))
    }
    var values = (1...sizes[0]).map { "x\($0)" }
    let inputs = values.map { _ in numbers.input() }
    for (name, number) in zip(values, inputs) { data(name, number) }
    // What a layer of relu reads.
    var given = activation == .relu ? inputs : nil
    for (layer, size) in sizes.enumerated().dropFirst() {
      let operands = values
      values = []
      let neurons = numbers.layer(of: size, fanIn: operands.count, reading: &given)
      for (index, numbers) in neurons.enumerated() {
        let place = "\(layer)_\(index + 1)"
        var sum = ""
        for (index, operand) in operands.enumerated() {
          let weight = "w\(place)_\(index + 1)"
          parameter(weight, numbers.weights[index])
          for part in [weight, " ", operand, " + "] { sum += part }
        }
        parameter("b\(place)", numbers.bias)
        sum += "b\(place)"
        values.append("a\(place)")
        if activation == .linear {
          formula("a\(place)", sum)
        } else {
          formula("z\(place)", sum)
          formula("a\(place)", "\(activation.rawValue)(z\(place))")
        }
      }
    }
    for index in values.indices { data("y\(index + 1)", numbers.target(of: self)) }
    appendCost(of: values, formula)
    return statements
  }

  private func appendCost(of outputs: [String], _ formula: (String, String) -> Void) {
    switch cost {
    case .squared:
      for (index, output) in outputs.enumerated() {
        formula("e\(index + 1)", "\(output) - y\(index + 1)")
      }
      formula("J", (1...outputs.count).map { "1/2 e\($0)^2" }.joined(separator: " + "))
    case .crossEntropy:
      let costs = outputs.enumerated().map { index, output in
        let target = "y\(index + 1)"
        return "-(\(target) ln(\(output)) + (1 - \(target)) ln(1 - \(output)))"
      }
      guard costs.count > 1 else {
        formula("J", costs[0])
        return
      }
      for (index, cost) in costs.enumerated() { formula("c\(index + 1)", cost) }
      formula("J", (1...costs.count).map { "c\($0)" }.joined(separator: " + "))
    }
  }
}
