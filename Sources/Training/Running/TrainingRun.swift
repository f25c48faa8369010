/// Training as somebody watches it: up to some number of epochs, with its steps so far, and perhaps another rate beside
/// it.
public struct TrainingRun {
  /// `J` at a step, counted in epochs from the beginning.
  public struct Loss: Hashable, Sendable {
    public var epoch: Double
    public var loss: Double
  }

  /// A trainer with what its steps brought.
  public struct Lane {
    public let trainer: Trainer
    /// `J` at steps, evenly spread over those that were made.
    public private(set) var losses: [Loss] = []
    /// Why it cannot go on, if it cannot.
    public private(set) var divergence: Divergence?
    /// One of so many steps is kept.
    private var spacing = 1

    /// So many steps are kept.
    private static let mostLosses = 400

    init(_ trainer: Trainer) { self.trainer = trainer }

    mutating func step() {
      guard divergence == nil else { return }
      let made = trainer.epochs.count * trainer.stepsPerEpoch + trainer.stepInEpoch
      do throws(Divergence) {
        try trainer.step()
      } catch {
        divergence = error
        return
      }
      guard made % spacing == 0, let loss = trainer.lastLoss else { return }
      losses.append(Loss(epoch: Double(made) / Double(trainer.stepsPerEpoch), loss: loss))
      guard losses.count > Lane.mostLosses else { return }
      spacing *= 2
      losses = losses.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    }
  }

  private let make: (Double) throws(TrainingError) -> Trainer
  public private(set) var main: Lane
  /// The same from the same seed, with another rate.
  public private(set) var beside: Lane?
  /// So many epochs there are to be.
  public private(set) var goal: Int

  /// - Parameters:
  ///   - goal: so many epochs are to be made in all.
  ///   - make: makes a trainer from the beginning, with a rate.
  public init(
    _ trainer: Trainer, goal: Int, make: @escaping (Double) throws(TrainingError) -> Trainer
  ) {
    main = Lane(trainer)
    self.goal = goal
    self.make = make
  }

  public var trainer: Trainer { main.trainer }

  /// Whether nothing is left to be done, or nothing can be.
  public var isOver: Bool {
    lanes.allSatisfy { $0.divergence != nil || $0.trainer.epochs.count >= goal }
  }

  /// The trainers, the main one first.
  public var lanes: [Lane] { [main] + (beside.map { [$0] } ?? []) }

  /// Makes a step, where one is left; the trainer that is behind makes it first.
  ///
  /// - Returns: whether an epoch of the main one is over.
  public mutating func step() -> Bool {
    if let other = beside, other.divergence == nil, other.made < main.made || !canStep(main) {
      if canStep(other) { beside?.step() }
      if other.made < main.made { return false }
    }
    guard canStep(main) else { return false }
    let before = trainer.epochs.count
    main.step()
    return trainer.epochs.count > before
  }

  private func canStep(_ lane: Lane) -> Bool {
    lane.divergence == nil && lane.trainer.epochs.count < goal
  }

  /// Asks for more epochs.
  public mutating func extend(by epochs: Int) { goal += epochs }

  /// Begins anew from the same seed, without another rate beside.
  public mutating func restart() throws(TrainingError) {
    main = Lane(try make(trainer.rate))
    beside = nil
  }

  /// Begins anew from the same seed, with another rate beside it.
  public mutating func race(rate: Double) throws(TrainingError) {
    let other = try make(rate)
    main = Lane(try make(trainer.rate))
    beside = Lane(other)
  }
}

extension TrainingRun.Lane {
  /// How many steps were made.
  var made: Int { trainer.epochs.count * trainer.stepsPerEpoch + trainer.stepInEpoch }
}
