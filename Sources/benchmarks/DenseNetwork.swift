import CArrays
import RandomNumbers

/// A network of dense layers, its examples, and its derivatives, computed by the kernels for arrays one after the other.
///
/// A class, because it owns the memory of its arrays.
final class DenseNetwork {
  enum Loss: String {
    case squares, crossentropy
  }

  /// The function of the hidden layers.
  enum Function: String {
    case relu, tanh

    var kernel: carrays_function { self == .relu ? CARRAYS_RELU : CARRAYS_TANH }
  }

  private typealias Numbers = UnsafeMutableBufferPointer<Double>

  let widths: [Int]
  let function: Function
  let loss: Loss
  let examples: Int
  private var weights: [Numbers] = []
  private var biases: [Numbers] = []
  private var weightDerivatives: [Numbers] = []
  private var biasDerivatives: [Numbers] = []
  /// The input, and the result of each layer.
  private var values: [Numbers] = []
  private var adjoints: [Numbers] = []
  private let targets: Numbers
  private let classes: [Int]

  /// The same numbers as those of `Peers/arrays.py`.
  init(_ widths: [Int], _ function: Function, _ loss: Loss, examples: Int) {
    precondition(widths.count >= 2, "a network has a layer")
    self.widths = widths
    self.function = function
    self.loss = loss
    self.examples = examples
    var generator = SplitMix64(seed: 1234)
    func drawn(_ count: Int, divisor: Double = 1) -> Numbers {
      let numbers = DenseNetwork.zeros(count)
      for index in 0..<count {
        numbers[index] = (Double(generator.next() >> 11) * 0x1p-52 - 1) / divisor
      }
      return numbers
    }
    let outputs = widths[widths.count - 1]
    values.append(drawn(examples * widths[0]))
    classes = (0..<examples).map { $0 % outputs }
    targets = loss == .squares ? drawn(examples * outputs) : DenseNetwork.zeros(0)
    for (inputs, outputs) in zip(widths, widths.dropFirst()) {
      weights.append(drawn(inputs * outputs, divisor: Double(inputs).squareRoot()))
      biases.append(drawn(outputs, divisor: 10))
      weightDerivatives.append(DenseNetwork.zeros(inputs * outputs))
      biasDerivatives.append(DenseNetwork.zeros(outputs))
      values.append(DenseNetwork.zeros(examples * outputs))
    }
    adjoints = widths.map { DenseNetwork.zeros(examples * $0) }
  }

  deinit {
    for numbers in weights + biases + weightDerivatives + biasDerivatives + values + adjoints
      + [targets]
    { numbers.deallocate() }
  }

  private static func zeros(_ count: Int) -> Numbers {
    let numbers = Numbers.allocate(capacity: count)
    numbers.initialize(repeating: 0)
    return numbers
  }

  /// All derivatives, layer by layer, of which each is weighted by 1 to 7 in turn.
  var weightedSum: Double {
    let all = zip(weightDerivatives, biasDerivatives).flatMap { Array($0) + Array($1) }
    return all.enumerated().reduce(0) { $0 + $1.element * Double(1 + $1.offset % 7) }
  }

  /// Computes the loss, then all derivatives.
  @discardableResult
  func step() -> Double {
    let last = widths.count - 2
    for layer in 0...last {
      let (inputs, outputs) = (widths[layer], widths[layer + 1])
      carrays_dense(
        examples, outputs, inputs, values[layer].baseAddress, inputs, weights[layer].baseAddress,
        outputs, biases[layer].baseAddress, layer < last ? function.kernel : CARRAYS_IDENTITY,
        values[layer + 1].baseAddress, outputs)
    }
    let cost = loss == .squares ? squares() : crossEntropy()
    for layer in (0...last).reversed() { reverse(layer) }
    return cost
  }

  private func squares() -> Double {
    let (results, adjoint) = (values[values.count - 1], adjoints[adjoints.count - 1])
    var cost = 0.0
    for index in results.indices {
      let difference = results[index] - targets[index]
      cost += difference * difference
      adjoint[index] = 2 * difference / Double(results.count)
    }
    return cost / Double(results.count)
  }

  private func crossEntropy() -> Double {
    let (results, adjoint) = (values[values.count - 1], adjoints[adjoints.count - 1])
    let outputs = widths[widths.count - 1]
    return classes.withUnsafeBufferPointer {
      let targets = carrays_targets(classes: $0.baseAddress, shares: nil, ldshares: 0)
      let cost = carrays_cross_entropy(
        examples, outputs, results.baseAddress, outputs, targets)
      carrays_softmax(
        examples, outputs, results.baseAddress, outputs, results.baseAddress, outputs)
      adjoint.update(repeating: 0)
      carrays_cross_entropy_reverse(
        examples, outputs, 1 / Double(examples), results.baseAddress, outputs, targets,
        adjoint.baseAddress, outputs)
      return cost / Double(examples)
    }
  }

  private func reverse(_ layer: Int) {
    let (inputs, outputs) = (widths[layer], widths[layer + 1])
    let adjoint = adjoints[layer + 1].baseAddress
    if layer < widths.count - 2 {
      carrays_activation_reverse(
        examples, outputs, function.kernel, values[layer + 1].baseAddress, outputs, adjoint,
        outputs, adjoint, outputs)
    }
    carrays_column_sums(
      examples, outputs, adjoint, outputs, biasDerivatives[layer].baseAddress, false)
    carrays_multiply_transposed_left(
      inputs, outputs, examples, values[layer].baseAddress, inputs, adjoint, outputs,
      weightDerivatives[layer].baseAddress, outputs, false)
    guard layer > 0 else { return }
    carrays_multiply_transposed_right(
      examples, inputs, outputs, adjoint, outputs, weights[layer].baseAddress, outputs,
      adjoints[layer].baseAddress, inputs, false)
  }
}
