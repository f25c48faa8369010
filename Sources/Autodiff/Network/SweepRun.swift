/// Back propagation on a layered network: all derivatives in one sweep from right to left, n + p steps.
///
/// A step takes up one node or one parameter. It runs on a compiled tape, as `NudgeRun` does, so that both ways have the
/// same arithmetic behind them. Compiling is counted in neither, nor is the one forward pass that the sweep begins with.
public struct SweepRun: Sendable {
  private let network: LayeredNetwork
  private let tape: Tape
  private let values: [Double]
  /// The derivative of the cost with respect to each place of the tape, as far as the sweep has come.
  private var adjoints: [Double]
  /// The derivatives with respect to the parameters, in their order; 0 where the sweep has not come yet.
  public private(set) var derivatives: [Double]
  /// The instruction of the tape that comes next; below 0 after the last.
  private var instruction: Int
  private var layersDone = 0

  /// - Complexity: O(p).
  public init(_ network: LayeredNetwork) {
    let tape = network.compiled()
    var values = tape.restingValues
    tape.forward(at: network.parameters, writing: &values)
    var adjoints = Array(repeating: 0.0, count: values.count)
    adjoints[tape.outputPlace] = 1
    self.network = network
    self.tape = tape
    self.values = values
    self.adjoints = adjoints
    derivatives = Array(repeating: 0, count: network.parameterCount)
    instruction = tape.liveCount - 1
  }

  /// The nodes and parameters that are done.
  public var steps: Int { layersDone * stepsPerLayer }
  public var isFinished: Bool { layersDone == network.shape.layers }

  private var stepsPerLayer: Int { network.shape.width * (network.shape.fanIn + 2) }

  /// Goes on by whole layers, at least one, and no more than a number of steps allows.
  ///
  /// - Complexity: O(`limit`), but at least a layer.
  public mutating func advance(atMost limit: Int) {
    let layersLeft = network.shape.layers - layersDone
    let layers = min(layersLeft, max(1, limit / stepsPerLayer))
    guard layers > 0 else { return }
    layersDone += layers
    // The layer below the last of these has its derivatives when everything after its last neuron is done.
    let end =
      layers == layersLeft ? 0 : tape.instruction(ofKept: network.shape.layers - layersDone - 1) + 1
    instruction = tape.reverse(
      at: network.parameters, values, &adjoints, &derivatives, from: instruction, downTo: end)
  }
}

extension SweepRun: Hashable {
  /// Whether two runs are as far on the same network; the tape and all numbers follow from that.
  public static func == (a: SweepRun, b: SweepRun) -> Bool {
    a.layersDone == b.layersDone && a.network == b.network
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(network)
    hasher.combine(layersDone)
  }
}
