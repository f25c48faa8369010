/// How training goes.
public struct TrainingPlan: Hashable, Sendable {
  public var optimizer: Optimizer
  /// So many examples are taken for a step; the last of an epoch may be fewer.
  public var batch: Int
  /// The share of the examples that is held out, and that no step sees.
  public var heldOutShare: Double
  /// What is held out, and the order of examples, are drawn by it.
  public var seed: UInt64
  /// Whether each epoch takes the examples in the order in which they are given.
  public var isInOrder: Bool

  public static let defaultBatch = 32
  public static let defaultHeldOutShare = 0.2
  public static let defaultEpochs = 20

  public init(
    _ optimizer: Optimizer = Optimizer(.adam), batch: Int = defaultBatch,
    heldOutShare: Double = defaultHeldOutShare, seed: UInt64 = 1, isInOrder: Bool = false
  ) {
    precondition(batch > 0, "a step takes an example")
    precondition((0..<1).contains(heldOutShare), "some examples are left to train on")
    self.optimizer = optimizer
    self.batch = batch
    self.heldOutShare = heldOutShare
    self.seed = seed
    self.isInOrder = isInOrder
  }
}
