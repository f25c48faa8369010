import Autodiff
import Expressions
import RandomNumbers

/// A network of dense layers as formulas, its examples, and its derivatives, computed by the tape of arrays.
struct DenseNetwork: ~Copyable {
  enum Loss: String {
    case squares, crossentropy
  }

  /// The function of the hidden layers.
  enum Function: String {
    case relu, tanh
  }

  /// The network's formulas, one for each layer and one for the cost.
  let formulas: [String]
  private var run: ArrayTapeRun
  private let output: Int
  /// The weights and biases, layer by layer.
  private let parameters: [Int]

  /// The same numbers as those of `Peers/arrays.py`.
  init(_ widths: [Int], _ function: Function, _ loss: Loss, examples: Int) {
    precondition(widths.count >= 2, "a network has a layer")
    var generator = SplitMix64(seed: 1234)
    func drawn(_ shape: Shape, divisor: Double = 1) -> NumericArray {
      NumericArray(
        (0..<shape.count).map { _ in
          (Double(generator.next() >> 11) * 0x1p-52 - 1) / divisor
        }, shape: shape)
    }
    let outputs = widths[widths.count - 1]
    var request = GraphRequest(data: ["X", "Y"])
    request.arrays["X"] = drawn(Shape(examples, widths[0]))
    request.arrays["Y"] =
      loss == .squares
      ? drawn(Shape(examples, outputs)) : NumericArray((0..<examples).map { Double($0 % outputs) })
    var formulas: [String] = []
    var names: [String] = []
    for layer in 1..<widths.count {
      let (inputs, outputs) = (widths[layer - 1], widths[layer])
      request.arrays["W\(layer)"] = drawn(
        Shape(inputs, outputs), divisor: Double(inputs).squareRoot())
      request.arrays["b\(layer)"] = drawn(Shape(outputs), divisor: 10)
      names += ["W\(layer)", "b\(layer)"]
      let sum = "\(layer == 1 ? "X" : "H\(layer - 1)") W\(layer) + b\(layer)"
      formulas.append(
        layer < widths.count - 1 ? "H\(layer) = \(function.rawValue)(\(sum))" : "Z = \(sum)")
    }
    formulas.append(loss == .squares ? "J = mean((Z - Y)^2)" : "J = crossentropy(Z, Y)")
    let reading: ArrayReading
    do {
      reading = try ArrayReading(formulas.map { Statement($0) }, request)
    } catch {
      preconditionFailure("the formulas of a network are a graph: \(error)")
    }
    self.formulas = formulas
    run = ArrayTapeRun(ArrayTape(reading.graph, derivatives: .parameters), at: reading.inputs)
    output = reading.graph.output
    parameters = names.compactMap { reading.graph.index(of: $0) }
  }

  /// How much memory a run has for each number that is a value or a derivative.
  var memoryRatio: Double { Double(run.tape.memoryCount) / Double(run.tape.quantityCount) }

  /// All derivatives, layer by layer, of which each is weighted by 1 to 7 in turn.
  var weightedSum: Double {
    var (sum, count) = (0.0, 0)
    for parameter in parameters {
      run.withDerivative(of: parameter) { numbers in
        for number in numbers {
          sum += number * Double(1 + count % 7)
          count += 1
        }
      }
    }
    return sum
  }

  /// Computes the cost, then all derivatives.
  @discardableResult
  mutating func step() -> Double {
    do {
      try run.forward()
    } catch {
      preconditionFailure("a network looks nothing up: \(error)")
    }
    run.reverse()
    return run.withValue(of: output) { $0[0] }
  }
}
