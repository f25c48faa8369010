/// Back propagation on a layered network: all derivatives in one sweep from right to left, n + p steps.
///
/// A step takes up one node or one parameter. The values that the sweep starts from come from one forward pass, which
/// is not counted; nor is it in `NudgeRun`.
public struct SweepRun: Hashable, Sendable {
  private let network: LayeredNetwork
  private let values: [Double]
  /// The derivative of the cost with respect to each value, as far as the sweep has come.
  private var adjoints: [Double]
  /// The derivatives with respect to the parameters, in their order; 0 where the sweep has not come yet.
  public private(set) var derivatives: [Double]
  /// The nodes and parameters that are done.
  public private(set) var steps = 0
  /// The neuron in hand; those to its right are done.
  private var neuron: Int
  /// The parameter of the neuron in hand that comes next; nothing before the neuron's own step.
  private var slot: Int?
  /// The derivative of the cost with respect to the weighted sum of the neuron in hand.
  private var sumAdjoint = 0.0

  /// - Complexity: O(p).
  public init(_ network: LayeredNetwork) {
    self.network = network
    var values = network.restingValues
    _ = network.cost(writing: &values)
    self.values = values
    adjoints = Array(repeating: 0, count: values.count)
    for (place, target) in network.targets.enumerated() {
      adjoints[network.nodeCount + place] = values[network.nodeCount + place] - target
    }
    derivatives = Array(repeating: 0, count: network.parameterCount)
    neuron = network.nodeCount - 1
  }

  public var isFinished: Bool { neuron < 0 }

  /// Goes on by a number of steps, or to the end if that comes first.
  ///
  /// - Complexity: O(`limit`).
  public mutating func advance(atMost limit: Int) {
    for _ in 0..<max(0, limit) {
      if isFinished { return }
      if let slot { stepParameter(slot) } else { stepNode() }
      steps += 1
    }
  }

  /// Takes the derivative through the neuron's curve: z/√(1 + z²) has the slope (1 − a²)³ᐟ² where its value is a.
  private mutating func stepNode() {
    let place = network.shape.width + neuron
    let remainder = 1 - values[place] * values[place]
    sumAdjoint = adjoints[place] * remainder * remainder.squareRoot()
    slot = 0
  }

  /// Takes the derivative on to a weight and to the value that it multiplies, or to the bias.
  private mutating func stepParameter(_ slot: Int) {
    let fanIn = network.shape.fanIn
    let parameter = neuron * (fanIn + 1) + slot
    guard slot < fanIn else {
      derivatives[parameter] = sumAdjoint
      neuron -= 1
      self.slot = nil
      return
    }
    let operand = network.firstOperand(of: neuron) + slot
    derivatives[parameter] = sumAdjoint * values[operand]
    adjoints[operand] += sumAdjoint * network[parameter: parameter]
    self.slot = slot + 1
  }
}
