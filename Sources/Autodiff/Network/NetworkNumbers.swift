/// Draws the numbers of a network with one digit behind the point, so that they can be reckoned with by hand.
struct NetworkNumbers {
  struct Neuron {
    var weights: [Double]
    var bias: Double

    func sum(_ given: [Double]) -> Double {
      zip(weights, given).reduce(0) { $0 + $1.0 * $1.1 } + bias
    }
  }

  /// No layer is drawn more often than this.
  private static let drawLimit = 100

  private var numbers: EvenNumbers

  init(seed: UInt64) {
    numbers = EvenNumbers(seed: seed)
  }

  /// A number from -size to size that is not 0.
  private mutating func next(upTo size: Double) -> Double {
    let tenths = (numbers.next() * size * 10).rounded()
    return (tenths == 0 ? 1 : tenths) / 10
  }

  mutating func input() -> Double { next(upTo: 1) }

  /// Draws the neurons of a layer.
  ///
  /// - Parameter given: the numbers that a layer of `relu` reads, then those that it gives; `nil` for another one.
  mutating func layer(of size: Int, fanIn: Int, reading given: inout [Double]?) -> [Neuron] {
    var neurons = (0..<size).map { _ in neuron(fanIn: fanIn) }
    guard let read = given else { return neurons }
    for _ in 1..<NetworkNumbers.drawLimit where neurons.allSatisfy({ $0.sum(read) <= 0 }) {
      neurons = (0..<size).map { _ in neuron(fanIn: fanIn) }
    }
    given = neurons.map { max(0, $0.sum(read)) }
    return neurons
  }

  /// Weights spread so that the sum of many is no larger than that of a few.
  private mutating func neuron(fanIn: Int) -> Neuron {
    let size = (3 / Double(fanIn)).squareRoot()
    let weights = (0..<fanIn).map { _ in next(upTo: size) }
    return Neuron(weights: weights, bias: next(upTo: 0.5))
  }

  /// The place of the neuron that is to be chosen among some.
  mutating func choice(among count: Int) -> Int {
    min(count - 1, Int((numbers.next() + 1) / 2 * Double(count)))
  }

  /// A target that the activation can reach.
  mutating func target(of network: NetworkStatement) -> Double {
    switch network.output ?? network.activation {
    case .sigmoid: numbers.next() < 0 ? 0 : 1
    case .tanh, .linear: next(upTo: 0.9)
    case .relu, .softplus: abs(next(upTo: 1))
    }
  }
}
