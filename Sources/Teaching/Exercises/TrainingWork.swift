public import Autodiff
public import Lessons
public import Training

/// Training that a page asks for, as far as it has come: by the engine's derivatives or the learner's own lines, and
/// beside that by lines in which one is changed.
public struct TrainingWork: Hashable, Sendable {
  public struct Lane: Hashable, Sendable {
    /// The line that was changed; `nil` for what the others are compared with.
    public var instead: Statement?
    public var lines: [Statement]
    /// Where the lines differ from nudges.
    public var faults: [LineFault] = []
    public var divergence: Divergence?
    /// Why these lines train nothing.
    public var obstacle: TrainingError?
    /// What was reached at the end of the last epoch.
    fileprivate var state: TrainingState?

    public var epochs: [EpochResult] { state?.epochs ?? [] }

    fileprivate func isOver(after count: Int) -> Bool {
      divergence != nil || obstacle != nil || epochs.count >= count
    }
  }

  public let request: TrainingRequest
  public private(set) var lanes: [Lane] = []
  /// Whether the learner's lines are wanted, and some are not there yet.
  public private(set) var lacksLines = false
  public private(set) var isRunning = false
  /// Whether it ran in an earlier session, whose curves are not kept.
  public let hasRunBefore: Bool

  public init(_ request: TrainingRequest, hasRunBefore: Bool = false) {
    self.request = request
    self.hasRunBefore = hasRunBefore
  }

  /// Whether it has run to its end, now or in an earlier session.
  public var isDone: Bool {
    lanes.isEmpty ? hasRunBefore : !isRunning
  }

  /// Begins anew.
  ///
  /// - Parameter lines: the learner's lines, right ones; `nil` where some are missing.
  public mutating func begin(lines: [Statement]?) {
    guard !isRunning else { return }
    lacksLines = request.usesLines && (lines ?? []).isEmpty
    guard !lacksLines else { return }
    let own = request.usesLines ? lines ?? [] : []
    lanes =
      [Lane(lines: own)]
      + request.insteads.map { changed in
        Lane(
          instead: changed,
          lines: own.map { $0.name == changed.name ? changed : $0 })
      }
    isRunning = true
  }

  /// Makes an epoch in each lane.
  ///
  /// - Complexity: that of an epoch, and of reading the graph.
  public mutating func work() {
    guard isRunning else { return }
    for index in lanes.indices where !lanes[index].isOver(after: request.epochs) {
      advance(&lanes[index])
    }
    isRunning = lanes.contains { !$0.isOver(after: request.epochs) }
  }

  private func advance(_ lane: inout Lane) {
    let trainer: Trainer
    do {
      trainer = try Trainer(request.training(by: lane.lines), request.plan)
      if let state = lane.state {
        try trainer.restore(state)
      } else if !lane.lines.isEmpty {
        lane.faults = trainer.lineFaults()
      }
    } catch {
      lane.obstacle = error
      return
    }
    let count = trainer.epochs.count
    do throws(Divergence) {
      while trainer.epochs.count == count { try trainer.step() }
      lane.state = trainer.kept
    } catch {
      lane.divergence = error
    }
  }
}
