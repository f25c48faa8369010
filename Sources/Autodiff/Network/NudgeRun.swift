/// All derivatives of a layered network by nudging: one parameter after the other is moved a little, and the whole
/// network computed anew, n × p steps.
///
/// A step computes one node. It runs on a compiled tape, as `SweepRun` does.
public struct NudgeRun: Sendable {
  /// By how much a parameter is moved: small enough for four digits, large enough for rounding not to matter.
  public static let epsilon = 1e-6

  /// The network, of which one parameter at a time is moved.
  private var network: LayeredNetwork
  private let tape: Tape
  private let cost: Double
  private var values: [Double]
  /// The estimates for the first parameters, in their order, as far as the run has come.
  public private(set) var derivatives: [Double] = []

  /// - Complexity: O(p).
  public init(_ network: LayeredNetwork) {
    self.network = network
    tape = network.compiled()
    values = tape.restingValues
    cost = tape.forward(at: network.parameters, writing: &values)
    derivatives.reserveCapacity(network.parameterCount)
  }

  public var parametersDone: Int { derivatives.count }
  /// The nodes that were computed.
  public var steps: Int { parametersDone * network.nodeCount }
  public var isFinished: Bool { parametersDone == network.parameterCount }

  /// Goes on by whole parameters, at least one, and no more than a number of steps allows.
  ///
  /// - Complexity: O(p) for each parameter.
  public mutating func advance(atMost limit: Int) {
    for _ in 0..<max(1, limit / network.nodeCount) {
      if isFinished { return }
      let parameter = parametersDone
      let resting = network[parameter: parameter]
      network[parameter: parameter] = resting + NudgeRun.epsilon
      let moved = tape.forward(at: network.parameters, writing: &values)
      derivatives.append((moved - cost) / NudgeRun.epsilon)
      network[parameter: parameter] = resting
    }
  }
}

extension NudgeRun: Hashable {
  /// Whether two runs are as far on the same network; the tape and all numbers follow from that.
  public static func == (a: NudgeRun, b: NudgeRun) -> Bool {
    a.parametersDone == b.parametersDone && a.network == b.network
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(network)
    hasher.combine(parametersDone)
  }
}
