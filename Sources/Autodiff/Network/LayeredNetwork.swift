/// A network of neurons in layers, each of which reads a few neighbours of the layer before.
///
/// `NudgeRun` and `SweepRun` find its derivatives, the one in n × p steps for n neurons and p parameters, the other in
/// n + p. A neuron gives tanh(z), where z is the weighted sum of what it reads and its bias; the cost is half the sum of
/// the squared errors at the last layer. The weights are drawn so that derivatives neither vanish nor explode over 100
/// layers.
public struct LayeredNetwork: Hashable, Sendable {
  /// How many layers of how many neurons, and how many neurons each of them reads.
  public struct Shape: Hashable, Sendable {
    public var layers: Int
    public var width: Int
    public var fanIn: Int

    public init(layers: Int, width: Int, fanIn: Int) {
      self.layers = layers
      self.width = width
      self.fanIn = fanIn
    }

    public var nodeCount: Int { layers * width }
    public var parameterCount: Int { nodeCount * (fanIn + 1) }
  }

  /// Shapes from a handful of nodes to the 10,000 nodes and 100,000 parameters of the course, ascending.
  public static let sizes = [
    Shape(layers: 2, width: 2, fanIn: 2), Shape(layers: 5, width: 4, fanIn: 4),
    Shape(layers: 10, width: 10, fanIn: 9), Shape(layers: 50, width: 20, fanIn: 9),
    Shape(layers: 100, width: 100, fanIn: 9),
  ]

  /// A shape of a million parameters, on which nudging would take days.
  public static let largest = Shape(layers: 100, width: 1000, fanIn: 9)

  public let shape: Shape
  /// What the first layer reads.
  public let inputs: [Double]
  /// What the last layer should give.
  public let targets: [Double]
  /// For each neuron, layer by layer, its weights and then its bias.
  var parameters: [Double]

  /// Draws weights, biases, inputs and targets: the same for the same seed.
  ///
  /// - Precondition: all counts are positive, and a layer has as many neurons as one reads.
  public init(layers: Int, width: Int, fanIn: Int, seed: UInt64) {
    precondition(layers > 0 && fanIn > 0, "a network has neurons, and they read something")
    precondition(fanIn <= width, "a neuron reads no more neurons than a layer has")
    shape = Shape(layers: layers, width: width, fanIn: fanIn)
    var numbers = EvenNumbers(seed: seed)
    inputs = (0..<width).map { _ in numbers.next() }
    targets = (0..<width).map { _ in numbers.next() / 2 }
    // Numbers spread evenly over ±√3 have variance 1: so the sum of the products keeps the size of what it is made of.
    let weight = (3 / Double(fanIn)).squareRoot()
    parameters = (0..<shape.parameterCount).map { index in
      numbers.next() * (index % (fanIn + 1) == fanIn ? 0.1 : weight)
    }
  }

  /// The number of neurons.
  public var nodeCount: Int { shape.nodeCount }
  public var parameterCount: Int { shape.parameterCount }

  public subscript(parameter index: Int) -> Double {
    get { parameters[index] }
    set { parameters[index] = newValue }
  }

  /// Where the first value lies, in the layer before, that a neuron of a layer reads; it reads those that follow as well,
  /// `fanIn` in all.
  ///
  /// At the two ends of a layer, where neighbours are missing on one side, it reads more on the other.
  func firstOperand(at place: Int) -> Int {
    max(0, min(place - shape.fanIn / 2, shape.width - shape.fanIn))
  }
}
