import Autodiff

/// Both ways of finding all derivatives, run one after the other on networks of growing size.
///
/// Nudging is stopped after a while and extrapolated, unless the learner lets it run to its end. On the last network
/// the sweep runs alone.
public struct Race: Hashable, Sendable {
  /// What was measured on one network.
  public struct Row: Hashable, Sendable {
    public var nodes: Int
    public var parameters: Int
    public var sweepSeconds: Double
    /// For all parameters; extrapolated where not all were nudged, and none where the sweep ran alone.
    public var nudgingSeconds: Double?
    /// Parameters that really were nudged.
    public var nudged: Int
    /// The largest difference between the two methods' derivatives, relative to the largest derivative.
    public var difference: Double

    public var sweepSteps: Int { nodes + parameters }
    public var nudgingSteps: Int { nodes * parameters }
    public var isExtrapolated: Bool { nudgingSeconds != nil && nudged < parameters }
  }

  private enum Phase: Hashable, Sendable {
    case waiting
    case sweeping(SweepRun)
    case nudging(SweepRun, NudgeRun)
  }

  public private(set) var rows: [Row] = []
  private var phase = Phase.waiting
  /// The seconds that each method has run on the network at hand.
  private var sweepSeconds = 0.0
  private var nudgingSeconds = 0.0
  /// Steps done at once, fitted to the machine so that a key never waits.
  private var slice = 2_000
  /// Whether nudging on the network at hand runs to its end.
  public private(set) var runsToItsEnd = false

  /// How long nudging runs on one network before it is extrapolated, in seconds.
  public static let patience = 3.0
  /// How long a slice of work should take, in seconds.
  private static let sliceSeconds = 0.03

  /// Whether it ran in an earlier session, whose times are not kept.
  public let hasRunBefore: Bool

  public init(hasRunBefore: Bool = false) {
    self.hasRunBefore = hasRunBefore
  }

  public var isBegun: Bool { !rows.isEmpty || isRunning }
  public var isRunning: Bool { phase != .waiting }
  /// Whether every network has its row, now or in an earlier session.
  public var isDone: Bool { hasAllRows || (hasRunBefore && !isBegun) }

  /// The networks in their order; on the last the sweep runs alone.
  private static let shapes = LayeredNetwork.sizes + [LayeredNetwork.largest]

  private var hasAllRows: Bool { rows.count == Race.shapes.count }
  private var isSweepAlone: Bool { rows.count == Race.shapes.count - 1 }

  /// The network at hand; the same in every race.
  private var network: LayeredNetwork {
    let shape = Race.shapes[rows.count]
    return LayeredNetwork(layers: shape.layers, width: shape.width, fanIn: shape.fanIn, seed: 1)
  }

  /// Begins with the next network, or lets nudging on the one at hand run to its end.
  public mutating func begin() {
    guard !isRunning else {
      runsToItsEnd = true
      return
    }
    guard !hasAllRows else { return }
    runsToItsEnd = false
    sweepSeconds = 0
    nudgingSeconds = 0
    phase = .sweeping(SweepRun(network))
  }

  /// Stops nudging on the network at hand, which is then extrapolated.
  public mutating func stop() {
    guard case .nudging(let sweep, let nudging) = phase, nudging.parametersDone > 0 else { return }
    finish(sweep, nudging)
  }

  /// Does a slice of work; `took` then says how long it took.
  public mutating func work() {
    let phase = phase
    // Whoever works on a run holds it alone, or its arrays would be copied at every slice.
    self.phase = .waiting
    switch consume phase {
    case .waiting: break
    case .sweeping(var run):
      run.advance(atMost: slice)
      self.phase = .sweeping(run)
    case .nudging(let sweep, var run):
      run.advance(atMost: slice)
      self.phase = .nudging(sweep, run)
    }
  }

  /// Counts the seconds of the last slice and goes on to what comes next.
  public mutating func took(_ seconds: Double) {
    if seconds < Race.sliceSeconds / 2 { slice = min(slice * 2, 1 << 40) }
    if seconds > Race.sliceSeconds * 2 { slice = max(slice / 2, 1) }
    switch phase {
    case .waiting: break
    case .sweeping(let run):
      sweepSeconds += seconds
      guard run.isFinished else { break }
      if isSweepAlone { finishAlone() } else { phase = .nudging(run, NudgeRun(network)) }
    case .nudging(let sweep, let run):
      nudgingSeconds += seconds
      if run.isFinished || (nudgingSeconds >= Race.patience && !runsToItsEnd) {
        finish(sweep, run)
      }
    }
  }

  private mutating func finishAlone() {
    let size = Race.shapes[rows.count]
    rows.append(
      Row(
        nodes: size.nodeCount, parameters: size.parameterCount, sweepSeconds: sweepSeconds,
        nudgingSeconds: nil, nudged: 0, difference: 0))
    phase = .waiting
  }

  private mutating func finish(_ sweep: SweepRun, _ nudging: NudgeRun) {
    let size = Race.shapes[rows.count]
    let done = max(1, nudging.parametersDone)
    let largest = sweep.derivatives.reduce(0) { max($0, abs($1)) }
    let difference = zip(sweep.derivatives, nudging.derivatives.prefix(done))
      .reduce(0) { max($0, abs($1.0 - $1.1)) }
    rows.append(
      Row(
        nodes: size.nodeCount, parameters: size.parameterCount, sweepSeconds: sweepSeconds,
        nudgingSeconds: nudgingSeconds * Double(size.parameterCount) / Double(done), nudged: done,
        difference: largest > 0 ? difference / largest : 0))
    phase = .waiting
    if !hasAllRows { begin() }
  }

  /// How far the network at hand is: the words for what runs, and the share of it that is done.
  public var progress: (isNudging: Bool, share: Double, nodes: Int, parameters: Int)? {
    guard isRunning else { return nil }
    let size = Race.shapes[rows.count]
    switch phase {
    case .waiting: return nil
    case .sweeping(let run):
      let whole = Double(size.nodeCount + size.parameterCount)
      return (false, Double(run.steps) / whole, size.nodeCount, size.parameterCount)
    case .nudging(_, let run):
      let share = Double(run.parametersDone) / Double(size.parameterCount)
      return (true, share, size.nodeCount, size.parameterCount)
    }
  }
}
