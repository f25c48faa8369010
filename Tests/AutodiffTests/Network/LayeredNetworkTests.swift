import Autodiff
import Glibc
import Testing

@Suite struct LayeredNetworkTests {
  @Test func theSizesReachThoseOfTheCourse() {
    let counts = LayeredNetwork.sizes.map { [$0.nodeCount, $0.parameterCount] }
    #expect(counts == [[4, 12], [20, 100], [100, 1_000], [1_000, 10_000], [10_000, 100_000]])
  }

  @Test(arguments: LayeredNetwork.sizes)
  func aSweepTakesNPlusPSteps(shape: LayeredNetwork.Shape) {
    let network = LayeredNetwork(shape, seed: 1)
    var sweep = SweepRun(network)
    #expect(!sweep.isFinished)
    sweep.advance(atMost: network.nodeCount + network.parameterCount - 1)
    #expect(!sweep.isFinished)
    sweep.advance(atMost: 1_000)
    #expect(sweep.isFinished)
    #expect(sweep.steps == shape.nodeCount + shape.parameterCount)
  }

  @Test(arguments: LayeredNetwork.sizes.prefix(3))
  func nudgingTakesNTimesPSteps(shape: LayeredNetwork.Shape) {
    var nudging = NudgeRun(LayeredNetwork(shape, seed: 1))
    nudging.advance(atMost: .max)
    #expect(nudging.isFinished)
    #expect(nudging.steps == shape.nodeCount * shape.parameterCount)
    #expect(nudging.derivatives.count == shape.parameterCount)
  }

  @Test func nudgingGoesOnByWholeParametersAndAtLeastOne() {
    var nudging = NudgeRun(LayeredNetwork(layers: 5, width: 4, fanIn: 4, seed: 1))
    var done: [Int] = []
    for limit in [0, 19, 20, 39, 40, 1_000] {
      nudging.advance(atMost: limit)
      done.append(nudging.parametersDone)
      #expect(nudging.steps == nudging.parametersDone * 20)
    }
    #expect(done == [1, 2, 3, 4, 6, 56])
  }

  @Test(arguments: LayeredNetwork.sizes)
  func aSweepInPiecesEqualsOneInOneGo(shape: LayeredNetwork.Shape) {
    let network = LayeredNetwork(shape, seed: 7)
    var pieces = SweepRun(network)
    var layers = 0
    while !pieces.isFinished {
      pieces.advance(atMost: 7)
      layers += 1
      #expect(pieces.steps == layers * shape.width * (shape.fanIn + 2))
    }
    #expect(layers == shape.layers)
    #expect(pieces.derivatives == network.derivatives)
  }

  @Test func aSweepGoesOnByWholeLayersAndAtLeastOne() {
    var sweep = SweepRun(LayeredNetwork(layers: 9, width: 4, fanIn: 3, seed: 7))
    let steps = [0, 19, 20, 39, 40, 1_000].map { limit in
      sweep.advance(atMost: limit)
      return sweep.steps
    }
    #expect(steps == [20, 40, 60, 80, 120, 180])
  }

  @Test func aSweepBeginsWithTheLastLayer() {
    var sweep = SweepRun(LayeredNetwork(layers: 3, width: 4, fanIn: 4, seed: 1))
    for layer in [2, 1, 0] {
      sweep.advance(atMost: 1)
      #expect(
        sweep.derivatives.map { $0 != 0 }
          == Array(repeating: false, count: layer * 20)
          + Array(repeating: true, count: 60 - layer * 20))
    }
  }

  @Test(arguments: LayeredNetwork.sizes, 1...2)
  func theSweepFindsWhatPlainLoopsFind(shape: LayeredNetwork.Shape, seed: Int) {
    let network = LayeredNetwork(shape, seed: UInt64(seed))
    let expected = PlainSweep(network).derivatives
    let greatest = expected.map { abs($0) }.max() ?? 0
    let difference = zip(network.derivatives, expected).map { abs($0 - $1) }.max() ?? .nan
    #expect(difference <= 1e-13 * greatest)
  }

  @Test(arguments: LayeredNetwork.sizes.prefix(3), 1...5)
  func theSweepFindsWhatNudgingFinds(shape: LayeredNetwork.Shape, seed: Int) {
    let network = LayeredNetwork(shape, seed: UInt64(seed))
    var nudging = NudgeRun(network)
    nudging.advance(atMost: .max)
    let derivatives = network.derivatives
    let greatest = derivatives.map { abs($0) }.max() ?? 0
    for (estimate, derivative) in zip(nudging.derivatives, derivatives) {
      #expect(abs(estimate - derivative) <= 1e-4 * abs(derivative) + 1e-5 * greatest)
    }
  }

  @Test(arguments: LayeredNetwork.sizes)
  func theSweepFindsWhatCentralDifferencesFind(shape: LayeredNetwork.Shape) {
    let network = LayeredNetwork(shape, seed: 2)
    let derivatives = network.derivatives
    let greatest = derivatives.map { abs($0) }.max() ?? 0
    for index in stride(from: 0, to: shape.parameterCount, by: max(1, shape.parameterCount / 97)) {
      let step = 1e-5
      let difference =
        network.moved(index, by: step).cost - network.moved(index, by: -step).cost
      #expect(abs(difference / (2 * step) - derivatives[index]) <= 1e-7 * greatest)
    }
  }

  @Test func aNetworkOfOneNeuronIsAsComputedByHand() {
    var network = LayeredNetwork(layers: 1, width: 1, fanIn: 1, seed: 3)
    let (x, y) = (network.inputs[0], network.targets[0])
    // The sum is ln 2, so the neuron gives 3/5, with the slope 16/25.
    network[parameter: 0] = (0.6931471805599453 - 0.5) / x
    network[parameter: 1] = 0.5
    #expect(abs(network.cost - (0.6 - y) * (0.6 - y) / 2) < 1e-15)
    let derivatives = network.derivatives
    #expect(abs(derivatives[0] - (0.6 - y) * 0.64 * x) < 1e-15)
    #expect(abs(derivatives[1] - (0.6 - y) * 0.64) < 1e-15)
  }

  @Test func theSameSeedGivesTheSameNetworkAndAnotherSeedAnother() {
    let shape = LayeredNetwork.Shape(layers: 5, width: 4, fanIn: 4)
    let costs = [1, 1, 2].map { LayeredNetwork(shape, seed: $0).cost }
    #expect(costs[0] == costs[1])
    #expect(costs[0] != costs[2])
    #expect(abs(costs[0] - 0.4055290459889893) < 1e-12)
  }

  @Test(arguments: LayeredNetwork.sizes)
  func aStepAgainstTheDerivativesLowersTheCost(shape: LayeredNetwork.Shape) {
    var network = LayeredNetwork(shape, seed: 1)
    let before = network.cost
    for (index, derivative) in network.derivatives.enumerated() {
      network[parameter: index] -= 1e-5 * derivative
    }
    #expect(network.cost < before)
  }

  @Test(arguments: LayeredNetwork.sizes, 1...5)
  func derivativesNeitherVanishNorExplode(shape: LayeredNetwork.Shape, seed: Int) {
    let derivatives = LayeredNetwork(shape, seed: UInt64(seed)).derivatives
    let count = shape.parameterCount / shape.layers
    for layer in 0..<shape.layers {
      let squares = derivatives[layer * count..<(layer + 1) * count].reduce(0) { $0 + $1 * $1 }
      #expect((1e-5...100).contains((squares / Double(count)).squareRoot()))
    }
  }
}

extension LayeredNetwork {
  fileprivate init(_ shape: Shape, seed: UInt64) {
    self.init(layers: shape.layers, width: shape.width, fanIn: shape.fanIn, seed: seed)
  }

  /// All derivatives, by a sweep.
  fileprivate var derivatives: [Double] {
    var sweep = SweepRun(self)
    sweep.advance(atMost: .max)
    return sweep.derivatives
  }

  fileprivate var cost: Double { PlainSweep(self).cost }

  fileprivate func moved(_ parameter: Int, by step: Double) -> LayeredNetwork {
    var moved = self
    moved[parameter: parameter] += step
    return moved
  }
}

/// The network computed by a plain loop, which another sweeps through.
private struct PlainSweep {
  let network: LayeredNetwork
  private(set) var values: [Double]

  init(_ network: LayeredNetwork) {
    self.network = network
    values = network.inputs
    for neuron in 0..<network.nodeCount {
      let weights = neuron * (network.shape.fanIn + 1)
      var sum = network[parameter: weights + network.shape.fanIn]
      var weight = weights
      for operand in operands(of: neuron) {
        sum += network[parameter: weight] * values[operand]
        weight += 1
      }
      values.append(tanh(sum))
    }
  }

  /// The places of what a neuron reads: its neighbours in the layer before.
  private func operands(of neuron: Int) -> Range<Int> {
    let (width, fanIn) = (network.shape.width, network.shape.fanIn)
    let (layer, place) = neuron.quotientAndRemainder(dividingBy: width)
    let first = max(0, min(place - fanIn / 2, width - fanIn)) + layer * width
    return first..<first + fanIn
  }

  private var errors: [Double] {
    zip(values[network.nodeCount...], network.targets).map { $0 - $1 }
  }

  var cost: Double { errors.reduce(0) { $0 + $1 * $1 / 2 } }

  var derivatives: [Double] {
    var derivatives = Array(repeating: 0.0, count: network.parameterCount)
    var adjoints = Array(repeating: 0.0, count: network.nodeCount) + errors
    for neuron in (0..<network.nodeCount).reversed() {
      let place = network.shape.width + neuron
      let upstream = adjoints[place] * (1 - values[place] * values[place])
      var weight = neuron * (network.shape.fanIn + 1)
      for operand in operands(of: neuron) {
        derivatives[weight] = upstream * values[operand]
        adjoints[operand] += upstream * network[parameter: weight]
        weight += 1
      }
      derivatives[weight] = upstream
    }
    return derivatives
  }
}
